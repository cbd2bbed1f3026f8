/** What the worker tells its page without being asked, beside the answers to commands. */

/** The plain kernels compute. */
export const SLOWER = 'gradus: slower';

/** So many pictures of so many are drawn for the run that starts. */
export interface Drawn {
  readonly done: number;
  readonly of: number;
}

/** Fewer pictures than that are there before anybody could read it. */
export const FEW = 5000;

export const isDrawn = (data: unknown): data is Drawn =>
  typeof data === 'object' && data !== null && 'done' in data && 'of' in data;
