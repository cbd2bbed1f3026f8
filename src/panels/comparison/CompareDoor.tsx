import { showComparison } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import css from './CompareDoor.module.css';

const WORDS = {
  title: { en: 'MLP against CNN', ko: 'MLP와 CNN 비교' },
  what: {
    en: 'Two networks learn the same pictures, side by side.',
    ko: '두 신경망이 같은 그림을 나란히 배운다.',
  },
};

/** Leads to the comparison of two networks. */
export const CompareDoor = () => {
  const say = useSay();
  return (
    <div className={css.door}>
      <Button onClick={() => showComparison(true)}>{say(WORDS.title)}</Button>
      <p className={css.what}>{say(WORDS.what)}</p>
    </div>
  );
};
