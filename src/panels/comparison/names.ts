import type { Both } from '../../experiment/pair.ts';

/** What the two are called, in both languages. */
export const NAMES: Both<string> = { mlp: 'MLP', cnn: 'CNN' };
