import type { Text } from '../../text.ts';
import type { Tensor } from '../arena.ts';
import type { ActivationName } from '../activations/index.ts';
import type { Tape } from '../tape.ts';

/** What a loss has to work with, each (rows, units). */
export interface Compared {
  readonly output: Tensor;
  /** The sums before the last activation. */
  readonly logits: Tensor;
  readonly activation: ActivationName;
  readonly answers: Tensor;
}

/** A loss: one number a row; the mean over the batch is taken outside. */
export interface Loss {
  readonly name: string;
  readonly words: Text;
  readonly line: Text;
  /** How answers must be written where there are several outputs. (One output always takes a plain number.) */
  readonly answers: 'number' | 'one-hot' | 'integer';
  readonly record: (tape: Tape, compared: Compared) => Tensor;
}
