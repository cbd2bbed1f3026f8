import type { Tensor } from '../../src/engine/arena.ts';
import * as curves from '../../src/engine/ops/curves.ts';
import { squaredError } from '../../src/engine/ops/losses.ts';
import * as regression from '../../src/engine/ops/regression.ts';
import type { Tape } from '../../src/engine/tape.ts';
import type { Case, Place } from './differences.ts';

type Record = (place: Place, m: number) => Case;

const curve =
  (op: (tape: Tape, x: Tensor) => Tensor, factor = 1): Record =>
  ({ tape }, m) => {
    const x = tape.rows(m);
    return { varied: [x], draw: ({ number }) => factor * number(), results: [op(tape, x)] };
  };

/** Predictions in 0 … 1 moved; the answers lie near and far, so that errors stay clear of 0 and of delta. */
const error =
  (op: (tape: Tape, p: Tensor, t: Tensor) => Tensor): Record =>
  ({ tape, draws }, m) => {
    const [p, t] = [tape.rows(m), tape.rows(m)];
    const answers = { tensor: t, value: () => [0, 1, -3, 4][draws.below(4)]! };
    return { varied: [p], draw: ({ share }) => share(), held: [answers], results: [op(tape, p, t)] };
  };

/** The gradients of the ops behind the activations and losses under "more". */
export const definitionOps: { readonly [Name: string]: Record } = {
  leakyRelu: curve((tape, x) => curves.leakyRelu(tape, x, 0.2)),
  elu: curve((tape, x) => curves.elu(tape, x, 1.7, 1.1)),
  gelu: curve(curves.gelu),
  silu: curve(curves.silu),
  softplus: curve(curves.softplus),
  softsign: curve(curves.softsign),
  // From 0.2 to 8 in size: within ±3, where it rises, and beyond.
  hardSigmoid: curve(curves.hardSigmoid, 4),
  exponential: curve(curves.exponential),
  absoluteError: error(regression.absoluteError),
  huber: error((tape, p, t) => regression.huber(tape, p, t, 2)),
  smooth: error((tape, p, t) => squaredError(tape, p, regression.smooth(tape, t, 0.3, 0.1))),
};
