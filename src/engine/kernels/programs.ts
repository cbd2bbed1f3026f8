/**
 * Lists of kernel calls. What a tape asks for is the same in every step, so that the calls can be noted once, with their
 * arguments, and made again as a whole: a set of kernels may make them all at one go.
 */
export interface Programs {
  /**
   * Notes the calls that `calls` makes, without making them; what it returns makes them. `calls` must ask for the same
   * each time it is called, and may be called again later. Within another program its calls become part of that one.
   */
  note(calls: () => void): () => void;
  /** Makes calls whose arguments change, or that look at numbers: in a program they are asked for anew each time. */
  ask(calls: () => void): void;
}

/** Where nothing is gained by noting, a program is its calls. */
export const plainPrograms: Programs = {
  note: (calls) => calls,
  ask: (calls) => calls(),
};
