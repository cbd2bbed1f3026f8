import { line } from 'd3';
import { classes } from '../controls/classes.ts';
import { Grip } from './Grip.tsx';
import css from './LossOverWeight.module.css';
import type { Point } from './scale.ts';
import { along } from './spots.ts';
import { textWidth } from './textWidth.ts';
import { useBox } from './useBox.ts';
import { WeightAxes } from './WeightAxes.tsx';
import { Arrow, Words } from './WeightMarks.tsx';
import {
  arrowAt,
  beside,
  besideArrow,
  besideTangent,
  curvePoints,
  settleAll,
  tangentOf,
  weightScale,
} from './weightPlace.ts';
import marks from './weights.module.css';

/** A place that is marked: a weight, the loss there, and what is said of it. */
export interface Marked {
  readonly at: Point;
  readonly words: string;
}

/** A knob of the drawing: its name, its value as it is said, and what moving it does. */
export interface Knob {
  readonly label: string;
  readonly value: number;
  readonly said: string;
  readonly step: number;
  readonly onMove: (value: number, gesture: string) => void;
  /** Told when a pointer takes hold of it and when it lets go: meanwhile the drawing must stand still. */
  readonly onHold?: (held: boolean) => void;
}

/** A move: how far, from where unless from the weight now, and what is said of it. */
interface Moved {
  readonly value: number;
  readonly from?: number;
  readonly words: string;
}

interface LossOverWeightProps {
  /** What is drawn of the weights and of the loss. */
  readonly across: Point;
  readonly up: Point;
  /** Names of the loss and of the weight, at their axes. */
  readonly names: readonly [loss: string, weight: string];
  /** What the drawing is, for a screen reader. */
  readonly label: string;
  /** The true loss over the weight, and curves of earlier moments, drawn faint behind it. */
  readonly curve: readonly Point[] | null;
  readonly earlier?: readonly (readonly Point[])[];
  /** Places that were tried, one dot each. */
  readonly dots?: readonly Point[];
  readonly now: Marked | null;
  /** The tangent, at the ball or where it was. */
  readonly slope: { readonly value: number; readonly at?: Point; readonly words: string } | null;
  /** The arrow of the move: from the weight now, or from where it was. */
  readonly move: Moved | null;
  /** How it is moved in truth, where that is another way. */
  readonly real?: Moved | null;
  readonly next: Marked | null;
  /** Where the weight has been, oldest first, joined by dots; the first is named. `close`: drawn smaller, for they are many. */
  readonly trail: { readonly places: readonly Point[]; readonly words?: string; readonly close?: boolean };
  readonly least: { readonly weight: number; readonly words: string } | null;
  /** The ball, dragged along the weights; null: it stays. */
  readonly ball: Knob | null;
  /** The tip of the arrow: moved to a weight. */
  readonly tip: Knob | null;
  readonly large: boolean;
}

const BALL = 8;
const RING = 7;
const PAST = { usual: 6, close: 4 } as const;
const TIP = 9;
/** Nearer to the ball, in px, the next place bears no words; a shorter arrow neither, and one shorter still is not drawn. */
const CLOSE = 28;
const SHORT = 16;
const NONE = 3;
/** From the arrow of the move up to that of the real one, in px. */
const APART = 30;
/** How dark the newest curve of an earlier moment is, and the oldest. */
const FAINT = [0.5, 0.14] as const;

/** The loss over one weight: the curve, the ball where the weight is, its tangent, the arrow of the move. */
export const LossOverWeight = (props: LossOverWeightProps) => {
  const { across, up, names, label, curve, earlier = [], dots = [], large } = props;
  const { now, slope, move, real = null, trail, least, ball, tip } = props;
  const [frame, box] = useBox<HTMLDivElement>({ width: 560, height: 420 });
  const type = large
    ? { strong: 19, usual: 18, small: 17, tick: 16 }
    : { strong: 14, usual: 13, small: 12, tick: 11 };
  const scale = weightScale(box, across, up, type.tick);
  const { left, right, top, axis, x, y } = scale;
  const px = ([w, loss]: Point): Point => [x(w), y(loss)];
  const drawn = line<Point>()
    .x(([w]) => x(w))
    .y(([, loss]) => y(loss))
    .digits(1);

  const at = now && px(now.at);
  const touches = now && slope && (slope.at ?? now.at);
  const tangent = touches && slope && tangentOf(touches, slope.value, scale);
  const arrowY = arrowAt(props.next?.at ?? null, scale);
  const arrowOf = (one: Moved | null): Point | null => {
    if (!now || !one) return null;
    const from = one.from ?? now.at[0];
    return [x(from), Math.min(right, Math.max(left, x(from + one.value)))];
  };
  const [arrow, truth] = [arrowOf(move), arrowOf(real)];
  const truthY = arrowY - APART;
  const lengthOf = (one: Point | null): number => (one ? Math.abs(one[1] - one[0]) : 0);
  const far = at && props.next ? Math.hypot(x(props.next.at[0]) - at[0], y(props.next.at[1]) - at[1]) : 0;
  // Under the ball it would be a smudge.
  const next = far < RING ? null : props.next;
  const leastX = least && x(least.weight);
  const places = trail.places.map(px);
  const past = trail.close ? PAST.close : PAST.usual;
  const [first] = places;
  const here = now ? [now.at] : [];

  const disc = ([cx, cy]: Point, radius: number) =>
    [cx - radius, cy - radius, cx + radius, cy + radius] as const;
  const crowd = {
    bounds: [left + 2, 2, right, axis - 2] as const,
    rects: [
      ...(at ? [disc(at, BALL + 2)] : []),
      ...(next ? [disc(px(next.at), RING + 2)] : []),
      ...places.map((place) => disc(place, past)),
    ],
    points: [
      ...(curve ? curvePoints(curve, scale) : []),
      ...dots.map(px),
      ...(tangent ? along(...tangent) : []),
      ...(arrow ? along([arrow[0], arrowY], [arrow[1], arrowY]) : []),
      ...(truth ? along([truth[0], truthY], [truth[1], truthY]) : []),
      ...(leastX === null ? [] : along([leastX, top + 0.24 * (axis - top)], [leastX, axis])),
    ],
  };
  const ask = (words: string | undefined, size: number, spots: ReturnType<typeof beside>) =>
    words === undefined ? null : { words, type: size, spots };
  const askBy = (one: Moved | null, ends: Point | null, height: number) =>
    ask(
      lengthOf(ends) < SHORT ? undefined : one?.words,
      type.strong,
      one && ends
        ? besideArrow(ends[0], ends[1], height, type.strong, textWidth(one.words, type.strong))
        : [],
    );
  const [nowSaid, slopeSaid, moveSaid, realSaid, nextSaid, startSaid] = settleAll(
    [
      ask(now?.words, type.strong, at ? beside(at, BALL, type.strong) : []),
      ask(
        slope?.words,
        type.strong,
        touches && tangent && slope ? besideTangent(px(touches), tangent, slope.value, type.strong) : [],
      ),
      askBy(move, arrow, arrowY),
      askBy(real, truth, truthY),
      ask(
        far < CLOSE ? undefined : next?.words,
        type.usual,
        next ? beside(px(next.at), RING, type.usual) : [],
      ),
      ask(first && trail.words, type.small, first ? beside(first, past, type.small) : []),
    ],
    crowd,
  );
  const signOf = (value: number) => (value < 0 ? css.negative : value > 0 ? css.positive : css.zero);

  return (
    <div ref={frame} className={marks.frame}>
      <svg className={marks.drawing} width={box.width} height={box.height} role="group" aria-label={label}>
        <WeightAxes scale={scale} across={across} up={up} names={names} tick={type.tick} />
        {leastX !== null && least && (
          <g aria-hidden="true">
            <path className={css.least} d={`M${leastX} ${top + 0.24 * (axis - top)}V${axis}`} />
            <text className={css.small} x={leastX} y={top + 0.24 * (axis - top) - 8} textAnchor="middle">
              {least.words}
            </text>
          </g>
        )}
        <g aria-hidden="true">
          {[...here, ...(next ? [next.at] : [])].map((place) => (
            <path key={place[0]} className={css.drop} d={`M${x(place[0])} ${y(place[1]) + BALL}V${axis}`} />
          ))}
        </g>
        <svg
          x={left}
          y={top}
          width={right - left}
          height={axis - top + 2}
          viewBox={`${left} ${top} ${right - left} ${axis - top + 2}`}
          aria-hidden="true"
        >
          {earlier.map((one, index) => (
            <path
              key={earlier.length - index}
              className={css.earlier}
              strokeOpacity={FAINT[1] + ((FAINT[0] - FAINT[1]) * (index + 1)) / earlier.length}
              d={drawn(one as Point[]) ?? ''}
            />
          ))}
          {curve && <path className={css.curve} d={drawn(curve as Point[]) ?? ''} />}
          {dots.map(([w, loss]) => (
            <circle key={w} className={css.dot} cx={x(w)} cy={y(loss)} r={3} />
          ))}
        </svg>
        <g aria-hidden="true">
          {places.length > 0 && <path className={css.trail} d={drawn([...trail.places, ...here]) ?? ''} />}
          {places.map(([cx, cy], index) => (
            <circle key={index} className={css.past} cx={cx} cy={cy} r={past} />
          ))}
          {tangent && slope && (
            <path
              className={classes(css.tangent, signOf(slope.value))}
              d={`M${tangent[0].join(' ')}L${tangent[1].join(' ')}`}
            />
          )}
          {next && <circle className={css.next} cx={x(next.at[0])} cy={y(next.at[1])} r={RING} />}
        </g>
        {arrow && move && lengthOf(arrow) >= NONE && (
          <Arrow from={arrow[0]} to={arrow[1]} y={arrowY} sign={signOf(move.value)} />
        )}
        {truth && real && lengthOf(truth) >= NONE && (
          <Arrow from={truth[0]} to={truth[1]} y={truthY} sign={signOf(real.value)} real />
        )}
        {tip && arrow && (
          <Grip knob={tip} at={[arrow[1], arrowY]} radius={TIP} valueAt={([tipX]) => x.invert(tipX)} />
        )}
        {at && ball ? (
          <Grip knob={ball} at={at} radius={BALL} valueAt={([ballX]) => x.invert(ballX)}>
            <circle className={marks.ball} cx={at[0]} cy={at[1]} r={BALL} />
          </Grip>
        ) : (
          at && <circle aria-hidden="true" className={marks.ball} cx={at[0]} cy={at[1]} r={BALL} />
        )}
        <Words said={startSaid} look={css.small} />
        <Words said={nextSaid} look={css.usual} />
        <Words said={slopeSaid} look={classes(css.strong, slope && signOf(slope.value))} />
        <Words said={moveSaid} look={classes(css.strong, move && signOf(move.value))} />
        <Words said={realSaid} look={classes(css.strong, real && signOf(real.value))} />
        <Words said={nowSaid} look={classes(css.strong, marks.now)} />
      </svg>
    </div>
  );
};
