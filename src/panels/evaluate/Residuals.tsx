import { max, scaleLinear, tickStep } from 'd3';
import { type ReactNode, useId } from 'react';
import type { Target } from '../../data/target.ts';
import { useSay } from '../../state/words.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed, setting } from '../../ui/format.ts';
import { digitsOf } from './digits.ts';
import { binned, type Estimate } from './estimates.ts';
import { words } from './words.ts';
import detail from './EvaluateDetail.module.css';
import styles from './NumberCharts.module.css';

interface ResidualsProps {
  readonly rows: readonly Estimate[];
  readonly target: Target & { readonly kind: 'number' };
  /** The choice between training and validation, where there is one. */
  readonly choice: ReactNode;
}

/** About so many bins lie on either side of 0. */
const BINS = 5;
const BELOW = 24;
const ABOVE = 18;

/** How the errors ŷ − y spread round 0, coloured by their sign. */
export const Residuals = ({ rows, target, choice }: ResidualsProps) => {
  const say = useSay();
  const id = useId();
  const [frame, { width, height }] = useBox<HTMLDivElement>({ width: 280, height: 152 });
  const errors = rows.map(({ error }) => error);
  const furthest = max(errors, Math.abs) ?? 0;
  const bin = furthest > 0 ? tickStep(0, furthest, BINS) : 1;
  const bins = binned(errors, bin);
  const reach = (bins.length / 2) * bin;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const x = scaleLinear([-reach, reach], [1, width - 1]);
  const y = scaleLinear([0, most], [height - BELOW, ABOVE]);
  const ground = height - BELOW;
  const tally = {
    low: errors.filter((error) => error < 0).length,
    high: errors.filter((error) => error > 0).length,
    furthest: fixed(furthest, digitsOf(target)),
  };
  return (
    <section aria-labelledby={id} className={detail.pane}>
      <header className={detail.head}>
        <h2 id={id}>{say(words.residuals)}</h2>
        {choice}
      </header>
      <div ref={frame} className={styles.chart}>
        <svg width={width} height={height} role="img" aria-label={say(words.residualsLabel, tally)}>
          {bins.map(({ middle, count }) => (
            <g key={middle}>
              <rect
                className={classes(styles.bar, middle > 0 && styles.above, middle < 0 && styles.below)}
                x={x(middle - bin / 2) + 0.5}
                width={x(bin) - x(0) - 1}
                y={y(count)}
                height={ground - y(count)}
              />
              {count > 0 && (
                <text className={styles.count} x={x(middle)} y={y(count) - 4} textAnchor="middle">
                  {count}
                </text>
              )}
            </g>
          ))}
          <path className={styles.axis} d={`M0 ${ground + 0.5}H${width}`} />
          {x.ticks(4).map((value) => (
            <text key={value} x={x(value)} y={ground + 8} textAnchor="middle" dominantBaseline="hanging">
              {setting(value)}
            </text>
          ))}
        </svg>
      </div>
      <p className={detail.hint}>{say(words.sides, tally)}</p>
    </section>
  );
};
