import { useSay } from '../../state/words.ts';
import { look } from '../../state/view.ts';
import type { Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './Sentence.module.css';
import { TOUR_PAGES } from './tour.ts';

const words = {
  back: { en: '‹ Back', ko: '‹ 이전' },
  next: { en: 'Next ›', ko: '다음 ›' },
  page: { en: '{page} of {pages}', ko: '{page} / {pages}' },
} as const satisfies Record<string, Text>;

/** Turns the pages of "built from OR and NAND". */
export const TourPages = ({ page }: { readonly page: number }) => {
  const say = useSay();
  return (
    <>
      <Button kind="quiet" disabled={page <= 1} onClick={() => look({ tour: page - 1 })}>
        {say(words.back)}
      </Button>
      <span className={styles.page}>{say(words.page, { page, pages: TOUR_PAGES })}</span>
      {page < TOUR_PAGES && (
        <Button kind="solid" className={styles.main} onClick={() => look({ tour: page + 1 })}>
          {say(words.next)}
        </Button>
      )}
    </>
  );
};
