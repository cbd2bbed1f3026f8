import { scaleLinear } from 'd3';
import { useId } from 'react';
import type { Target } from '../../data/target.ts';
import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed, setting } from '../../ui/format.ts';
import { digitsOf } from './digits.ts';
import { type Estimate, typicalError } from './estimates.ts';
import { words } from './words.ts';
import detail from './EvaluateDetail.module.css';
import styles from './NumberCharts.module.css';

interface ScatterProps {
  /** The rows of both sets. */
  readonly rows: readonly Estimate[];
  readonly target: Target & { readonly kind: 'number' };
}

/** Room for the ticks of both axes, in pixels. */
const LEFT = 48;
const RIGHT = 12;
const BELOW = 24;
const RADIUS = 3.5;

/** Every prediction against its answer: on the diagonal it is right. Training points are filled, validation points hollow. */
export const Scatter = ({ rows, target }: ScatterProps) => {
  const say = useSay();
  const id = useId();
  const [frame, { width, height }] = useBox<HTMLDivElement>({ width: 320, height: 176 });
  const hovered = useView((view) => (view.hovered?.kind === 'point' ? view.hovered.id : null));
  const pinned = useView((view) => view.pinned);
  const drawn = rows.filter(({ value }) => Number.isFinite(value));
  const all = drawn.flatMap(({ answer, value }) => [answer, value]);
  const domain = [Math.min(target.low, ...all), Math.max(target.high, ...all)];
  const right = width - RIGHT;
  const bottom = height - BELOW;
  const x = scaleLinear(domain, [LEFT, right]).nice(10);
  const y = scaleLinear(domain, [bottom, RADIUS]).nice(10);
  const [low = 0, high = 0] = x.domain();
  const label = say(words.scatterLabel, {
    n: rows.length,
    error: fixed(typicalError(rows), digitsOf(target)),
  });
  const parted = rows.some(({ validation }) => validation);
  return (
    <section aria-labelledby={id} className={detail.pane}>
      <header className={detail.head}>
        <h2 id={id}>{say(words.scatter)}</h2>
        <p className={detail.hint}>{say(parted ? words.diagonalBoth : words.diagonal)}</p>
      </header>
      <div ref={frame} className={styles.chart}>
        <svg width={width} height={height} role="img" aria-label={label}>
          {y.ticks(4).map((value) => (
            <g key={value}>
              <path className={styles.grid} d={`M${LEFT} ${y(value)}H${right}`} />
              <text x={LEFT - 8} y={y(value)} textAnchor="end" dominantBaseline="central">
                {setting(value)}
              </text>
            </g>
          ))}
          {x.ticks(4).map((value) => (
            <text key={value} x={x(value)} y={bottom + 8} textAnchor="middle" dominantBaseline="hanging">
              {setting(value)}
            </text>
          ))}
          <path className={styles.diagonal} d={`M${x(low)} ${y(low)}L${x(high)} ${y(high)}`} />
          <text className={styles.name} x={right} y={bottom - 6} textAnchor="end">
            {say(words.answerAxis)}
          </text>
          <text className={styles.name} x={LEFT + 6} y={12}>
            {say(words.predictionAxis)}
          </text>
          {drawn.map((row) => (
            <circle
              key={row.id}
              className={classes(
                styles.point,
                row.validation && styles.hollow,
                row.id === hovered && styles.hovered,
                row.id === pinned && styles.selected,
              )}
              cx={x(row.answer)}
              cy={y(row.value)}
              r={RADIUS}
              onPointerEnter={() => look({ hovered: { kind: 'point', id: row.id } })}
              onPointerLeave={() => look({ hovered: null })}
              onClick={() => look({ pinned: row.id === pinned ? null : row.id })}
            />
          ))}
        </svg>
      </div>
    </section>
  );
};
