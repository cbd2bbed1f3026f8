import { gateName } from '../data/gates.ts';
import type { Design, Patch } from '../experiment/experiment.ts';
import type { Text } from '../text.ts';

/** What an edit is called on the curve: the gates, where it changed the gate. */
export const nameOf = (before: Design, after: Design): Text | null => {
  const [from, to] = [gateName(before.data.answers), gateName(after.data.answers)];
  if (after.data.set !== 'gate' || from.en === to.en) return null;
  return { en: `${from.en} → ${to.en}`, ko: `${from.ko} → ${to.ko}` };
};

/** Does a patch change what the loss is at the present weights? Then the curve jumps there. */
export const shows = (patch: Patch): boolean =>
  Boolean(
    patch.data ??
      patch.model ??
      patch.weights ??
      patch.compile?.loss ??
      patch.compile?.loss_settings ??
      patch.fit?.class_weight,
  );

/** Does a patch change what the same weights are measured to be, so that values before and after do not compare? */
export const measuresOtherwise = ({ data, compile, fit }: Patch): boolean =>
  Boolean(data ?? compile?.loss ?? compile?.loss_settings ?? fit?.class_weight) ||
  fit?.validation_split !== undefined;
