import {
  carryState,
  createTrainer,
  type Model,
  takeCounters,
  train,
  type Trainer,
} from '../../engine/index.ts';
import { slotsEnd } from '../../engine/fit/weights.ts';
import type { Probe } from '../views.ts';
import type { Run } from '../run.ts';
import { networkOf } from '../settings.ts';
import { createGauge } from './gauge.ts';
import { type Race, type Raced, type Racer, racerAt, RACERS, RATES } from './landscape.ts';
import { rowsOver } from './over.ts';
import { fillPath, pathOf } from './path.ts';
import { layPlane } from './plane.ts';
import type { Study } from './studies.ts';

/**
 * Begins a race at the present moment: null where there is no such plane, undefined until that is known. Each racer has a
 * network of its own; its batches are those that the run itself has before it.
 */
export const raceOf = (run: Run, probe: Extract<Probe, { kind: 'race' }>): Study<Race | null | undefined> => {
  const { trainer } = run;
  const { model } = trainer.settings;
  const { arena, ranges } = model;
  const { step } = trainer.counters;
  const { updates, rate } = probe;
  const here = arena.memory.slice(ranges.weights, ranges.weights + ranges.count);
  const rows = rowsOver(run, probe.rows);
  const rates = rate === 'best' ? RATES : [rate];
  const raced = new Map<Racer, Raced>();
  let from: readonly [number, number] | null | undefined;
  let made = 0;

  function* go(): Generator<void, void> {
    // Principal directions are those of the surface: of the path as closely as it will be known.
    if (probe.directions.kind === 'principal') yield* fillPath(run);
    const plane = yield* layPlane(model, probe.directions, pathOf(run, here));
    from = plane && (probe.from ?? plane.at);
    if (!plane || !from) return;
    const start = here.slice();
    plane.put(from[0], from[1], start, 0);
    for (const racer of RACERS) {
      const own = networkFor(run, racer);
      if (!own) return;
      const gauge = createGauge(own, rows);
      for (const each of rates) {
        const runner = startedAt(run, own, racer, each, start);
        const steps = train(runner, 'batch');
        const places = [plane.coordinates(start)];
        let lost = false;
        for (let update = 0; update < updates && !lost; update++) {
          yield;
          lost = steps.next().value === 'lost';
          if (!lost) places.push(plane.coordinates(weightsOf(own)));
          made += 1;
        }
        yield;
        const loss = yield* gauge.lossAt(() => {});
        if (lost) made += updates - places.length;
        const end: Raced = {
          racer,
          rate: each,
          across: Float64Array.from(places, ([x]) => x),
          up: Float64Array.from(places, ([, y]) => y),
          loss,
          lost: lost || !Number.isFinite(loss),
        };
        const best = raced.get(racer);
        if (!best || isBetter(end, best)) raced.set(racer, end);
      }
    }
  }

  return {
    work: go(),
    resume: () => {},
    read: () =>
      from && {
        directions: probe.directions,
        rows: probe.rows,
        measured: rows.count,
        step,
        from,
        updates,
        rate,
        racers: RACERS.flatMap((racer) => raced.get(racer) ?? []),
        progress: made / (RACERS.length * rates.length * updates),
      },
  };
};

const weightsOf = ({ arena, ranges }: Model): Float32Array | Float64Array =>
  arena.memory.subarray(ranges.weights, ranges.weights + ranges.count);

/** Is a racer ahead of itself at another learning rate? */
const isBetter = (one: Raced, other: Raced): boolean => !one.lost && (other.lost || one.loss < other.loss);

/** A network like the run's own, with the slots of a racer; null where there is no room for one. */
const networkFor = ({ setup, trainer }: Run, racer: Racer): Model | null => {
  const { design } = setup;
  const optimizer = racerAt(racer, 1);
  const made = networkOf(
    { ...design, compile: { ...design.compile, optimizer } },
    trainer.settings.model.capacity,
  );
  return 'refused' in made ? null : made;
};

/** A racer at the start: the weights given, no slots yet, and the batches that the run has before it. */
const startedAt = (
  { trainer }: Run,
  model: Model,
  racer: Racer,
  rate: number,
  start: ArrayLike<number>,
): Trainer => {
  const { settings, counters } = trainer;
  const { arena, ranges } = model;
  // Moving statistics come along; of the optimizer nothing does.
  carryState(settings.model, model);
  weightsOf(model).set(start);
  arena.memory.fill(0, ranges.slots, slotsEnd(model));
  const runner = createTrainer({
    model,
    rows: settings.rows,
    optimizer: racerAt(racer, rate),
    batchSize: settings.batchSize,
    shuffle: settings.shuffle,
    seed: settings.seed,
  });
  const { step, epoch, cursor, batch } = counters;
  takeCounters(runner, { ...runner.counters, step, began: step, epoch, cursor, batch });
  return runner;
};
