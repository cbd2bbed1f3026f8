/**
 * A step has only the two ends of the ramp, and small points get lost on full colours: those planes are washed out more.
 */
export const washOf = (activation: string, large: boolean): number => {
  if (activation === 'step') return 3;
  return large ? 1.15 : 1.5;
};
