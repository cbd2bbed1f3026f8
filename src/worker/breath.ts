/** What long work needs of the place it runs in. */
interface Place {
  readonly now: () => number;
  readonly later: (task: () => void, delay: number) => void;
}

/** One slice of work, in milliseconds: after it waiting commands are answered. */
export const SLICE = 8;

/** Is there still time in the slice that begins now? */
export const slice = ({ now }: Pick<Place, 'now'>): (() => boolean) => {
  const started = now();
  return () => now() - started < SLICE;
};

/**
 * Between two parts of long work: goes on at once for so many milliseconds, and then once waiting commands are answered.
 * Answers whether the work still `stands`.
 */
export const breathing = (
  { now, later }: Place,
  milliseconds: number,
  stands: () => boolean,
): (() => true | Promise<boolean>) => {
  let since = now();
  return () => {
    if (now() - since < milliseconds) return true;
    return new Promise((resolve) => {
      later(() => {
        since = now();
        resolve(stands());
      }, 0);
    });
  };
};
