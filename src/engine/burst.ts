import type { Program } from './kernels/programs.ts';
import { optimizerOf } from './optimizers/index.ts';
import type { Model } from './model.ts';
import { AT_ONCE, type Pass } from './pass.ts';
import { load, loadInto, widthOf } from './rows.ts';
import { clearGradients, countBatches, orderOf, startGradient, train, type Trainer } from './trainer.ts';
import { updateWeights } from './update.ts';

/**
 * Trains so many batches, the bits as by train(), and many of them in one go where nobody has to look in between: no
 * callback, no metric that is measured row by row. `ended` is called at the end of every epoch, with the counters of that
 * moment; the weights may be further by then, but never beyond the end of a fit(). Where it says false no batch is begun
 * any more. False where a loss was lost, as train() yields it.
 */
export const trainMany = (trainer: Trainer, batches: number, ended: () => boolean): boolean => {
  const single = train(trainer, 'batch');
  let left = batches;
  const meetEnd = (): void => {
    if (!ended()) left = 0;
  };
  while (left > 0) {
    if (trainer.phase === 0 && isPlain(trainer)) {
      const times = Math.min(left, aheadOf(trainer));
      left -= times;
      if (atOnce(trainer, times, meetEnd) < times) return false;
    } else {
      left -= 1;
      const moment = single.next().value;
      if (moment === 'lost') return false;
      if (moment === 'epoch') meetEnd();
    }
  }
  return true;
};

const isPlain = ({ settings, meters }: Trainer): boolean =>
  meters.length === 0 && (settings.callbacks ?? []).length === 0;

/** Does one batch hold every row, so that every batch to come is the same one? */
const isWhole = ({ settings, counters }: Trainer): boolean =>
  counters.cursor === 0 && settings.batchSize >= settings.rows.count;

/** How many batches of the size of the next one come after each other, as far as there is room. */
const aheadOf = (trainer: Trainer): number => {
  const { settings, counters } = trainer;
  const { rows, batchSize, model } = settings;
  if (isWhole(trainer)) {
    // One even where a fit() is over already: it ends with that epoch.
    return Math.max(1, Math.min(AT_ONCE, counters.fit.stopAt - counters.epoch));
  }
  const full = Math.floor((rows.count - counters.cursor) / batchSize);
  return Math.max(1, Math.min(AT_ONCE, full, Math.floor(model.training.shelf.rows / batchSize)));
};

/** Makes the next steps in one go; returns how many were made. Where a loss was lost it stands after that batch's phases. */
const atOnce = (trainer: Trainer, times: number, ended: () => void): number => {
  const { settings, counters } = trainer;
  const { model, rows, optimizer } = settings;
  const { training, arena, kernels, ranges } = model;
  const count = Math.min(settings.batchSize, rows.count - counters.cursor);
  const order = orderOf(trainer);
  // Only batches that differ are laid out on the shelf.
  const laid = times > 1 && !isWhole(trainer);
  if (!laid) load(model, training, rows, counters.cursor, count, order);
  else loadInto(model, training, training.shelf, rows, counters.cursor, times * count, order);
  Object.assign(training.tape.key, { seed: settings.seed, step: counters.step });
  const made = counters.step - counters.began;
  const { rate } = counters.fit;
  const done = kernels.repeat(
    {
      compute: stepOf(model, count, laid),
      update: (i) => {
        updateWeights(kernels, optimizer, ranges, made + i, rate);
        training.tape.commit(count);
        training.tape.key.step += 1;
      },
      same: !optimizerOf(optimizer).counts && !(optimizer.schedule && rate === null),
      loss: training.loss.at,
      right: training.right.at,
      told: training.told.at,
    },
    times,
  );
  const told = arena.memory.subarray(training.told.at);
  const last = Math.min(done, times - 1);
  const first = laid ? counters.cursor + last * count : counters.cursor;
  trainer.batchRows = count;
  trainer.firstRow = order ? order[first]! : first;
  countBatches(trainer, done, count, told, ended);
  if (done < times) {
    trainer.loss = told[2 * done]!;
    trainer.phase = 2 * model.layers.length + 1;
  }
  return done;
};

/**
 * The program of a whole step up to its gradients: one for each pass, number of rows, place they are taken from, and
 * whether they are weighted.
 */
const steps = new WeakMap<Pass, Map<number, Program>>();
const stepOf = (model: Model, count: number, laid: boolean): Program => {
  const { training, kernels, layers, outputs } = model;
  const { tape, input, answers, weights, shelf, right, recorded } = training;
  let known = steps.get(training);
  if (!known) steps.set(training, (known = new Map()));
  const key = (count * 2 + Number(laid)) * 2 + Number(tape.weighted);
  let program = known.get(key);
  if (program) return program;
  program = kernels.note(() => {
    if (laid) {
      kernels.take(shelf.input.at, input.at, count * widthOf(training));
      kernels.take(shelf.answers.at, answers.at, count * outputs);
      if (tape.weighted) kernels.take(shelf.weights.at, weights.at, count);
    }
    clearGradients(model, count);
    tape.forward(count, 0, layers.length);
    kernels.countRight(recorded.at(-1)!.output.at, answers.at, right.at, count, outputs);
    startGradient(model);
    tape.backward(count, layers.length, 0);
  });
  known.set(key, program);
  return program;
};
