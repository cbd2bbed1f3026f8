import { nextRate } from '../../engine/index.ts';
import { type Probe, probeKey } from '../views.ts';
import type { Run } from '../run.ts';
import { createGauge } from './gauge.ts';
import { PLACES, type Slice, weightAt } from './landscape.ts';
import { rowsOver } from './over.ts';
import { rangesFor } from './range.ts';
import type { Study } from './studies.ts';

/** Places of the run before the present one that a slice has room for. */
const PAST = 8;
/** A range is at least so wide: weights are mostly of about this size. */
const WIDTH = 2;
/** A range is widened up to so far from the ball to show the bottom of its valley. */
const FAR = 4;
/** How far beside the ball the loss is measured to guess where that bottom is. */
const BESIDE = 0.5;

/** Begins a slice at the present moment; null where there is no such weight. */
export const sliceOf = (run: Run, probe: Extract<Probe, { kind: 'slice' }>): Study<Slice> | null => {
  const { trainer } = run;
  const { model } = trainer.settings;
  const { memory } = model.arena;
  const own = model.layers[probe.layer];
  if (!own || probe.at >= own.count) return null;
  const place = own.at + probe.at;
  const weight = memory[place]!;
  const rows = rowsOver(run, probe.rows);
  const gauge = createGauge(model, rows, probe.layer);
  const lossAt = (value: number) =>
    gauge.lossAt(() => {
      memory[place] = value;
    });
  const rate = nextRate(trainer);
  const losses = new Float64Array(PLACES).fill(Number.NaN);
  let range: Slice['range'] = probe.range ?? [weight - 1, weight + 1];
  let present: Slice['present'] = null;
  let made = 0;

  function* measure(): Generator<void, void> {
    const slope = (yield* gauge.gradient())[place - model.ranges.weights]!;
    yield;
    const loss = yield* lossAt(weight);
    present = { loss, slope };
    if (!probe.range) {
      yield;
      const after = yield* lossAt(weight + BESIDE);
      yield;
      const before = yield* lossAt(weight - BESIDE);
      const bend = (after - 2 * loss + before) / (BESIDE * BESIDE);
      const bottom = weight - slope / bend;
      const needed = [weight, weight - rate * slope, ...pastOf(run, place - model.state.at)];
      const wanted = bend > 0 && Math.abs(bottom - weight) < FAR ? [bottom] : [];
      const axis = { needed: needed.filter(Number.isFinite), wanted };
      range = rangesFor(run, probeKey(probe), [axis], WIDTH)[0]!;
    }
    for (const at of ORDER) {
      yield;
      const measured = yield* lossAt(weightAt(range, at));
      losses[at] = Number.isFinite(measured) ? measured : Number.POSITIVE_INFINITY;
      made += 1;
    }
  }
  const { step } = trainer.counters;
  return {
    work: measure(),
    resume: gauge.forget,
    read: () => ({
      layer: probe.layer,
      at: probe.at,
      rows: probe.rows,
      measured: rows.count,
      step,
      range,
      losses: losses.slice(),
      weight,
      present,
      progress: made / PLACES,
    }),
  };
};

/** What a number of the state was at the last moments before this one that are kept. */
const pastOf = ({ history, trainer }: Run, offset: number): number[] =>
  history.keyframes
    .filter(({ counters }) => counters.step < trainer.counters.step)
    .slice(-PAST)
    .map(({ state }) => state[offset]!);

/** Both ends, then the places between them, evenly spread and ever closer: by their binary digits, last digit first. */
const ORDER: readonly number[] = [
  0,
  PLACES - 1,
  ...Array.from({ length: PLACES }, (_, turn) => {
    let at = 0;
    for (let bit = 1; bit < PLACES; bit *= 2) at = 2 * at + ((turn / bit) & 1);
    return at;
  }).filter((at) => at > 0 && at < PLACES - 1),
];
