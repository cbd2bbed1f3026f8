import { signRamp, type Theme } from '../colors.ts';
import { setting } from '../format.ts';
import type { ShownRange } from './range.ts';
import css from './Ramp.module.css';

const STOPS = 80;

interface RampProps {
  readonly range: ShownRange;
  readonly theme: Theme;
  /** How many times as far from the middle the full colours lie, as on the map beside it. */
  readonly wash: number;
  /** What the values are, for a screen reader. */
  readonly label: string;
}

const HUGE = 1e5;
const TINY = 1e-3;
/** A value in few characters: "0.5", and "−2e15" where it is huge or tiny. */
const short = (value: number): string => {
  const size = Math.abs(value);
  if (size === 0 || (size >= TINY && size < HUGE) || !Number.isFinite(size)) return setting(value);
  return Number(value.toPrecision(2)).toExponential().replace('+', '').replaceAll('-', '−');
};

/** What the colours of a heat map mean: its lowest, middle and highest value. */
export const Ramp = ({ range: { middle, low, high }, theme, wash, label }: RampProps) => {
  const colour = signRamp(theme);
  const oneSided = low === middle;
  const marks = oneSided ? [low, high] : [low, middle, high];
  return (
    <div className={css.ramp} role="img" aria-label={`${label}: ${marks.map(short).join(' · ')}`}>
      <svg
        className={css.bar}
        viewBox={`0 0 ${STOPS} 1`}
        preserveAspectRatio="none"
        shapeRendering="crispEdges"
        aria-hidden="true"
      >
        {Array.from({ length: STOPS }, (_, stop) => {
          const share = stop / (STOPS - 1);
          const [r, g, b] = colour((oneSided ? share : 2 * share - 1) / wash);
          return <rect key={stop} x={stop} width={1.5} height={1} fill={`rgb(${r},${g},${b})`} />;
        })}
      </svg>
      {!oneSided && <span className={css.middle} />}
      <div className={css.values} aria-hidden="true">
        {marks.map((value) => (
          <span key={value}>{short(value)}</span>
        ))}
      </div>
    </div>
  );
};
