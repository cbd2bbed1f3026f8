import { targetOf } from '../data/data.ts';
import type { Design } from '../experiment/experiment.ts';

/** What the loss of a design measures: losses that differ in it do not compare. Numbers do only on the same scale. */
export const measureOf = ({ compile, data }: Design): string => {
  const target = targetOf(data);
  return `${compile.loss} ${target.kind === 'number' ? `${target.low} ${target.high}` : 'classes'}`;
};
