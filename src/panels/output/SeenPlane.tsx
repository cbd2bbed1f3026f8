import { useMemo } from 'react';
import { type Activation, activations } from '../../engine/activations/index.ts';
import { useModel } from '../../state/data.ts';
import { useFrame, useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Polyline } from '../../ui/charts/boundary.ts';
import { Boundary } from '../../ui/charts/Boundary.tsx';
import { Plane } from '../../ui/charts/Plane.tsx';
import { clipLine, type Line } from '../../ui/charts/line.ts';
import planeCss from '../../ui/charts/Plane.module.css';
import { Points } from '../../ui/charts/Points.tsx';
import { rangeOf } from '../../ui/charts/range.ts';
import { type PlaneScale, type Point, toPixels } from '../../ui/charts/scale.ts';
import { type Stack, stacksOf } from '../../ui/charts/stacks.ts';
import { Surface } from '../../ui/charts/Surface.tsx';
import { classes } from '../../ui/controls/classes.ts';
import type { Map2d, Probe } from '../../worker/frame.ts';
import { useTourDims } from '../network/tourLight.ts';
import type { PlaneSizes } from './layout.ts';
import { cutOf, lineOf } from './lines.ts';
import css from './OutputPanel.module.css';
import { PlaneMap } from './PlaneMap.tsx';
import { placeWords, type Row } from './rows.ts';
import { nameSpots, placesSeen } from './seen.ts';
import { Caption, PlaneTitle, useSeenNames } from './SeenWords.tsx';
import { useBends } from './useBoundaries.ts';
import { POINTING, topOf, useLarge, usePlanePoints, usePointed, useRows } from './usePoints.ts';
import { washOf } from './wash.ts';
import { words } from './seenWords.ts';

const SEEN: Probe = { kind: 'seen', size: 96 };
const NO_MAPS: readonly Map2d[] = [];
const SPOT = 0.02;
const HALF = 0.5;
const SAMPLES = 64;
/** Type size of the points' names, usual and in large text, in pixels: the theme's --type-label. */
const TYPE = { usual: 12, large: 16 };

/** The plane of the two units before the output layer: what that makes of it, and where the hidden layers put the points. */
export const SeenPlane = ({ size, gutter }: PlaneSizes) => {
  const say = useSay();
  const names = useSeenNames();
  const model = useModel();
  useShows(SEEN);
  const maps = useViews().seen ?? NO_MAPS;
  const weights = useFrame()?.weights;
  const { pinned, hovered } = usePointed();
  const large = useLarge();
  const rows = useRows();
  const places = placesSeen(useViews().points?.outputs.at(-2), rows.length);
  const planePoints = usePlanePoints();
  const region = maps[0]?.region;

  const activationName = model.at(-1)?.activation ?? 'sigmoid';
  const activation: Activation = activations[activationName];
  const range = useMemo(() => rangeOf(activation.range, maps), [activation, maps]);
  const cut = cutOf(activationName);
  const own = weights?.length === model.length ? weights.at(-1) : undefined;
  const hidden = useView((view) => view.predictionsHidden);
  const line = !hidden && own?.bias.length === 1 && cut !== null ? lineOf(own, 0, cut) : null;
  const bent = line === null && !hidden;
  const bendsOf = useBends();
  const bends = useMemo(() => (bent ? bendsOf(maps, HALF) : []), [bent, maps, bendsOf]);
  const dims = useTourDims();

  if (!region || !places) return <figure />;
  const scale: PlaneScale = { region, size };
  const stacks: Stack<Row>[] = stacksOf(
    rows.map((row, index) => ({ at: places[index] ?? row.at, row })),
    large ? SPOT * (region[1] - region[0]) : 0,
  ).map(({ at, items }) => ({ at, items: items.map(({ row }) => row) }));
  const points = planePoints(stacks, true);
  return (
    <figure className={classes(dims('seen') && css.dim)}>
      <PlaneTitle plane="seen" gutter={gutter} />
      <Plane
        scale={scale}
        gutter={gutter}
        axes={[names.first, names.second]}
        map={
          <PlaneMap
            maps={hidden ? NO_MAPS : maps}
            range={range}
            wash={washOf(activation.name, large)}
            label={say(words.seenMap, names)}
          />
        }
      >
        <Surface
          scale={scale}
          points={points}
          tool="move"
          toolClass={0}
          addLabel=""
          deeds={POINTING}
          onAdd={() => undefined}
          onPlace={() => undefined}
        >
          <Boundary scale={scale} lines={line ? [line] : []} bends={bends} />
          <Points
            points={points}
            scale={scale}
            large={large}
            tool="move"
            pinned={topOf(stacks, pinned)}
            hovered={topOf(stacks, hovered)}
            label={say(words.seenPoints)}
            deeds={POINTING}
          />
          {large && <Origins stacks={stacks} scale={scale} course={courseOf(line, bends, scale)} />}
        </Surface>
      </Plane>
      <Caption plane="seen" gutter={gutter} width={size} />
    </figure>
  );
};

/** Places along what is drawn of the boundary, in pixels: no name may lie on them. */
const courseOf = (line: Line | null, bends: readonly Polyline[], scale: PlaneScale): readonly Point[] => {
  const seen = line && clipLine(line, scale.region);
  const straight: readonly Point[] = seen
    ? Array.from({ length: SAMPLES + 1 }, (_, at) => {
        const t = at / SAMPLES;
        return [seen[0][0] + t * (seen[1][0] - seen[0][0]), seen[0][1] + t * (seen[1][1] - seen[0][1])];
      })
    : [];
  return [...straight, ...bends.flat()].map((at) => toPixels(scale, at));
};

interface OriginsProps {
  readonly stacks: readonly Stack<Row>[];
  readonly scale: PlaneScale;
  readonly course: readonly Point[];
}

/** Which inputs each spot comes from: "from (0, 0)", "(0, 1) and (1, 0)". */
const Origins = ({ stacks, scale, course }: OriginsProps) => {
  const say = useSay();
  const type = useView((view) => (view.largeText ? TYPE.large : TYPE.usual));
  const named = stacks.map(({ at, items }) => {
    const each = items.map((row) => placeWords(row.at));
    const inputs = [each.slice(0, -1).join(', '), ...each.slice(-1)].filter(Boolean).join(say(words.and));
    const label = items.length > 1 ? inputs : say(words.from, { places: inputs });
    return { id: items[0]?.id, at: toPixels(scale, at), label, under: items.length - 1 };
  });
  const spots = nameSpots(named, type, scale.size, course);
  return named.map(({ id, label, under }, index) => {
    const spot = spots[index];
    if (!spot) return null;
    return (
      <text
        key={id}
        className={classes(planeCss.label, planeCss.origin, under > 0 && planeCss.strong)}
        x={spot[0]}
        y={spot[1]}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {label}
      </text>
    );
  });
};
