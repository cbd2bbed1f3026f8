import type { ActivationName } from '../../../engine/activations/index.ts';
import { addingUp } from '../../../ui/adding.ts';

/** Decimals of what a network says to a picture. */
export const DIGITS = 3;

/** What a network says to the classes, as it is printed wherever it stands: probabilities add up to 1. */
export const printedOutputs = (outputs: readonly number[], activation: ActivationName): readonly number[] =>
  activation === 'softmax' ? addingUp(outputs, DIGITS) : outputs;
