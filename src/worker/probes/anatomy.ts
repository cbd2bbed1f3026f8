import { batchesOfEpoch, load, type Model, nextRate, type Trainer } from '../../engine/index.ts';
import { losses } from '../../engine/losses/index.ts';
import { optimizerOf } from '../../engine/optimizers/index.ts';
import { sizeOf } from '../../engine/shape.ts';
import type { Tensor } from '../../engine/arena.ts';
import { orderOf } from '../../engine/trainer.ts';
import { lookAhead } from '../ahead.ts';
import type { BatchAnatomy, LayerUpdate, PointAnatomy, PointLayer } from '../anatomy.ts';
import { probeKey } from '../frame.ts';
import type { Run } from '../run.ts';
import type { Answer } from './probe.ts';

/** One row taken apart, and what the batch under way does to one layer. Leaves no trace. */
export const anatomy: Answer<'anatomy'> = (run, probe) => {
  // The page may still ask for a layer that has just been removed.
  if (probe.layer >= run.trainer.settings.model.layers.length) return {};
  const row = run.setup.data.ids.indexOf(probe.point ?? -1);
  return {
    anatomies: {
      [probeKey(probe)]: {
        point: row < 0 ? null : pointOf(run, row, probe.layer),
        batch: batchOf(run, probe.layer),
      },
    },
  };
};

const pointOf = (run: Run, row: number, layer: number): PointAnatomy => {
  const { model } = run.trainer.settings;
  const { setup } = run;
  const { arena, inference, layers, kernels, ranges } = model;
  const { tape, recorded } = inference;
  const depth = layers.length;
  const held = row >= setup.train.count;
  const rows = held && setup.validation ? setup.validation : setup.train;
  const index = held ? row - setup.train.count : row;
  const copy = (at: number, count: number): Float32Array =>
    Float32Array.from(arena.memory.subarray(at, at + count));

  // One row alone, each as it is: a weight by class belongs to the mean.
  const { weights: _ofTraining, ...alone } = rows;
  load(model, inference, alone, index, 1, null);
  kernels.fill(inference.gradients, ranges.count, 0);
  tape.forward(1, 0, depth);
  tape.clear(1);
  // From the row's own loss on, past the mean: a penalty is not the point's.
  kernels.fill(tape.gradient(inference.rowLosses), 1, 1);
  tape.backward(1, depth, 0);

  const joined = losses[setup.design.compile.loss].joins === layers.at(-1)!.activation;
  const oneRow = ({ shape }: Tensor): number => sizeOf(shape.slice(1));
  const own = layers[layer]!;
  return {
    id: setup.data.ids[row]!,
    answers: copy(inference.answers.at, model.outputs),
    loss: arena.memory[inference.rowLosses.at]!,
    layers: recorded.map(({ sums, output }, i): PointLayer => {
      const before = recorded[i - 1]?.output ?? inference.input;
      return {
        inputs: copy(before.at, oneRow(before)),
        sums: copy(sums.at, oneRow(sums)),
        outputs: copy(output.at, oneRow(output)),
        blame: joined && i === depth - 1 ? null : copy(tape.gradient(output), oneRow(output)),
        delta: copy(tape.gradient(sums), oneRow(sums)),
      };
    }),
    slopes: copy(inference.gradients + own.at - ranges.weights, own.count),
    batchesUntil: held ? 'never' : untilMet(run.trainer, index),
  };
};

/** When the run comes by a training row. */
const untilMet = (trainer: Trainer, row: number): number | 'used' => {
  const { cursor } = trainer.counters;
  const order = orderOf(trainer);
  const place = order ? order.indexOf(row) : row;
  return place < cursor ? 'used' : Math.floor((place - cursor) / trainer.settings.batchSize);
};

const batchOf = (run: Run, layer: number): BatchAnatomy => {
  const { trainer } = run;
  const { model, rows, batchSize, optimizer } = trainer.settings;
  const { counters, phase } = trainer;
  const depth = model.layers.length;
  const told = {
    rows: Math.min(batchSize, rows.count - counters.cursor),
    number: counters.batch + 1,
    batches: batchesOfEpoch(trainer),
    rate: nextRate(trainer),
    iteration: counters.step - counters.began + 1,
  };
  let loss: number | null = null;
  const update = updateReader(model, layer, optimizerOf(optimizer).slots);
  const well = lookAhead(
    run,
    (ahead) => {
      loss = ahead.loss;
      update.meet();
    },
    update.done,
  );
  // What this batch has not come to yet is not told: it is computed, but not there.
  const lossIsThere = phase === 0 || phase > depth;
  const slopesAreThere = phase === 0 || phase > 2 * depth - layer;
  return { ...told, loss: lossIsThere ? loss : null, layer: well && slopesAreThere ? update.read() : null };
};

/** Copies what an update finds of a layer, and what it leaves. */
const updateReader = ({ arena, ranges, layers }: Model, layer: number, names: readonly string[]) => {
  const { at, count } = layers[layer]!;
  const from = at - ranges.weights;
  const copy = (place: number): Float32Array =>
    Float32Array.from(arena.memory.subarray(place + from, place + from + count));
  const slots = (): Float32Array[] => names.map((_name, index) => copy(ranges.slots + index * ranges.count));
  const here = () => ({ slopes: copy(ranges.gradients), weights: copy(ranges.weights), slots: slots() });
  let before = here();
  let after = before;
  return {
    meet: () => {
      before = here();
    },
    done: () => {
      after = here();
    },
    read: (): LayerUpdate => ({
      slopes: before.slopes,
      // It is clipped in place.
      clipped: after.slopes,
      before: before.weights,
      after: after.weights,
      slots: names.map((name, index) => ({ name, before: before.slots[index]!, after: after.slots[index]! })),
    }),
  };
};
