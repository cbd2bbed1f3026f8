import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { clipLine, handlesOf, type Line, type Segment, sumAt } from '../../ui/charts/line.ts';
import type { Room } from '../../ui/charts/labels.ts';
import { textWidth } from '../../ui/charts/textWidth.ts';
import { PlacedLabel } from '../../ui/charts/PlacedLabel.tsx';
import { RADII } from '../../ui/charts/PointMark.tsx';
import { type PlaneScale, type Point, toPixels, toPlace } from '../../ui/charts/scale.ts';
import { words } from './words.ts';

/** Type size of a label and its height, usual and in large text, in pixels; the theme's --type-control says the same. */
const TYPE = { usual: 13, large: 17 };
/** Handles and what is near a point's ring must stay free of words. */
const KNOB = 12;

export interface LabelledProps {
  readonly points: readonly Point[];
  readonly scale: PlaneScale;
}

export const pixels = (scale: PlaneScale, [from, to]: Segment): Segment => [
  toPixels(scale, from),
  toPixels(scale, to),
];
export const middleOf = ([from, to]: Segment): Point => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];

export const useHalf = (): ((label: string) => Point) => {
  const type = useView((view) => (view.largeText ? TYPE.large : TYPE.usual));
  return (label) => [textWidth(label, type) / 2, type * 0.65];
};

export const discs = (points: readonly Point[], scale: PlaneScale): Room['discs'] =>
  points.map((at) => ({ at: toPixels(scale, at), radius: RADII.large.ring }));

/** "0 side" and "1 side", each well inside its half of the plane, beside the line and away from the points. */
export const SideLabels = ({ line, points, scale }: LabelledProps & { line: Line }) => {
  const say = useSay();
  const half = useHalf();
  const seen = clipLine(line, scale.region);
  const handles = handlesOf(line, scale.region).at;
  const segment = seen && pixels(scale, seen);
  const room = (side: number): Room => ({
    size: scale.size,
    discs: [...discs(points, scale), ...handles.map((at) => ({ at: toPixels(scale, at), radius: KNOB }))],
    lines: segment ? [segment] : [],
    allows: (at) => sumAt(line, toPlace(scale, at)) > 0 === (side === 1),
  });
  const near: Point = segment ? middleOf(segment) : [scale.size / 2, scale.size / 2];
  return [words.side0, words.side1].map((side, index) => (
    <PlacedLabel key={side.en} words={say(side)} half={half(say(side))} room={room(index)} near={near} />
  ));
};
