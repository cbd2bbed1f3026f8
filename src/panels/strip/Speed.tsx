import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { classes } from '../../ui/controls/classes.ts';
import { Select } from '../../ui/controls/Select.tsx';
import { Slider } from '../../ui/controls/Slider.tsx';
import { useStepName } from './named.ts';
import { rateIndex, ratesOf, rateWords, shortRateWords } from './rates.ts';
import styles from './Speed.module.css';

const LABEL: Text = { en: 'Speed', ko: '속도' };

/**
 * How fast it plays: a slider over the speeds of the chosen step size. Where the strip is narrow or its type large, the
 * style sheet shows a list instead, on a phone with a shorter unit.
 */
export const Speed = ({ className }: { readonly className?: string | undefined }) => {
  const say = useSay();
  const size = useView((view) => view.stepSize);
  const speed = useView((view) => view.speed);
  const named = useStepName()(size);
  const rates = ratesOf(size);
  const at = rateIndex(size, speed);
  const words = say(rateWords(named, rates[at] ?? speed));
  const choose = (index: number) => look({ speed: rates[index] ?? speed });
  const list = (name: string | undefined, wordsOf: (rate: number) => Text) => (
    <Select
      className={classes(styles.list, name)}
      label={say(LABEL)}
      options={rates.map((rate, index) => ({ value: String(index), words: say(wordsOf(rate)) }))}
      value={String(at)}
      onChange={(index) => choose(Number(index))}
    />
  );
  return (
    <div className={classes(styles.speed, className)}>
      <span className={styles.label} aria-hidden="true">
        {say(LABEL)}
      </span>
      <Slider
        className={styles.slider}
        label={say(LABEL)}
        value={at}
        min={0}
        max={rates.length - 1}
        step={1}
        text={words}
        onChange={choose}
      />
      <span className={styles.words}>{words}</span>
      {list(styles.full, (rate) => rateWords(named, rate))}
      {list(styles.short, shortRateWords)}
    </div>
  );
};
