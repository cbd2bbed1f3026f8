import { batchesOfEpoch, type Model, type Trainer } from '../../engine/index.ts';
import type { Tensor } from '../../engine/arena.ts';
import { countFlat, type FlatUnits, judgeFlat, steepest } from '../../engine/flat.ts';
import { slopesAt } from '../../engine/slope.ts';
import { lookAhead } from '../ahead.ts';
import { infer, norm } from '../evaluate.ts';
import { isLarge } from '../evaluated.ts';
import type { LayerGradients, Sizes } from '../gradients.ts';
import type { Run } from '../run.ts';
import type { Answer } from './probe.ts';

/** So many z of a layer are told at most, but one whole row at least. */
const MOST_SUMS = 4096;

/** How the slope comes through every layer in the batch under way. Leaves no trace. */
export const gradients: Answer<'gradients'> = (run) => {
  const { trainer } = run;
  const { model, rows, batchSize } = trainer.settings;
  const { counters, phase } = trainer;
  const depth = model.layers.length;
  const batch = batchReader(model);
  const well = lookAhead(run, batch.meet, batch.done);
  const inBatch = Math.min(batchSize, rows.count - counters.cursor);
  // All rows of a large network would take longer than a frame may.
  const large = isLarge(run);
  const flat = large ? null : flatInTraining(run);
  return {
    gradients: {
      rows: inBatch,
      number: counters.batch + 1,
      batches: batchesOfEpoch(trainer),
      judged: large ? inBatch : run.setup.train.count,
      layers: batch.read().map(({ slopes, delta, move, factor, sums, flat: own }, layer): LayerGradients => {
        // What this batch has not come to yet is not told: it is computed, but not there.
        const forward = phase === 0 || phase > layer;
        const backward = well && (phase === 0 || phase > 2 * depth - layer);
        return {
          ...(backward ? { slopes, delta, move } : { slopes: null, delta: null, move: null }),
          ...(forward ? { factor, sums } : { factor: null, sums: new Float32Array(0) }),
          ...(flat?.[layer] ?? own),
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
  let found: (Omit<LayerGradients, 'move' | 'dead' | 'saturated'> & {
    flat: FlatUnits;
    before: Float32Array;
  })[] = [];
  let moves: (number | null)[] = [];
  return {
    meet: ({ batchRows }: Trainer) => {
      found = layers.map(({ at, count, units }, layer) => {
        const { sums, activation } = recorded[layer]!;
        const all = batchRows * units;
        const slopesOfAll = slopesAt(activation, memory.subarray(sums.at, sums.at + all));
        const counted = countFlat(activation, slopesOfAll, channelsOf(sums));
        return {
          slopes: count > 0 ? sizes(memory, ranges.gradients + at - ranges.weights, count) : null,
          // The mean has divided each row's loss by the rows there are.
          delta: sizes(memory, tape.gradient(sums), all, batchRows),
          factor: activation === 'softmax' ? null : mean(slopesOfAll),
          sums: copy(sums.at, Math.min(batchRows, Math.ceil(MOST_SUMS / units)) * units),
          flat: judgeFlat(activation, counted, all / counted.length),
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
    read: () => found.map((told, layer) => ({ ...told, move: moves[layer] ?? null })),
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

/** Units of a list, filters of a picture: what one set of weights makes. */
const channelsOf = ({ shape }: Tensor): number => shape.at(-1) ?? 1;

/** Of every layer the units through which next to nothing comes at the training rows, as predict() computes these. */
const flatInTraining = ({ trainer, setup: { train } }: Run): FlatUnits[] => {
  const { model } = trainer.settings;
  const { arena, inference, layers } = model;
  const flat = inference.recorded.map(({ sums }) => new Uint32Array(channelsOf(sums)));
  infer(model, train, (_from, count) => {
    inference.recorded.forEach(({ sums, activation }, layer) => {
      if (steepest[activation] === undefined) return;
      const all = arena.memory.subarray(sums.at, sums.at + count * layers[layer]!.units);
      const own = flat[layer]!;
      countFlat(activation, slopesAt(activation, all), own.length).forEach((more, unit) => {
        own[unit]! += more;
      });
    });
  });
  return inference.recorded.map(({ activation }, layer) => {
    const { length } = flat[layer]!;
    return judgeFlat(activation, flat[layer]!, (train.count * layers[layer]!.units) / length);
  });
};
