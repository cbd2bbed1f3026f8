import type { Running } from './program.ts';

/** Steps are timed in chunks, so that looking at the clock costs nothing. */

const PARTS = 8;

/** Runs until the just-in-time compiler has nothing left to do, and says how many steps take an eighth of a slice. */
export const warm = async (running: Running, slice: number): Promise<number> => {
  let chunk = 1;
  const began = performance.now();
  for (;;) {
    const start = performance.now();
    await running.run(chunk);
    const now = performance.now();
    if (now - began >= 3 * slice && now - start >= slice / PARTS / 2) {
      return Math.max(1, Math.round((chunk * slice) / PARTS / (now - start)));
    }
    if (now - start < slice / PARTS) chunk *= 2;
  }
};

/** Garbage of the program before is collected first, where the place allows that. */
const collect = (): void => (globalThis as { gc?: () => void }).gc?.();

/** Seconds a step, over a slice of so many milliseconds. */
export const timeSlice = async (running: Running, chunk: number, slice: number): Promise<number> => {
  collect();
  let steps = 0;
  const start = performance.now();
  for (;;) {
    await running.run(chunk);
    steps += chunk;
    const passed = performance.now() - start;
    if (passed >= slice) return passed / 1000 / steps;
  }
};
