import { memo, useMemo } from 'react';
import type { Region } from '../../worker/frame.ts';
import type { Racer } from '../../worker/landscape/landscape.ts';
import type { Theme } from '../colors.ts';
import { classes } from '../controls/classes.ts';
import css from './ContourMap.module.css';
import { bandsOf, isIn, labelled, lineOf } from './contours.ts';
import { levelWords, type LossGrid, type LossLevels, shareOf } from './lossLevels.ts';
import { lossShade } from './lossShades.ts';
import { MapAxes } from './MapAxes.tsx';
import { arrowOf, MoveArrow } from './MoveArrow.tsx';
import { PlaceGrip } from './PlaceGrip.tsx';
import { racerLooks } from './racerLooks.ts';
import { distance, type PlaneScale, type Point, toPixels } from './scale.ts';
import { along, type Rect, rectOf, settle } from './spots.ts';
import { useBox } from './useBox.ts';
import marks from './weights.module.css';

/** Where a racer comes by, and how many of these places are shown. */
export interface RacerPath {
  readonly racer: Racer;
  readonly places: readonly Point[];
  readonly shown: number;
}

interface ContourMapProps {
  readonly region: Region;
  readonly grid: LossGrid;
  readonly levels: LossLevels;
  readonly names: readonly [across: string, up: string];
  /** What the drawing is, for a screen reader. */
  readonly label: string;
  /** Where the run came from, oldest first; the last is now. */
  readonly path: readonly Point[];
  readonly now: { readonly at: Point; readonly words: string };
  /** From now: −η × gradient; null until it is known. */
  readonly move: { readonly way: Point; readonly words: string } | null;
  readonly racers: readonly RacerPath[];
  /** The place that racers start from, which can be dragged; null: none is shown. */
  readonly start: {
    readonly at: Point;
    readonly label: string;
    readonly said: string;
    readonly onMove: (to: Point) => void;
  } | null;
  readonly theme: Theme;
  readonly large: boolean;
}

const BALL = 7;
const START = 11;

/** The loss over two directions as a map: dark is high. */
export const ContourMap = (props: ContourMapProps) => {
  const { region, grid, levels, names, label, path, now, move, racers, start, theme, large } = props;
  const [frame, box] = useBox<HTMLDivElement>({ width: 480, height: 480 });
  const type = large ? { strong: 18, tick: 16 } : { strong: 13, tick: 11 };
  const [left, above, below] = [4.2 * type.tick, type.tick + 10, 2 * type.tick];
  const size = Math.max(80, Math.min(box.width - left - 2, box.height - above - below));
  const scale: PlaneScale = { region, size };
  const at = toPixels(scale, now.at);
  const arrow = move && arrowOf(at, toPixels(scale, [now.at[0] + move.way[0], now.at[1] + move.way[1]]));
  const beside = (place: Point) =>
    (
      [
        [14, -14, 'start'],
        [14, 16, 'start'],
        [-14, -14, 'end'],
        [-14, 16, 'end'],
        [16, 0, 'start'],
        [-16, 0, 'end'],
        [0, -22, 'middle'],
        [0, 24, 'middle'],
        [-14, 36, 'end'],
        [14, 36, 'start'],
        [-14, -34, 'end'],
        [14, -34, 'start'],
      ] as const
    ).map(([right, down, anchor]) => ({
      at: [place[0] + right, place[1] + down] as const,
      anchor,
    }));
  const lines = [path, ...racers.map(({ places }) => places)].flatMap((places) => beads(scale, places));
  const ball = disc(at, START);
  const crowd = {
    bounds: [2, 2, size - 2, size - 2] as const,
    rects: [ball],
    points: [...lines.map(([x, y]): Point => [x + 2, y + 2]), ...(arrow ? [arrow.tip, arrow.seen] : [])],
  };
  const nowSpot = settle(now.words, type.strong, beside(at), crowd);
  const nowRect = rectOf(now.words, type.strong, nowSpot);
  const wished =
    arrow && move
      ? settle(move.words, type.strong, beside(arrow.seen), { ...crowd, rects: [ball, nowRect] })
      : null;
  // In a small map there may be no room for it: the ball is not covered.
  const moveSpot =
    wished && move && !crosses(rectOf(move.words, type.strong, wished), disc(at, BALL)) ? wished : null;
  const taken: readonly Rect[] = [
    nowRect,
    ball,
    ...(moveSpot && move ? [rectOf(move.words, type.strong, moveSpot)] : []),
    ...lines,
  ];
  const drawn = { scale, grid, levels, theme, tick: type.tick };

  return (
    <div ref={frame} className={marks.frame}>
      <svg
        className={marks.drawing}
        width={left + size + 2}
        height={above + size + below}
        role="group"
        aria-label={label}
      >
        <g transform={`translate(${left} ${above})`}>
          <Ground {...drawn} taken={taken.map((rect) => rect.map(Math.round).join()).join(' ')} />
          <MapAxes scale={scale} names={names} tick={type.tick} />
          <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
            <path className={css.halo} d={lineOf(scale, path)} />
            <path className={css.path} d={lineOf(scale, path)} />
            {racers.map(({ racer, places, shown }) => (
              <RacerLine key={racer} racer={racer} places={places.slice(0, shown)} scale={scale} />
            ))}
            {arrow && <MoveArrow {...arrow} from={at} />}
            {isIn(region, now.at) && <circle className={marks.ball} cx={at[0]} cy={at[1]} r={BALL} />}
          </svg>
          {start && (
            <PlaceGrip {...start} scale={scale} radius={START}>
              <circle className={css.startHalo} r={START} />
              <circle className={css.start} r={START} />
            </PlaceGrip>
          )}
          {moveSpot && move && (
            <text aria-hidden="true" className={classes(marks.words, css.words)} {...placed(moveSpot)}>
              {move.words}
            </text>
          )}
          <text
            aria-hidden="true"
            className={classes(marks.words, css.words, marks.now)}
            {...placed(nowSpot)}
          >
            {now.words}
          </text>
        </g>
      </svg>
    </div>
  );
};

const disc = ([x, y]: Point, radius: number): Rect => [x - radius, y - radius, x + radius, y + radius];
const crosses = (a: Rect, b: Rect): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Small squares along a line through places, to keep words off it. */
const beads = (scale: PlaneScale, places: readonly Point[]): readonly Rect[] => {
  const rects: Rect[] = [];
  let before: Point | null = null;
  for (const place of places) {
    const at = toPixels(scale, place);
    if (before && distance(at, before) < BEAD) continue;
    for (const [x, y] of before ? along(before, at) : [at]) rects.push([x - 2, y - 2, x + 2, y + 2]);
    before = at;
  }
  return rects;
};
const BEAD = 6;

const placed = ({ at: [x, y], anchor }: ReturnType<typeof settle>) => ({
  x,
  y,
  textAnchor: anchor,
  dominantBaseline: 'central' as const,
});

interface GroundProps {
  readonly scale: PlaneScale;
  readonly grid: LossGrid;
  readonly levels: LossLevels;
  readonly theme: Theme;
  readonly tick: number;
  /** What level labels keep clear of: corners in px, as words so that they are compared by value. */
  readonly taken: string;
}

/** The bands of the loss and their labels: they change with the loss only. */
const Ground = memo(({ scale, grid, levels, theme, tick, taken }: GroundProps) => {
  const { size } = scale;
  const bands = useMemo(() => bandsOf(grid, levels.values, size), [grid, levels, size]);
  const labels = useMemo(() => {
    const rects = taken
      .split(' ')
      .map((rect) => rect.split(',').map(Number) as [number, number, number, number]);
    return labelled(bands, levelWords(levels), tick, size, rects);
  }, [bands, levels, taken, tick, size]);
  return (
    <g aria-hidden="true">
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`}>
        <rect width={size} height={size} fill={lossShade(theme, 0)} />
        {bands.map(({ level, outline }) => (
          <path
            key={level}
            className={css.band}
            d={outline}
            fill={lossShade(theme, shareOf(levels, level))}
          />
        ))}
      </svg>
      {labels.map(({ level, words, at: [x, y] }) => (
        <text
          key={level}
          className={css.level}
          stroke={lossShade(theme, shareOf(levels, level))}
          x={x}
          y={y}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {words}
        </text>
      ))}
    </g>
  );
});
Ground.displayName = 'Ground';

interface RacerLineProps {
  readonly racer: Racer;
  readonly places: readonly Point[];
  readonly scale: PlaneScale;
}

const RacerLine = ({ racer, places, scale }: RacerLineProps) => {
  const { colour, dash, mark } = racerLooks[racer];
  const end = places.at(-1);
  const line = lineOf(scale, places);
  return (
    <g>
      <path className={css.halo} d={line} />
      <path className={css.racer} d={line} stroke={colour} strokeDasharray={dash} />
      {end && (
        <path
          className={css.mark}
          d={mark}
          fill={colour}
          transform={`translate(${toPixels(scale, end).join(' ')})`}
        />
      )}
    </g>
  );
};
