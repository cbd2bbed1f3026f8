import type { Text } from '../text.ts';
import type { Patch } from './experiment.ts';

/** Something in a design that does not fit. Nothing is forbidden: it is explained, with a fix where there is one. */
export interface Problem {
  readonly where:
    | { readonly part: 'data' | 'compile' | 'fit' }
    | { readonly part: 'layer'; readonly id: number };
  /** 'refused': it cannot be trained, Keras stops with an error. 'silent': it trains, and the result is useless or weak. */
  readonly kind: 'refused' | 'silent';
  readonly text: Text;
  /** What Keras itself says to it, with version and backend. */
  readonly keras?: string;
  readonly fix?: { readonly words: Text; readonly patch: Patch };
}
