import type { Trainer } from '../engine/index.ts';

/** What the perceptron rule has come by: the weights at the end of each round, by their bits. */
export interface Rounds {
  /** Meets the end of a round: 'parted' without a mistake, 'repeats' when its weights were there before. */
  meet(trainer: Trainer, wrong: number): 'parted' | 'repeats' | null;
  forget(): void;
}

const MOST = 20_000;

/**
 * With a line that parts the points, w · w* grows at every mistake (Novikoff 1962), so weights that come back after
 * a mistake prove that there is no such line, in whatever order the points were taken.
 */
export const createRounds = (): Rounds => {
  const seen = new Set<string>();
  let said = false;
  return {
    meet(trainer, wrong) {
      if (wrong === 0) return 'parted';
      const { arena, ranges } = trainer.settings.model;
      const weights = arena.memory.subarray(ranges.weights, ranges.weights + ranges.count).join(' ');
      const known = seen.has(weights);
      if (seen.size < MOST) seen.add(weights);
      if (!known || said) return null;
      // Said once: play again goes on round and round for whoever wants to watch.
      said = true;
      return 'repeats';
    },
    forget() {
      seen.clear();
      said = false;
    },
  };
};
