import { useSay } from '../../state/words.ts';
import { clipLine, type Line, sumAt } from '../../ui/charts/line.ts';
import { PlacedLabel } from '../../ui/charts/PlacedLabel.tsx';
import { type Point, toPlace } from '../../ui/charts/scale.ts';
import { subscript } from '../network/names.ts';
import { discs, type LabelledProps, middleOf, pixels, useHalf } from './Labels.tsx';
import { words } from './seenWords.ts';

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
