import { type ActivationName, activations } from '../../engine/activations/index.ts';
import { slopeAt } from '../../engine/slope.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { clamped } from '../../ui/charts/linear.ts';
import { textWidth } from '../../ui/charts/textWidth.ts';
import { linePath } from '../../ui/charts/linePath.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { fixed, setting } from '../../ui/format.ts';
import { Formula, Name, Num, Sign } from '../../ui/math.tsx';
import styles from './Curve.module.css';
import { toneOf } from './printed.ts';
import { words } from './words.ts';

interface CurveProps {
  readonly activation: ActivationName;
  readonly z: number;
  readonly a: number;
  /** What a is called. */
  readonly name: string;
}

const HEIGHT = 132;
const INSET = 14;
const SAMPLES = 96;
/** Size of the words in the drawing, in px. */
const LABEL = 12;

/** The activation with the present place on it, its tangent there and what comes out. */
export const Curve = ({ activation, z, a, name }: CurveProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const [box, { width }] = useBox<HTMLDivElement>({ width: 170, height: HEIGHT });
  const { curve, range } = activations[activation];
  const slope = slopeAt(activation, z);
  const said = `${name} = ${activation}(z) = ${fixed(a, digits)}`;
  const written = (
    <Formula spoken={said}>
      <Name>{name}</Name>
      <Sign>=</Sign>
      <Name>{activation}(z)</Name>
      <Sign>=</Sign>
      <Num strong>{fixed(a, digits)}</Num>
    </Formula>
  );
  if (!curve) return <div className={styles.curve}>{written}</div>;

  let reach = 4;
  while (reach < Math.abs(z) * 1.1 && reach < 4096) reach *= 2;
  const values = Array.from({ length: SAMPLES + 1 }, (_, i) => ((2 * i) / SAMPLES - 1) * reach);
  const low = range.low ?? Math.min(0, curve(-reach), curve(reach));
  const high = range.high ?? Math.max(curve(-reach), curve(reach), 0);
  const x = clamped([-reach, reach], [INSET, width - INSET]);
  const y = clamped([low, high], [HEIGHT - INSET, INSET]);
  const places: [number, number][] =
    activation === 'step'
      ? [
          [-reach, 0],
          [0, 0],
          [0, 1],
          [reach, 1],
        ]
      : values.map((value) => [value, curve(value)]);
  // The tangent is as long on the screen whatever its slope.
  const across = (width - 2 * INSET) / (2 * reach);
  const upward = (HEIGHT - 2 * INSET) / (high - low);
  const half = 34 / Math.hypot(across, upward * slope);
  const tone = toneOf(slope, digits);
  const [from, to] = [-half, half].map((dz) => [x(z) + dz * across, y(a) - dz * slope * upward]) as [
    [number, number],
    [number, number],
  ];
  const told = say(words.slope, { value: fixed(slope, digits) });
  // No curve passes above a place left of the axis, nor below one right of it: there stands what the slope is.
  const left = z < 0;
  const wide = textWidth(told, LABEL);
  const start = left ? Math.max(INSET, x(z) - 10 - wide) : Math.min(width - INSET - wide, x(z) + 10);
  const label = say(words.curveLabel, {
    name: activation,
    z: fixed(z, digits),
    a: fixed(a, digits),
    slope: fixed(slope, digits),
  });
  return (
    <div className={styles.curve}>
      <div className={styles.drawing} ref={box}>
        <svg width={width} height={HEIGHT} role="img" aria-label={label}>
          <path
            className={styles.guide}
            d={`M${INSET},${y(high)}H${width - INSET}M${INSET},${y(low)}H${width - INSET}`}
          />
          <path
            className={styles.axis}
            d={`M${x(0)},${INSET / 2}V${HEIGHT - INSET / 2}M${INSET},${y(0)}H${width - INSET}`}
          />
          <text className={styles.tick} x={x(0) - 5} y={y(high) + 4} textAnchor="end">
            {setting(Number(high.toPrecision(3)))}
          </text>
          {low < 0 && (
            <text className={styles.tick} x={x(0) - 5} y={y(low) + 4} textAnchor="end">
              {setting(Number(low.toPrecision(3)))}
            </text>
          )}
          <text className={styles.tick} x={width - INSET} y={y(0) - 5} textAnchor="end">
            z
          </text>
          <path
            className={styles.graph}
            d={linePath(
              places.map(([value, output]) => [x(value), y(output)]),
              1,
            )}
          />
          <path className={styles.drop} d={`M${x(z)},${y(a)}V${y(0)}`} />
          <path className={styles.tangent} data-tone={tone} d={`M${from[0]},${from[1]}L${to[0]},${to[1]}`} />
          <circle className={styles.ball} cx={x(z)} cy={y(a)} r={4.5} />
          <text
            className={styles.slopeWords}
            data-tone={tone}
            x={start}
            y={left ? Math.max(12, y(a) - 10) : Math.min(HEIGHT - 4, y(a) + 18)}
          >
            {told}
          </text>
        </svg>
      </div>
      {written}
    </div>
  );
};
