import { type ActivationName, activations } from '../../engine/activations/index.ts';
import type { Target } from '../../data/target.ts';
import { classLook, classPath } from '../../ui/colors.ts';
import { clamped } from '../../ui/charts/linear.ts';
import { linePath } from '../../ui/charts/linePath.ts';
import { setting } from '../../ui/format.ts';
import { activationPlane } from './activationPlane.ts';
import styles from './ActivationPlot.module.css';

interface ActivationPlotProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly activation: ActivationName;
  /** z of each row, null while not yet known; answers and ids in the same order. */
  readonly sums: Float32Array | null;
  readonly answers: Float64Array;
  readonly target: Target;
  readonly ids: Int32Array;
  /** The four exact points of a gate are drawn large, in the shape of their class. */
  readonly large: boolean;
  /** The id of the point that is pointed at elsewhere. */
  readonly pointed: number | null;
}

const USUAL_REACH = 4;
/** Above this output the answer is 1, whatever the activation (Keras's binary accuracy). */
const THRESHOLD = 0.5;

/**
 * The curve of the activation with every row of the data. Of classes each row lies on the curve, which is dashed where
 * the answer changes; where answers are numbers each lies at its answer, in the colour of its error ŷ − y.
 */
export const ActivationPlot = (props: ActivationPlotProps) => {
  const { x, y, size, activation, sums, answers, target, ids, large, pointed } = props;
  const { value, reach, low, high } = activationPlane(activations[activation], sums, target);
  const number = target.kind === 'number';
  const across = clamped([-reach, reach], [x, x + size]);
  const up = clamped([low, high], [y + size - size / 12, y + size / 12]);
  const samples = Array.from({ length: 97 }, (_, index) => ((index - 48) / 48) * reach);
  // A jump is drawn upright, not as the slope between two samples.
  const places: [number, number][] =
    activation === 'step'
      ? [
          [-reach, 0],
          [0, 0],
          [0, 1],
          [reach, 1],
        ]
      : samples.map((z) => [z, value(z)]);
  const path = linePath(
    places.map(([z, output]) =>
      number && !(output >= low && output <= high) ? null : [across(z), up(output)],
    ),
    3,
  );
  const spots = [...(sums ?? [])].map((z, row) => {
    const answer = answers[row] ?? 0;
    return {
      id: ids[row] ?? row,
      // What the dot is drawn as: its class, or whether it was overestimated.
      group: number ? Number(value(z) > answer) : answer,
      x: across(z).toFixed(1),
      y: up(number ? answer : value(z)).toFixed(1),
    };
  });
  const shown = spots.find(({ id }) => id === pointed);
  const middle = across(0);
  return (
    <g aria-hidden="true">
      <rect className={styles.ground} x={x + 0.5} y={y + 0.5} width={size - 1} height={size - 1} rx="6" />
      <path className={styles.axis} d={`M${middle},${y + 1}V${y + size - 1}`} />
      {!number && <path className={styles.threshold} d={`M${x},${up(THRESHOLD)}H${x + size}`} />}
      <path className={styles.curve} d={path} />
      <text className={styles.tick} x={x + 6} y={y + 13}>
        {setting(high)}
      </text>
      <text className={styles.tick} x={x + 6} y={up(THRESHOLD) - 4}>
        {!number && size > 120 ? '0.5' : ''}
      </text>
      <text className={styles.tick} x={x + size - 6} y={y + size - 15} textAnchor="end">
        {setting(low)}
      </text>
      {reach !== USUAL_REACH && size > 120 && (
        <text className={styles.tick} x={x + size - 6} y={y + size + 13} textAnchor="end">
          z = {setting(reach)}
        </text>
      )}
      {large
        ? spots.map((spot) => (
            <path
              key={spot.id}
              className={styles.point}
              fill={classLook(spot.group).ink}
              d={classPath(spot.group, 5)}
              transform={`translate(${spot.x},${spot.y})`}
            />
          ))
        : [...new Set(spots.map(({ group }) => group))].map((group) => (
            <path
              key={group}
              className={styles.dots}
              stroke={classLook(group).fill}
              strokeLinecap={number || classLook(group).shape === 'circle' ? 'round' : 'square'}
              d={spots.map((spot) => (spot.group === group ? `M${spot.x},${spot.y}h0` : '')).join('')}
            />
          ))}
      {shown && <circle className={styles.pointed} cx={shown.x} cy={shown.y} r="9" />}
    </g>
  );
};
