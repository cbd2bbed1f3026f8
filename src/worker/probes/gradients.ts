import type { ActivationName } from '../../engine/activations/index.ts';
import { batchesOfEpoch, type Model, type Trainer } from '../../engine/index.ts';
import { sizeOf } from '../../engine/shape.ts';
import { slopesAt } from '../../engine/slope.ts';
import { lookAhead } from '../ahead.ts';
import { infer, norm } from '../evaluate.ts';
import type { LayerGradients, Sizes } from '../gradients.ts';
import type { Run } from '../run.ts';
import type { Answer } from './probe.ts';

/** A unit is flat at a row where |f′(z)| is below this share of the largest that its activation has … */
const FLAT = 0.01;
/** … and saturated where it is flat at so many of the rows. */
const SHARE = 0.9;

/**
 * The largest |f′| of the activations that flatten towards an end: of sigmoid ¼ at 0, of tanh and softsign 1 at 0, of hard
 * sigmoid 1/6; elu and softplus approach 1, selu its scale × alpha at 0; gelu and silu are steepest at √2 and at 2.3994.
 */
export const steepest: Partial<Record<ActivationName, number>> = {
  sigmoid: 0.25,
  tanh: 1,
  relu: 1,
  elu: 1,
  selu: 1.7580993408473766,
  gelu: 1.1289043,
  silu: 1.0998393,
  softplus: 1,
  softsign: 1,
  hard_sigmoid: 1 / 6,
};

/** How the slope comes through every layer in the batch under way. Leaves no trace. */
export const gradients: Answer<'gradients'> = (run) => {
  const { trainer } = run;
  const { model, rows, batchSize } = trainer.settings;
  const { counters, phase } = trainer;
  const depth = model.layers.length;
  const batch = batchReader(model);
  const well = lookAhead(run, batch.meet, batch.done);
  const flat = flatUnits(run);
  return {
    gradients: {
      rows: Math.min(batchSize, rows.count - counters.cursor),
      number: counters.batch + 1,
      batches: batchesOfEpoch(trainer),
      layers: batch.read().map((read, layer): LayerGradients => {
        // What this batch has not come to yet is not told: it is computed, but not there.
        const forward = phase === 0 || phase > layer;
        const backward = well && (phase === 0 || phase > 2 * depth - layer);
        return {
          slopes: backward ? read.slopes : null,
          delta: backward ? read.delta : null,
          move: backward ? read.move : null,
          factor: forward ? read.factor : null,
          sums: forward ? read.sums : new Float32Array(0),
          ...flat[layer]!,
        };
      }),
    },
  };
};

/** Reads what a batch gives every layer, and what its update does to it. */
const batchReader = ({ arena, ranges, layers, training }: Model) => {
  const { tape, recorded } = training;
  const { memory } = arena;
  const copy = (at: number, count: number): Float32Array =>
    Float32Array.from(memory.subarray(at, at + count));
  let found: (Pick<LayerGradients, 'slopes' | 'delta' | 'factor' | 'sums'> & { before: Float32Array })[] = [];
  let moves: (number | null)[] = [];
  return {
    meet: ({ batchRows }: Trainer) => {
      found = layers.map(({ at, count }, layer) => {
        const { sums, activation } = recorded[layer]!;
        const width = sizeOf(sums.shape.slice(1));
        const z = copy(sums.at, batchRows * width);
        return {
          slopes: count > 0 ? sizes(memory, ranges.gradients + at - ranges.weights, count) : null,
          // The mean has divided each row's loss by the rows there are.
          delta: sizes(memory, tape.gradient(sums), batchRows * width, batchRows),
          factor: activation === 'softmax' ? null : mean(slopesAt(activation, z)),
          sums: z,
          before: copy(at, count),
        };
      });
    },
    done: () => {
      moves = layers.map(({ at, count }, layer) => {
        const { before } = found[layer]!;
        const moved = before.map((weight, i) => memory[at + i]! - weight);
        return count > 0 ? norm(moved, 0, count) / norm(before, 0, count) : null;
      });
    },
    read: () =>
      found.map(({ before: _weights, ...told }, layer) => ({ ...told, move: moves[layer] ?? null })),
  };
};

const sizes = (memory: ArrayLike<number>, at: number, count: number, times = 1): Sizes => {
  let sum = 0;
  for (let i = at; i < at + count; i++) sum += Math.abs(memory[i]!);
  return { norm: times * norm(memory, at, count), mean: (times * sum) / count };
};

const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};

/** Of every layer the units through which next to nothing comes at the training rows, as predict() computes these. */
const flatUnits = (run: Run): Pick<LayerGradients, 'dead' | 'saturated'>[] => {
  const { model } = run.trainer.settings;
  const { train } = run.setup;
  const { arena, inference, layers } = model;
  const rows = layers.map(({ units }) => new Uint32Array(units));
  infer(model, train, (_from, count) => {
    layers.forEach(({ units }, layer) => {
      const { sums, activation } = inference.recorded[layer]!;
      const most = steepest[activation];
      if (most === undefined) return;
      const slopes = slopesAt(activation, arena.memory.subarray(sums.at, sums.at + count * units));
      for (let i = 0; i < count * units; i++) {
        if (Math.abs(slopes[i]!) < FLAT * most) rows[layer]![i % units]! += 1;
      }
    });
  });
  return layers.map((_layer, index) => {
    const relu = inference.recorded[index]!.activation === 'relu';
    const least = relu ? train.count : SHARE * train.count;
    const flat = [...rows[index]!.keys()].filter((unit) => rows[index]![unit]! >= least);
    return { dead: relu ? flat : [], saturated: relu ? [] : flat };
  });
};
