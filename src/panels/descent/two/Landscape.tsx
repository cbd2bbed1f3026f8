import { useMemo, useState } from 'react';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import type { Text } from '../../../text.ts';
import { ContourMap, type RacerPath } from '../../../ui/charts/ContourMap.tsx';
import { type LossGrid, lossLevels } from '../../../ui/charts/lossLevels.ts';
import { LossSurface } from '../../../ui/charts/LossSurface.tsx';
import type { Point } from '../../../ui/charts/scale.ts';
import { fixed } from '../../../ui/format.ts';
import type { Surface } from '../../../worker/landscape/landscape.ts';
import css from './Two.module.css';
import { gridOf } from './useSurface.ts';
import type { WeightNames } from './weightNames.ts';
import { words } from './words.ts';

interface LandscapeProps {
  readonly surface: Surface | null;
  /** Why there is none. */
  readonly missing: string;
  readonly names: WeightNames;
  readonly racers: readonly RacerPath[];
  /** Where the race starts; null: there is none. */
  readonly from: Point | null;
  readonly onStart: (from: Point) => void;
}

const two = (value: number): string => fixed(value, 2);

/** The loss of a plane twice: as a map, and as a surface. */
export const Landscape = ({ surface, missing, names, racers, from, onStart }: LandscapeProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const large = useView((view) => view.largeText);
  const [turn, setTurn] = useState({ about: 325, above: 34 });
  const grid = useMemo(() => surface && gridOf(surface), [surface]);
  const levels = useMemo(() => grid && lossLevels(grid.losses), [grid]);
  if (!surface || !grid || !levels) {
    const why = missing || say(grid && !levels ? words.lost : words.beginning);
    return <p className={css.missing}>{why}</p>;
  }
  const { region, at, present, path } = surface;
  const axes = axesOf(surface, names);
  const title = say(axes.title, { across: axes.names[0], up: axes.names[1] });
  const least = leastOf(surface, grid);
  const loss = fixed(present?.loss ?? Number.NaN, 3);
  const places = Array.from(path.across, (x, i): Point => [x, path.up[i] ?? 0]);
  const same = { region, grid, levels, path: places, racers, theme };
  return (
    <>
      <figure className={css.figure}>
        <figcaption className={css.head}>
          <h2>{title}</h2>
          <p>{say(words.dark)}</p>
        </figcaption>
        <ContourMap
          {...same}
          names={axes.names}
          label={say(words.mapLabel, {
            title,
            x: two(at[0]),
            y: two(at[1]),
            loss,
            least: fixed(least.loss, 3),
            leastX: two(least.at[0]),
            leastY: two(least.at[1]),
          })}
          now={{ at, words: say(words.now, { loss }) }}
          move={present && !from ? { way: present.move, words: say(words.move) } : null}
          start={
            from && {
              at: from,
              label: say(words.knob),
              said: say(words.knobSaid, { x: two(from[0]), y: two(from[1]) }),
              onMove: onStart,
            }
          }
          large={large}
        />
      </figure>
      <figure className={css.figure}>
        <figcaption className={css.head}>
          <h2>{say(words.surface)}</h2>
          <p>{say(words.toTurn)}</p>
        </figcaption>
        <LossSurface
          {...same}
          names={[...axes.names, say(levels.byFactor ? words.highFactor : words.high)]}
          label={say(words.surfaceLabel)}
          said={say(words.turned, { about: Math.round(turn.about), above: Math.round(turn.above) })}
          now={at}
          turn={turn}
          onTurn={setTurn}
        />
      </figure>
    </>
  );
};

/** What the axes of a surface are called, and the surface by them. */
const axesOf = (
  { directions }: Surface,
  names: WeightNames,
): { readonly title: Text; readonly names: readonly [string, string] } => {
  if (directions.kind === 'weights') {
    return {
      title: words.overWeights,
      names: [names.nameOf(directions.across), names.nameOf(directions.up)],
    };
  }
  return directions.kind === 'random'
    ? { title: words.overRandom, names: ['r₁', 'r₂'] }
    : { title: words.overPrincipal, names: ['PC₁', 'PC₂'] };
};

/** The least loss that is measured, and where. */
const leastOf = (
  { region: [left, right, bottom, top] }: Surface,
  { side, losses }: LossGrid,
): { readonly loss: number; readonly at: Point } => {
  let best = 0;
  for (let i = 1; i < losses.length; i += 1) if ((losses[i] ?? 0) < (losses[best] ?? 0)) best = i;
  const [column, row] = [best % side, Math.floor(best / side)];
  return {
    loss: losses[best] ?? Number.NaN,
    at: [left + ((right - left) * column) / (side - 1), top - ((top - bottom) * row) / (side - 1)],
  };
};
