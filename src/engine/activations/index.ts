import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { step } from './step.ts';
import { tanh } from './tanh.ts';
import type { Activation } from './activation.ts';

export type { Activation } from './activation.ts';

/** In the order of the course. */
export const activations = { linear, step, sigmoid, tanh, relu, softmax } satisfies Record<
  string,
  Activation
>;
export type ActivationName = keyof typeof activations;
export const activationNames = Object.keys(activations) as ActivationName[];
