import { line, scaleLinear } from 'd3';
import { scheduleOf, type ScheduleSpec } from '../../engine/schedules/index.ts';
import { useSay } from '../../state/words.ts';
import { count, setting } from '../../ui/format.ts';
import { words } from './words.ts';
import styles from './ScheduleCurve.module.css';

interface ScheduleCurveProps {
  readonly schedule: ScheduleSpec;
  /** The optimizer's learning_rate. */
  readonly initial: number;
  /** Updates made. */
  readonly at: number;
}

const WIDTH = 216;
const HEIGHT = 80;
const TOP = 16;
const FOOT = 62;
/** Two samples a pixel: a sudden change looks sudden. */
const POINTS = 416;

/** The learning rate over the updates it takes to show all of a schedule; the present is marked as long as it is on it. */
export const ScheduleCurve = ({ schedule, initial, at }: ScheduleCurveProps) => {
  const say = useSay();
  const definition = scheduleOf(schedule);
  const span = definition.span(schedule);
  const rate = (step: number) => definition.rate(schedule, initial, step);
  const steps = Array.from({ length: POINTS + 1 }, (_, i) => (span * i) / POINTS);
  const top = Math.max(...steps.map(rate));
  const x = scaleLinear([0, span], [4, WIDTH - 4]);
  const y = scaleLinear([0, top], [FOOT, TOP]);
  const path = line<number>(x, (step) => y(rate(step)))(steps) ?? '';
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say(words.scheduleCurve, { name: schedule.type })}
    >
      <line className={styles.axis} x1={4} x2={WIDTH - 4} y1={FOOT} y2={FOOT} />
      <path className={styles.line} d={path} />
      <text className={styles.tick} x={4} y={11}>
        {setting(Number(top.toPrecision(3)))}
      </text>
      <text className={styles.tick} x={4} y={HEIGHT - 4}>
        0
      </text>
      <text className={styles.end} x={WIDTH - 4} y={HEIGHT - 4}>
        {say(words.updates, { n: count(Math.round(span)) })}
      </text>
      {at <= span && <circle className={styles.now} cx={x(at)} cy={y(rate(at))} r={4} />}
    </svg>
  );
};
