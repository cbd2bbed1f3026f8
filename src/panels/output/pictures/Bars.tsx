import { type KeyboardEvent, useRef, useState } from 'react';
import { look, lookAway, lookInto, sameSelection, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { fixed } from '../../../ui/format.ts';
import { useClassNames } from '../../evaluate/classNames.ts';
import { signed } from '../../microscope/printed.ts';
import css from './Bars.module.css';

const WORDS = {
  bars: {
    en: 'The classes; arrow keys go from one to the next, Enter looks into it',
    ko: '클래스들, 화살표 키로 옮겨 다니고 Enter로 들여다봅니다',
  },
  answer: { en: 'answer', ko: '정답' },
  slope: { en: 'slope {slope}', ko: '기울기 {slope}' },
};
const WAYS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

interface BarsProps {
  /** Of the layer that answers. */
  readonly layer: number;
  readonly units: number;
  /** What it says to each class, as it is printed; undefined: it is hidden, or not there yet. */
  readonly values: readonly (number | undefined)[];
  /** What the error asks of each score, once it has come back so far; undefined: not of this one yet. */
  readonly slopes: readonly (number | undefined)[];
  readonly answer: number | null;
  readonly digits: number;
  readonly compact: boolean;
}

/** A bar a class: of what is said to it, in the backward phases of the slope that its score gets. Each leads to the arithmetic behind it. */
export const Bars = ({ layer, units, values, slopes, answer, digits, compact }: BarsProps) => {
  const say = useSay();
  const nameOf = useClassNames();
  const list = useRef<HTMLOListElement>(null);
  const selected = useView((view) => view.selected);
  const hovered = useView((view) => view.hovered);
  const [stop, setStop] = useState(0);
  const known = values.filter((value) => value !== undefined);
  const most = Math.max(...known);
  const steepest = Math.max(...slopes.map((slope) => Math.abs(slope ?? 0))) || 1;
  const walk = (event: KeyboardEvent, unit: number): void => {
    const way = WAYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(units - 1, unit + way));
    setStop(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <ol ref={list} className={classes(css.bars, compact && css.close)} aria-label={say(WORDS.bars)}>
      {Array.from({ length: units }, (_, unit) => {
        const own = { kind: 'unit', layer, unit } as const;
        const [value, slope] = [values[unit], slopes[unit]];
        const first = value !== undefined && known.length === units && value === most;
        const words = value === undefined ? '' : fixed(value, digits);
        const is = sameSelection(selected, own);
        const spoken = [
          nameOf(unit),
          slope === undefined ? words : say(WORDS.slope, { slope: signed(slope, digits) }),
          answer === unit && say(WORDS.answer),
        ];
        return (
          <li key={unit}>
            <button
              type="button"
              className={classes(
                css.bar,
                first && css.most,
                is && css.selected,
                sameSelection(hovered, own) && css.hovered,
              )}
              tabIndex={Math.min(stop, units - 1) === unit ? 0 : -1}
              aria-pressed={is}
              aria-label={spoken.filter(Boolean).join(', ')}
              onClick={() => (is ? lookAway() : lookInto(own))}
              onPointerEnter={() => look({ hovered: own })}
              onPointerLeave={() => look({ hovered: null })}
              onFocus={() => setStop(unit)}
              onKeyDown={(event) => walk(event, unit)}
            >
              <span className={css.name}>{nameOf(unit)}</span>
              <span
                className={classes(css.track, slope === undefined && value !== undefined && css.filled)}
                style={{
                  backgroundSize: `max(1px, ${100 * Math.max(0, Math.min(1, value ?? 0))}%) 100%`,
                }}
              >
                {slope !== undefined && <Slope share={slope / steepest} />}
              </span>
              <span className={css.answer}>{answer === unit ? say(WORDS.answer) : ''}</span>
              <span
                className={classes(
                  css.value,
                  slope !== undefined && (slope < 0 ? css.negative : css.positive),
                )}
              >
                {slope === undefined ? words : signed(slope, digits)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
};

/** From the middle of the track, −1 … 1 of its half. */
const Slope = ({ share }: { readonly share: number }) => (
  <span
    className={classes(css.slope, share < 0 ? css.below : css.above)}
    style={{ insetInlineStart: `${50 + 50 * Math.min(0, share)}%`, inlineSize: `${50 * Math.abs(share)}%` }}
  />
);
