const MOST = 4096;

/** How many steps to lie between two keyframes, as a whole number. */
export const apart = (steps: number): number => Math.max(1, Math.min(MOST, Math.floor(steps)));
