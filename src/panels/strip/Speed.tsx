import { useTold } from '../../state/told.ts';
import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { classes } from '../../ui/controls/classes.ts';
import { Select } from '../../ui/controls/Select.tsx';
import { Slider } from '../../ui/controls/Slider.tsx';
import { useStepName } from './named.ts';
import { rateIndex, ratesOf, rateWords, reachedOf, reachedWords, shortRateWords } from './rates.ts';
import styles from './Speed.module.css';

const LABEL: Text = { en: 'Speed', ko: '속도' };
const REACHED: Text = {
  en: 'Epochs a second that this machine reaches',
  ko: '이 컴퓨터에서 초당 실제로 학습하는 에포크 수',
};

/**
 * How fast it plays, and where the machine does not keep up how fast that is: a slider over the speeds of the chosen step
 * size. Where the strip is narrow or its type large, the style sheet shows a list instead, on a phone with a shorter unit.
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
      <Words chosen={words} speed={size === 'epoch' ? speed : null} />
      {list(styles.full, (rate) => rateWords(named, rate))}
      {list(styles.short, shortRateWords)}
    </div>
  );
};

interface WordsProps {
  readonly chosen: string;
  /** Epochs a second that were asked for; null: something else is counted. */
  readonly speed: number | null;
}

/** The speed that was chosen, or what is reached of it. */
const Words = ({ chosen, speed }: WordsProps) => {
  const say = useSay();
  const frame = useTold();
  const reached = frame && speed !== null ? reachedOf(frame, speed) : null;
  if (speed === null || reached === null) return <span className={styles.words}>{chosen}</span>;
  return (
    <span className={styles.words} title={say(REACHED)}>
      {say(reachedWords(speed, reached))}
    </span>
  );
};
