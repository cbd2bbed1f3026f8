import type { Text } from '../../text.ts';
import type { Tensor } from '../arena.ts';
import type { ActivationName } from '../activations/index.ts';
import type { Field } from '../fields.ts';
import type { Tape } from '../tape.ts';

/** What a loss has to work with, each (rows, units). */
export interface Compared {
  readonly output: Tensor;
  /** The sums before the last activation. */
  readonly logits: Tensor;
  readonly activation: ActivationName;
  readonly answers: Tensor;
  readonly settings: LossSettings;
}

/** The settings that losses have, under Keras's names; one that is left out has its field's `initial`. */
export interface LossSettings {
  /** The outputs are sums, not probabilities: the loss applies sigmoid or softmax itself. */
  readonly from_logits?: boolean;
  readonly label_smoothing?: number;
  readonly delta?: number;
}
export type LossSetting = keyof LossSettings;

/** A loss: one number a row; the mean over the batch is taken outside. */
export interface Loss {
  readonly name: string;
  readonly words: Text;
  readonly line: Text;
  readonly fields: readonly (Field & { readonly name: LossSetting })[];
  /** How answers must be written where there are several outputs. (One output always takes a plain number.) */
  readonly answers: 'number' | 'one-hot' | 'integer';
  /** The last activation that it is computed together with, from the sums: its gradient enters there. */
  readonly joins?: ActivationName;
  readonly record: (tape: Tape, compared: Compared) => Tensor;
}
