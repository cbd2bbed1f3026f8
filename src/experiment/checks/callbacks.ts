import type { Remark } from '../../engine/callbacks/callback.ts';
import { callbackOf, type CallbackSpec } from '../../engine/callbacks/index.ts';
import { callbacksOf } from '../callbackList.ts';
import { circumstancesOf, toggleCallback } from '../callbacks.ts';
import type { Design, Patch } from '../experiment.ts';
import type { Problem } from '../problem.ts';
import { kerasSays } from './keras.ts';

/** What the callbacks themselves find in their settings that does not fit. */
export const checkCallbacks = (design: Design): Problem[] => {
  const circumstances = circumstancesOf(design);
  return callbacksOf(design).flatMap((spec) =>
    (callbackOf(spec).check?.(spec, circumstances) ?? []).map((remark) => problemOf(design, spec, remark)),
  );
};

const problemOf = (
  design: Design,
  spec: CallbackSpec,
  { kind, text, error, keras, fix }: Remark,
): Problem => ({
  where: { part: 'fit' },
  kind,
  text,
  ...(keras !== undefined && { keras: kerasSays.callback(error ?? 'ValueError', keras) }),
  fix: fix ? { words: fix.words, patch: withSet(design, spec, fix.set) } : switchOff(design, spec),
});

const withSet = (design: Design, { type }: CallbackSpec, set: Readonly<Record<string, string>>): Patch => ({
  fit: {
    callbacks: callbacksOf(design).map((spec) => (spec.type === type ? { ...spec, ...set } : spec)),
  },
});

/** Where nothing else makes it fit, it goes. */
const switchOff = (design: Design, { type }: CallbackSpec): NonNullable<Problem['fix']> => ({
  words: { en: `Switch ${type} off`, ko: `${type} 끄기` },
  patch: toggleCallback(design, type),
});
