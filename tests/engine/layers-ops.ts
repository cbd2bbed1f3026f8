import { convolution } from '../../src/engine/ops/convolution.ts';
import { dropout } from '../../src/engine/ops/dropout.ts';
import { normalization } from '../../src/engine/ops/normalization.ts';
import { penalty, total } from '../../src/engine/ops/penalty.ts';
import { averagePooling, maxPooling } from '../../src/engine/ops/pooling.ts';
import { rescaling } from '../../src/engine/ops/rescaling.ts';
import { windowOf } from '../../src/engine/window.ts';
import type { Case, Place } from './differences.ts';

/** A case for each op of the layers: `m` is a width or a number of channels. */

type Record = (place: Place, m: number) => Case;

/** Channels of a picture: few, since every number is moved four times. */
const few = (m: number): number => Math.min(m, 3);

/** Numbers a window is told apart by: no two within 0.01 of each other, so that a small move changes no maximum. */
const apart = (i: number): number => ((i * 37) % 101) / 50 - 1;

const pooled =
  (op: typeof maxPooling): Record =>
  ({ tape }, m) => {
    const x = tape.rows([3, 4, few(m)]);
    let i = 0;
    const results = [op(tape, x, windowOf([3, 4], [2, 3], [1, 2], 1, 'same'))];
    return { varied: [x], draw: () => apart(i++), results };
  };

export const layerOps: { readonly [Name: string]: Record } = {
  convolution: ({ tape, parameter }, m) => {
    const window = windowOf([4, 3], [2, 3], 1, [2, 1], 'same');
    const [x, kernel, bias] = [tape.rows([4, 3, few(m)]), parameter([2, 3, few(m), 2]), parameter([2])];
    return { varied: [x, kernel, bias], results: [convolution(tape, x, kernel, bias, window)] };
  },
  maxPooling: pooled(maxPooling),
  averagePooling: pooled(averagePooling),
  dropout: ({ tape }, m) => {
    const x = tape.rows(m);
    return { varied: [x], results: [dropout(tape, x, 0.4, 3)] };
  },
  normalization: ({ tape, parameter }, m) => {
    const [x, gamma, beta, movingMean, movingVariance] = [
      tape.rows([2, m]),
      parameter([m]),
      parameter([m]),
      tape.scratch([m]),
      tape.scratch([m]),
    ];
    const options = { gamma, beta, movingMean, movingVariance, momentum: 0.9, epsilon: 0.1, frozen: false };
    const held = [
      { tensor: movingMean, value: (i: number) => 0.1 * i },
      { tensor: movingVariance, value: (i: number) => 0.5 + 0.1 * i },
    ];
    return { varied: [x, gamma, beta], held, results: [normalization(tape, x, options)] };
  },
  rescaling: ({ tape }, m) => {
    const x = tape.rows(m);
    return { varied: [x], results: [rescaling(tape, x, -0.7, 3)] };
  },
  penalty: ({ tape, parameter }, m) => {
    const weight = parameter([3, m]);
    return { varied: [weight], results: [penalty(tape, weight, 0.3, 0.2)] };
  },
  total: ({ tape, parameter }, m) => {
    const weight = parameter([m]);
    const parts = [penalty(tape, weight, 0.3, 0), penalty(tape, weight, 0, 0.2)];
    return { varied: [weight], results: [total(tape, parts), parts[0]!] };
  },
};
