import { DIGITS, look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './Microscope.module.css';
import { words } from './words.ts';

/** How many decimals the numbers have. */
export const DigitsChoice = () => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  return (
    <Select
      label={say(words.digits)}
      options={DIGITS.map((one) => ({ value: String(one), words: say(words.decimals, { n: one }) }))}
      value={String(digits)}
      onChange={(chosen) => look({ digits: DIGITS.find((each) => String(each) === chosen) ?? 3 })}
      className={styles.digits}
    />
  );
};
