import { useSay } from '../../state/words.ts';
import { linePath } from '../../ui/charts/linePath.ts';
import { count } from '../../ui/format.ts';
import { size } from './printed.ts';
import type { Moment } from './record.ts';
import styles from './Ridge.module.css';
import { type Decades, shareOf } from './scale.ts';
import { words } from './words.ts';

interface RidgeProps {
  readonly moments: readonly Moment[];
  readonly layer: number;
  readonly decades: Decades;
}

const WIDTH = 100;
const HEIGHT = 100;

/** What reached one layer at the moments that were seen, up to the present one: it ends at the height of the bar. */
export const Ridge = ({ moments, layer, decades }: RidgeProps) => {
  const say = useSay();
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return null;
  const span = last.step - first.step;
  const places = moments.map(({ step, deltas }): [number, number] => [
    span > 0 ? ((step - first.step) / span) * WIDTH : WIDTH,
    (1 - shareOf(deltas[layer] ?? 0, decades)) * HEIGHT,
  ]);
  const told = { n: count(span), from: size(first.deltas[layer]), to: size(last.deltas[layer]) };
  return (
    <svg
      className={styles.ridge}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say(words.ridgeOf, told)}
    >
      <path className={styles.line} d={linePath(places, 1)} />
    </svg>
  );
};
