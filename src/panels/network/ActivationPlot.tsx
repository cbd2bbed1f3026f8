import { line, scaleLinear } from 'd3';
import { type ActivationName, activations } from '../../engine/activations/index.ts';
import { classLook, classPath } from '../../ui/colors.ts';
import { setting } from '../../ui/format.ts';
import styles from './ActivationPlot.module.css';

interface ActivationPlotProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly activation: ActivationName;
  /** z of each row, null while not yet known; answers and ids in the same order. */
  readonly sums: Float32Array | null;
  readonly answers: Int32Array;
  readonly ids: Int32Array;
  /** The four exact points of a gate are drawn large, in the shape of their class. */
  readonly large: boolean;
  /** The id of the point that is pointed at elsewhere. */
  readonly pointed: number | null;
}

const NARROWEST = 4;
/** Above this output the answer is 1, whatever the activation (Keras's binary accuracy). */
const THRESHOLD = 0.5;
/** One softmax unit has nothing to be compared with: its share is the whole. */
const always1 = (): number => 1;

/** The reach of the z axis: 4, and doubled until the furthest sum is on it, so that it does not creep while learning. */
const reachOf = (sums: ArrayLike<number> | null): number => {
  const furthest = Array.from(sums ?? []).reduce(
    (most, z) => (Number.isFinite(z) ? Math.max(most, Math.abs(z)) : most),
    0,
  );
  let reach = NARROWEST;
  while (reach < furthest && reach < 4096) reach *= 2;
  return reach;
};

/** The curve of the activation with every row of the data on it, dashed where the answer changes. */
export const ActivationPlot = (props: ActivationPlotProps) => {
  const { x, y, size, activation, sums, answers, ids, large, pointed } = props;
  const { range, curve } = activations[activation];
  const value = curve ?? always1;
  const reach = reachOf(sums);
  const low = range.low ?? value(-reach);
  const high = range.high ?? value(reach);
  const across = scaleLinear([-reach, reach], [x, x + size]).clamp(true);
  const up = scaleLinear([low, high], [y + size - size / 12, y + size / 12]).clamp(true);
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
  const path = line(
    ([z]) => across(z),
    ([, output]) => up(output),
  )(places);
  const spots = [...(sums ?? [])].map((z, row) => ({
    id: ids[row] ?? row,
    answer: answers[row] ?? 0,
    x: across(z).toFixed(1),
    y: up(value(z)).toFixed(1),
  }));
  const shown = spots.find(({ id }) => id === pointed);
  const middle = across(0);
  return (
    <g aria-hidden="true">
      <rect className={styles.ground} x={x + 0.5} y={y + 0.5} width={size - 1} height={size - 1} rx="6" />
      <path className={styles.axis} d={`M${middle},${y + 1}V${y + size - 1}`} />
      <path className={styles.threshold} d={`M${x},${up(THRESHOLD)}H${x + size}`} />
      <path className={styles.curve} d={path ?? ''} />
      <text className={styles.tick} x={x + 6} y={y + 13}>
        {setting(high)}
      </text>
      <text className={styles.tick} x={x + 6} y={up(THRESHOLD) - 4}>
        {size > 120 ? '0.5' : ''}
      </text>
      <text className={styles.tick} x={x + size - 6} y={y + size - 15} textAnchor="end">
        {setting(low)}
      </text>
      {reach > NARROWEST && size > 120 && (
        <text className={styles.tick} x={x + size - 6} y={y + size + 13} textAnchor="end">
          z = {setting(reach)}
        </text>
      )}
      {large
        ? spots.map((spot) => (
            <path
              key={spot.id}
              className={styles.point}
              fill={classLook(spot.answer).ink}
              d={classPath(spot.answer, 5)}
              transform={`translate(${spot.x},${spot.y})`}
            />
          ))
        : [...new Set(answers)].map((answer) => (
            <path
              key={answer}
              className={styles.dots}
              stroke={classLook(answer).fill}
              strokeLinecap={classLook(answer).shape === 'circle' ? 'round' : 'square'}
              d={spots.map((spot) => (spot.answer === answer ? `M${spot.x},${spot.y}h0` : '')).join('')}
            />
          ))}
      {shown && <circle className={styles.pointed} cx={shown.x} cy={shown.y} r="9" />}
    </g>
  );
};
