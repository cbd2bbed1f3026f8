import { nextRate } from '../../engine/index.ts';
import type { Region } from '../../data/data.ts';
import type { Probe } from '../views.ts';
import type { Run } from '../run.ts';
import { createGauge, type Gauge } from './gauge.ts';
import type { Directions, Surface } from './landscape.ts';
import { rowsOver } from './over.ts';
import { fillPath, type Passed, pathOf } from './path.ts';
import { layPlane, type Plane } from './plane.ts';
import { rangesFor } from './range.ts';
import type { Study } from './studies.ts';

/** Cells a side that are measured first; then twice as many, and so on. */
const COARSE = 8;

/** How wide a surface is at least, along two weights and as a share of all weights, or beside a path that hardly moves. */
const LEAST: Readonly<Record<Directions['kind'], number>> = { weights: 2, random: 2, principal: 1e-3 };

/** What a surface shows, once it is laid. */
interface Laid {
  readonly plane: Plane;
  readonly region: Region;
  readonly path: Surface['path'];
  readonly present: Surface['present'];
}

/** Begins a surface at the present moment: null where there is no such plane, undefined until that is known. */
export const surfaceOf = (
  run: Run,
  probe: Extract<Probe, { kind: 'surface' }>,
): Study<Surface | null | undefined> => {
  const { trainer } = run;
  const { model } = trainer.settings;
  const { arena, ranges } = model;
  const { directions, size } = probe;
  const here = arena.memory.slice(ranges.weights, ranges.weights + ranges.count);
  const rows = rowsOver(run, probe.rows);
  const side = size + 1;
  const losses = new Float64Array(side * side).fill(Number.NaN);
  let gauge: Gauge = createGauge(model, rows);
  let laid: Laid | null | undefined;
  let level = 0;
  let made = 0;

  /** Lays the plane as the path is known so far. What was measured on another one is forgotten. */
  function* lay(gradient: Float64Array, path: readonly Passed[], whole: boolean): Generator<void, boolean> {
    const known = laid && directions.kind !== 'principal' ? laid.plane : null;
    const plane = known ?? (yield* layPlane(model, directions, path));
    if (!plane) return false;
    const present = laid?.present ?? { loss: yield* gauge.lossAt(() => {}) };
    const rate = nextRate(trainer);
    const move = plane.along(gradient.map((slope) => -rate * slope));
    const places = path.map(({ weights }) => plane.coordinates(weights));
    const shown = [...places, add(plane.at, move), ...(probe.room ?? [])];
    const region = regionOf(run, directions, plane, shown);
    if (!known || String(region) !== String(laid?.region)) {
      losses.fill(Number.NaN);
      level = 0;
      made = 0;
    }
    laid = {
      plane,
      region,
      path: {
        steps: Float64Array.from(path, ({ step }) => step),
        across: Float64Array.from(places, ([x]) => x),
        up: Float64Array.from(places, ([, y]) => y),
        whole,
      },
      present: { loss: present.loss, slope: plane.slopes(gradient), move },
    };
    return true;
  }

  function* measure(): Generator<void, void> {
    const gradient = yield* gauge.gradient();
    yield;
    const laidWell = yield* lay(gradient, pathOf(run, here), false);
    if (laidWell) yield* measureTo(COARSE);
    yield;
    const more = yield* fillPath(run);
    yield;
    if (more || !laidWell) {
      if (!(yield* lay(gradient, pathOf(run, here), true))) {
        laid = null;
        return;
      }
    } else laid = { ...laid!, path: { ...laid!.path, whole: true } };
    for (let cells = COARSE; cells <= size; cells *= 2) yield* measureTo(cells);
  }

  /** Measures the corners of a grid of so many cells a side that are not measured yet. */
  function* measureTo(cells: number): Generator<void, void> {
    const { plane, region } = laid!;
    const [left, right, bottom, top] = region;
    gauge = createGauge(model, rows, plane.first);
    for (let row = 0; row < side; row += size / cells) {
      for (let column = 0; column < side; column += size / cells) {
        const at = row * side + column;
        if (!Number.isNaN(losses[at])) continue;
        yield;
        const x = left + ((right - left) * column) / size;
        const y = top - ((top - bottom) * row) / size;
        const loss = yield* gauge.lossAt(() => plane.put(x, y, arena.memory, ranges.weights));
        losses[at] = Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
        made += 1;
      }
    }
    level = cells;
  }

  const { step } = trainer.counters;
  return {
    work: measure(),
    resume: () => gauge.forget(),
    read: () =>
      laid && {
        directions,
        rows: probe.rows,
        measured: rows.count,
        step,
        weights: ranges.count,
        shares: laid.plane.shares,
        region: laid.region,
        size,
        losses: losses.slice(),
        level,
        at: laid.plane.at,
        present: laid.present,
        path: laid.path,
        progress: made / losses.length,
      },
  };
};

const add = (a: readonly [number, number], b: readonly [number, number]): [number, number] => [
  a[0] + b[0],
  a[1] + b[1],
];

/** A square with room for all places, held as long as it has. */
const regionOf = (
  run: Run,
  directions: Directions,
  plane: Plane,
  places: readonly (readonly [number, number])[],
): Region => {
  const shown = [...places, plane.at].filter((place) => place.every(Number.isFinite));
  const axes = [0, 1].map((axis) => ({ needed: shown.map((place) => place[axis]!) }));
  const [across, up] = rangesFor(run, JSON.stringify(directions), axes, LEAST[directions.kind]);
  return [...across!, ...up!] as unknown as Region;
};
