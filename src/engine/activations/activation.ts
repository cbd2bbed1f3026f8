import type { Text } from '../../text.ts';
import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/** An activation: what it is called, what it does, and how its heat map is coloured. */
export interface Activation {
  readonly name: string;
  readonly words: Text;
  /** What it does, in one line. */
  readonly line: Text;
  /** The value drawn white and the ends of the ramp; null is the largest size among the layer's units. */
  readonly range: { readonly middle: number; readonly low: number | null; readonly high: number | null };
  /** f(z) for drawing its curve; null where one unit's output depends on the others'. */
  readonly curve: ((z: number) => number) | null;
  /** False where its slope is 0 everywhere, so that nothing can be learnt through it. */
  readonly slopes: boolean;
  /** Records y = f(z) on the tape; z and y are (rows, units). */
  readonly record: (tape: Tape, z: Tensor) => Tensor;
}
