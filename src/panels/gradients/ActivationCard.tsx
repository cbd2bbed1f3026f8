import { useMemo } from 'react';
import { type ActivationName, activations } from '../../engine/activations/index.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './ActivationCard.module.css';
import { curvesOf, type Drawn, HEIGHT, WIDTH } from './curves.ts';
import { gallery } from './galleryWords.ts';

interface ActivationCardProps {
  readonly name: ActivationName;
  readonly reach: number;
  /** The z that stand on both curves. */
  readonly sums: Float32Array;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One activation: its name, its curve f and beside it f′, with the units on both; a press chooses it. */
export const ActivationCard = ({ name, reach, sums, chosen, onChoose }: ActivationCardProps) => {
  const say = useSay();
  const curves = useMemo(() => curvesOf(name, reach), [name, reach]);
  const { line } = activations[name];
  return (
    <button
      type="button"
      className={classes(styles.card, chosen && styles.chosen)}
      aria-pressed={chosen}
      title={say(line)}
      aria-label={`${name}. ${say(line)}`}
      onClick={onChoose}
    >
      <span className={styles.name}>{name}</span>
      {curves ? (
        <span className={styles.charts}>
          <Chart of={curves.value} name="f" sums={sums} />
          <Chart of={curves.slope} name="f′" sums={sums} lines />
        </span>
      ) : (
        <span className={styles.none}>{say(gallery.together)}</span>
      )}
    </button>
  );
};

interface ChartProps {
  readonly of: Drawn;
  readonly name: string;
  readonly sums: Float32Array;
  /** With a line at 1, as f′ of all activations is drawn to one scale. */
  readonly lines?: boolean;
}

const Chart = ({ of: { path, zero, one, dots }, name, sums, lines = false }: ChartProps) => (
  <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
    <path className={styles.axis} d={`M0,${zero}H${WIDTH}M${WIDTH / 2},0V${HEIGHT}`} />
    {lines && <path className={styles.one} d={`M0,${one}H${WIDTH}`} />}
    {lines && (
      <text className={styles.tick} x={WIDTH - 1} y={one + 10} textAnchor="end">
        1
      </text>
    )}
    <text className={styles.tick} x={2} y={10}>
      {name}
    </text>
    <path className={styles.curve} d={path} />
    <path className={styles.dots} d={dots(sums)} />
  </svg>
);
