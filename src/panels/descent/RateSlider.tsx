import { setRate } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { Slider } from '../../ui/controls/Slider.tsx';
import { rateWords } from './numbers.ts';
import css from './RateSlider.module.css';
import { RATES, rateAt, words } from './words.ts';

const MOST = 1.2;
const STEP = 0.01;

/** The learning rate, from too small to one that diverges; only read while a schedule sets it. */
export const RateSlider = ({ rate }: { readonly rate: number }) => {
  const say = useSay();
  const scheduled = useDesign().compile.optimizer.schedule !== undefined;
  const set = (to: number, gesture?: string): void =>
    edit((now) => setRate(now, to), gesture === undefined ? {} : { gesture });
  const on = rateAt(rate);
  const said = RATES[on] ? say(RATES[on].words) : '';
  return (
    <div className={css.rate}>
      <p className={css.name}>
        <span>{say(words.rate)}</span> <output>{rateWords(rate)}</output>
        {scheduled && <small>{say(words.falls)}</small>}
      </p>
      <div className={css.track}>
        <Slider
          label={say(words.rate)}
          text={`${rateWords(rate)}, ${said}`}
          value={Math.min(MOST, rate)}
          min={0}
          max={MOST}
          step={STEP}
          disabled={scheduled}
          onChange={(to, gesture) => set(Math.max(STEP, to), gesture)}
        />
        <div className={css.marks}>
          {RATES.map(({ mark }) => (
            <button
              key={mark}
              type="button"
              className={classes(css.mark, Math.abs(mark - rate) < 1e-6 && css.on)}
              style={{ ['--at' as string]: mark / MOST }}
              aria-label={say({ en: `Learning rate ${mark}`, ko: `학습률 ${mark}` })}
              disabled={scheduled}
              onClick={() => set(mark)}
            >
              {mark}
            </button>
          ))}
        </div>
      </div>
      <p className={css.words}>
        {RATES.map(({ mark, words: each }, index) => (
          <span key={mark}>
            {index > 0 && ' · '}
            {index === on ? <strong>{say(each)}</strong> : say(each)}
          </span>
        ))}
      </p>
    </div>
  );
};
