import type { LossGeometry } from './lossGeometry.ts';
import type { Point } from './scale.ts';

/** A stretch of the curves: on this side of the playhead, or beyond it. */
interface Stretch {
  readonly training: readonly Point[];
  readonly validation: readonly Point[];
  /** Ends of epochs on the validation curve that have a dot each. */
  readonly dots: readonly Point[];
}

/** The curves, in px of the chart's box: up to the playhead, where the training curve ends, and what was trained beyond it. */
interface Curves {
  readonly geometry: LossGeometry;
  readonly walked: Stretch;
  readonly ahead: Stretch;
}

interface Playhead {
  readonly geometry: LossGeometry;
  /** The ball. */
  readonly at: Point;
  /** Its words, and from where to where their flag goes. */
  readonly words: string;
  readonly flag: readonly [from: number, to: number];
}

/** As CSS writes colours and font families. */
export interface LossLook {
  readonly ink: string;
  readonly ink2: string;
  readonly ground: string;
  readonly accent: string;
  readonly family: string;
}

const AHEAD = 0.3;
const PAST = 0.07;
/** Of the ball, its rim and a dot, in px. */
const BALL = 5;
const RIM = 1.5;
const DOT = 2.25;
const CORNER = 4;

const line = (context: CanvasRenderingContext2D, places: readonly Point[]): void => {
  context.beginPath();
  for (const [x, y] of places) context.lineTo(x, y);
};

const paintStretch = (context: CanvasRenderingContext2D, stretch: Stretch, look: LossLook): void => {
  context.strokeStyle = look.ink2;
  context.lineWidth = 1.75;
  context.setLineDash([5, 4]);
  line(context, stretch.validation);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = look.ground;
  context.lineWidth = 1.25;
  for (const [x, y] of stretch.dots) {
    context.beginPath();
    context.arc(x, y, DOT, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.strokeStyle = look.ink;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  line(context, stretch.training);
  context.stroke();
};

/** Now: a line, a flag with its words under the axis, and the ball on the curve. */
export const paintPlayhead = (
  context: CanvasRenderingContext2D,
  { geometry, at: [x, y], words, flag: [from, to] }: Playhead,
  { accent, ground, family }: LossLook,
): void => {
  const { top, axis, flag: height, label } = geometry;
  context.fillStyle = accent;
  context.fillRect(x - 1, top - 8, 2, axis - top + 8);
  context.beginPath();
  context.roundRect(from, axis, to - from, height, CORNER);
  context.fill();
  context.beginPath();
  context.arc(x, y, BALL, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = ground;
  context.lineWidth = RIM;
  context.stroke();
  context.fillStyle = ground;
  context.font = `650 ${label}px ${family}`;
  context.textAlign = 'center';
  context.fillText(words, (from + to) / 2, axis + height / 2 + label * 0.36);
};

/** The curves over the past's tint, and what lies ahead of the playhead faint. */
export const paintCurves = (
  context: CanvasRenderingContext2D,
  { geometry, walked, ahead }: Curves,
  look: LossLook,
): void => {
  const { left, right, top, axis } = geometry;
  context.save();
  context.beginPath();
  // With room for the dot of the first epoch's beginning, which stands on the axis.
  context.rect(left - 4, top - 8, right - left + 4, axis - top + 8);
  context.clip();
  const [start, end] = [walked.training[0], walked.training.at(-1)];
  if (start && end) {
    context.globalAlpha = PAST;
    context.fillStyle = look.accent;
    line(context, [...walked.training, [end[0], axis], [start[0], axis]]);
    context.fill();
  }
  context.globalAlpha = AHEAD;
  paintStretch(context, ahead, look);
  context.globalAlpha = 1;
  paintStretch(context, walked, look);
  context.restore();
};
