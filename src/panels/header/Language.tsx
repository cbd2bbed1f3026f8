import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Language as Name, Text } from '../../text.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './Header.module.css';

const NAME: Text = { en: 'Language', ko: '언어' };

/** Each language under its own name. */
export const LANGUAGES: readonly { readonly language: Name; readonly short: string; readonly own: string }[] =
  [
    { language: 'en', short: 'EN', own: 'English' },
    { language: 'ko', short: '한국어', own: '한국어' },
  ];

/** English or Korean, switched at once. */
export const Language = () => {
  const say = useSay();
  const on = useView((view) => view.language);
  return (
    <div role="group" aria-label={say(NAME)} className={styles.languages}>
      {LANGUAGES.map(({ language, short, own }) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={own}
          aria-pressed={language === on}
          className={classes(styles.language, language === on && styles.current)}
          onClick={() => look({ language })}
        >
          {short}
        </button>
      ))}
    </div>
  );
};
