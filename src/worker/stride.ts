/** Finds out how many batches go in one go: as many as take about two milliseconds. */
export interface Stride {
  /** Batches that are made in one go at present. */
  readonly batches: number;
  /** So many were made, in so many milliseconds. */
  met(made: number, took: number): void;
  /** What comes may be slower than what was: it is found out anew. */
  forget(): void;
}

const GO = 2;
const MOST = 65_536;

export const createStride = (): Stride => {
  let batches = 1;
  return {
    get batches() {
      return batches;
    },
    met(made, took) {
      // By what was made, which may be less than was asked for.
      const next = Math.floor(Math.max(0, made) * Math.min(2, GO / took));
      batches = Math.max(1, Math.min(next, MOST));
    },
    forget() {
      batches = 1;
    },
  };
};
