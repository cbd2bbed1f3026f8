import { useEffect, useMemo } from 'react';
import { refresh } from '../../../state/frames.ts';
import { useFrame, useShows, useViews } from '../../../state/run.ts';
import { goesOn, type Probe } from '../../../worker/frame.ts';
import type { Directions, Over, Race, Surface } from '../../../worker/landscape/landscape.ts';
import type { Point } from '../../../ui/charts/scale.ts';
import type { LossGrid } from '../../../ui/charts/lossLevels.ts';
import type { RaceChoice } from './useRace.ts';

/** Cells a side at rest, and while the run goes on and every frame has another surface. */
const FINE = 64;
const QUICK = 16;

interface Asked {
  readonly directions: Directions;
  /** Is the loss measured on some rows only? */
  readonly some: boolean;
  readonly race: RaceChoice;
  readonly rate: number;
}

/** What the trainer has measured: undefined until it tells, null where there is no such plane. */
interface Measured {
  readonly surface: Surface | null | undefined;
  readonly race: Race | null;
}

/** Asks for the surface and, where it is on, the race; and goes on asking until both are whole. */
export const useSurface = ({ directions, some, race, rate }: Asked): Measured => {
  const frame = useFrame();
  const goes = frame !== null && goesOn(frame);
  const rows: Over = some ? 'some' : 'all';
  const views = useViews();
  const { surface, race: run } = views;
  const room = JSON.stringify(race.on && surface && run ? roomFor(surface, run) : null);
  const asked = useMemo<Probe>(() => {
    const places = JSON.parse(room) as readonly Point[] | null;
    return {
      kind: 'surface',
      directions,
      rows,
      size: goes ? QUICK : FINE,
      ...(places && { room: places }),
    };
  }, [directions, rows, goes, room]);
  const raced = useMemo<Probe | null>(
    () =>
      race.on
        ? {
            kind: 'race',
            directions,
            rows,
            updates: race.updates,
            rate: race.best ? 'best' : rate,
            ...(race.from && { from: race.from }),
          }
        : null,
    [directions, rows, race, rate],
  );
  useShows(asked);
  useShows(raced);
  const open =
    surface === undefined ||
    (surface !== null && surface.progress < 1) ||
    (raced !== null && run !== null && run?.progress !== 1);
  // Each frame brings more: with the next one it is asked again.
  useEffect(() => {
    if (open && frame) refresh();
  }, [open, frame]);
  const mine = surface && JSON.stringify(surface.directions) === JSON.stringify(directions);
  return {
    surface: mine ? surface : surface === null ? null : undefined,
    race: raced && run && isAsked(run, raced) ? run : null,
  };
};

/** Is it the race that is asked for, or still the one before? */
const isAsked = ({ directions, rows, updates, rate }: Race, asked: Probe): boolean =>
  asked.kind === 'race' &&
  JSON.stringify([directions, rows, updates, rate]) ===
    JSON.stringify([asked.directions, asked.rows, asked.updates, asked.rate]);

/** A race is followed so many times as far as the path of the run lies apart; what goes further leaves the map. */
const FOLLOWED = 4;

/** Two opposite corners of what a race needs of the map, rounded so that it stands still while a start is dragged. */
const roomFor = ({ at, path }: Surface, { racers }: Race): readonly [Point, Point] => {
  const ends = ([0, 1] as const).map((axis): Point => {
    const been = [at[axis], ...(axis === 0 ? path.across : path.up)];
    const [low, high] = [Math.min(...been), Math.max(...been)];
    const most = FOLLOWED * Math.max(LEAST, high - low);
    const run = racers.flatMap(({ across, up }) => [...(axis === 0 ? across : up)]);
    const held = run.filter((place) => place > low - most && place < high + most);
    return [rounded(Math.min(low, ...held)), rounded(Math.max(high, ...held))];
  }) as [Point, Point];
  return [
    [ends[0][0], ends[1][0]],
    [ends[0][1], ends[1][1]],
  ];
};
const LEAST = 2;
const rounded = (place: number): number => Number(place.toPrecision(2));

/** The finest grid that is measured whole; null until there is one. */
export const gridOf = ({ losses, size, level }: Surface): LossGrid | null => {
  if (level === 0) return null;
  if (level === size) return { side: size + 1, losses };
  const every = size / level;
  const side = level + 1;
  const coarse = new Float64Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      coarse[row * side + column] = losses[row * every * (size + 1) + column * every] ?? Number.NaN;
    }
  }
  return { side, losses: coarse };
};
