import { elu } from './elu.ts';
import { exponential } from './exponential.ts';
import { gelu } from './gelu.ts';
import { hard_sigmoid } from './hard_sigmoid.ts';
import { leaky_relu } from './leaky_relu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { selu } from './selu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { softsign } from './softsign.ts';
import { step } from './step.ts';
import { tanh } from './tanh.ts';
import type { Activation } from './activation.ts';

export type { Activation } from './activation.ts';

/** In the order of the course. */
const usual = { linear, step, sigmoid, tanh, relu, softmax };
/** What a first course does without: menus keep it under "more". */
const more = { leaky_relu, elu, selu, gelu, silu, softplus, softsign, hard_sigmoid, exponential };

export const activations = { ...usual, ...more } satisfies Record<string, Activation>;
export type ActivationName = keyof typeof activations;
export const usualActivations = Object.keys(usual) as ActivationName[];
export const moreActivations = Object.keys(more) as ActivationName[];
export const activationNames = [...usualActivations, ...moreActivations];
