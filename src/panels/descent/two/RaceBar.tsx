import { useSay } from '../../../state/words.ts';
import { racerLooks } from '../../../ui/charts/racerLooks.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { Select } from '../../../ui/controls/Select.tsx';
import { APART, count, fixed, setting } from '../../../ui/format.ts';
import { type Race, RACERS, RATES, type Surface } from '../../../worker/landscape/landscape.ts';
import { rateWords } from '../numbers.ts';
import { isIn } from '../../../ui/charts/contours.ts';
import css from './Two.module.css';
import { UPDATES, type RaceChoice } from './useRace.ts';
import { words } from './words.ts';

interface RaceBarProps {
  readonly choice: RaceChoice;
  readonly race: Race | null;
  readonly surface: Surface | null;
  /** The learning rate of the run. */
  readonly rate: number;
  readonly onChange: (choice: Partial<RaceChoice>) => void;
  readonly onStart: () => void;
}

/** The race: who runs and how, and what came of it. */
export const RaceBar = ({ choice, race, surface, rate, onChange, onStart }: RaceBarProps) => {
  const say = useSay();
  return (
    <section className={css.race} aria-label={say(words.race)}>
      <div className={css.row}>
        <h3>{say(words.race)}</h3>
        <span className={css.hint}>{say(words.raceNote)}</span>
      </div>
      <div className={css.row}>
        <Button kind={choice.on ? 'outline' : 'solid'} onClick={onStart}>
          {say(choice.on ? words.again : words.start)}
        </Button>
        {choice.on && (
          <Button kind="quiet" onClick={() => onChange({ on: false, from: null })}>
            {say(words.end)}
          </Button>
        )}
        <Segmented
          label={say(words.rates)}
          options={[
            { value: 'one', words: say(words.oneRate, { rate: rateWords(rate) }) },
            { value: 'best', words: say(words.best) },
          ]}
          value={choice.best ? 'best' : 'one'}
          onChange={(value) => onChange({ best: value === 'best' })}
        />
        <Select
          label={say(words.updates)}
          options={UPDATES.map((n) => ({ value: String(n), words: say(words.updatesOf, { n }) }))}
          value={String(choice.updates)}
          onChange={(value) => {
            const updates = UPDATES.find((n) => String(n) === value);
            if (updates) onChange({ updates });
          }}
        />
      </div>
      {choice.on && <Standings race={race} surface={surface} />}
      {choice.on && surface && surface.weights > 2 && (
        <p className={css.note}>{say(words.above, { n: count(surface.weights) })}</p>
      )}
      <p className={css.note}>
        {choice.best && say(words.bestNote, { rates: RATES.map(setting).join(APART), n: choice.updates })}
        {choice.on && !choice.best && (choice.from ? '' : say(words.dragStart))}
        {choice.on && choice.from && (
          <Button kind="quiet" onClick={() => onChange({ from: null })}>
            {say(words.fromNow)}
          </Button>
        )}
      </p>
    </section>
  );
};

/** Each racer with its line, its rate and the loss it ends with. */
const Standings = ({ race, surface }: Pick<RaceBarProps, 'race' | 'surface'>) => {
  const say = useSay();
  return (
    <ul className={css.standings}>
      {RACERS.map((racer) => {
        const { colour, dash, mark } = racerLooks[racer];
        const raced = race?.racers.find((one) => one.racer === racer);
        const end = raced && ([raced.across.at(-1) ?? 0, raced.up.at(-1) ?? 0] as const);
        const out = surface && end && !isIn(surface.region, end);
        return (
          <li key={racer}>
            <svg width="44" height="14" aria-hidden="true">
              <path d="M2 7H32" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
              <path d={mark} fill={colour} transform="translate(36 7)" />
            </svg>
            <strong>{racer}</strong>
            {raced && (
              <span>
                η {rateWords(raced.rate)} ·{' '}
                {raced.lost
                  ? say(words.diverged)
                  : `${say(words.loss)} ${fixed(raced.loss, raced.loss < 0.01 ? 5 : 3)}`}
                {out && ` · ${say(words.outside)}`}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
