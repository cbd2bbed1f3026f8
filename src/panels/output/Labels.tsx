import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { clipLine, handlesOf, type Line, type Segment, sumAt } from '../../ui/charts/line.ts';
import type { Room } from '../../ui/charts/labels.ts';
import { textWidth } from '../../ui/charts/textWidth.ts';
import { PlacedLabel } from '../../ui/charts/PlacedLabel.tsx';
import { RADII } from '../../ui/charts/PointMark.tsx';
import { type PlaneScale, type Point, toPixels, toPlace } from '../../ui/charts/scale.ts';
import { subscript } from '../network/names.ts';
import { words } from './words.ts';

/** Type size of a label and its height, usual and in large text, in pixels; the theme's --type-control says the same. */
const TYPE = { usual: 13, large: 17 };
/** Handles and what is near a point's ring must stay free of words. */
const KNOB = 12;

interface LabelledProps {
  readonly points: readonly Point[];
  readonly scale: PlaneScale;
}

const pixels = (scale: PlaneScale, [from, to]: Segment): Segment => [
  toPixels(scale, from),
  toPixels(scale, to),
];
const middleOf = ([from, to]: Segment): Point => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];

const useHalf = (): ((label: string) => Point) => {
  const type = useView((view) => (view.largeText ? TYPE.large : TYPE.usual));
  return (label) => [textWidth(label, type) / 2, type * 0.65];
};

const discs = (points: readonly Point[], scale: PlaneScale): Room['discs'] =>
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

/** What the hidden neurons of the hand-built network say in the three areas between their two lines. */
export const BuiltLabels = ({ lines, points, scale }: LabelledProps & { lines: readonly [Line, Line] }) => {
  const say = useSay();
  const half = useHalf();
  const segments = lines.flatMap((line) => {
    const seen = clipLine(line, scale.region);
    return seen ? [pixels(scale, seen)] : [];
  });
  const areas = [
    { label: `h${subscript(1)} = 0`, on: [false, true], strong: false },
    { label: say(words.both1), on: [true, true], strong: true },
    { label: `h${subscript(2)} = 0`, on: [true, false], strong: false },
  ];
  const [first, second] = segments;
  const centre: Point = [scale.size / 2, scale.size / 2];
  return areas.map(({ label, on, strong }, index) => (
    <PlacedLabel
      key={on.join(' ')}
      words={label}
      strong={strong}
      half={half(label)}
      near={strong ? centre : middleOf((index === 0 ? first : second) ?? [centre, centre])}
      room={{
        size: scale.size,
        discs: discs(points, scale),
        lines: segments,
        allows: (at) => lines.every((line, unit) => sumAt(line, toPlace(scale, at)) >= 0 === on[unit]),
      }}
    />
  ));
};
