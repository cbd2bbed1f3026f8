import type { CallbackSpec } from '../engine/callbacks/index.ts';
import type { SetName } from '../data/sets/index.ts';
import type { Design } from './experiment.ts';

/** The callbacks of a design, in the order in which they are called. */
export const callbacksOf = ({ fit }: Design): readonly CallbackSpec[] => fit.callbacks ?? [];

/** Does a callback set the learning rate while the run goes on? */
export const setsRate = ({ type }: CallbackSpec): boolean =>
  type === 'ReduceLROnPlateau' || type === 'LearningRateScheduler';

/** The callbacks with files named after another data set, where they were named after this one; null: none was. */
export const renamedFiles = (design: Design, set: SetName): readonly CallbackSpec[] | null => {
  const before = `${design.data.set}-`;
  const specs = callbacksOf(design).map((spec) =>
    'filepath' in spec && spec.filepath.startsWith(before)
      ? { ...spec, filepath: `${set}-${spec.filepath.slice(before.length)}` }
      : spec,
  );
  return specs.every((spec, i) => spec === callbacksOf(design)[i]) ? null : specs;
};
