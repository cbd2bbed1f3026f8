import { useDesign } from '../../state/experiment.ts';
import { look } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import css from './Descent.module.css';
import { isOneWeight } from './oneWeight.ts';
import { OneWeight } from './OneWeight.tsx';
import { TwoWeights } from './two/TwoWeights.tsx';
import { useMoment } from './useMoment.ts';
import { words } from './words.ts';

/** Gradient descent as a picture: the loss over a weight, in the place of Network and Output. */
export const Descent = () => {
  const say = useSay();
  return (
    <section className={css.descent} aria-label={say(words.title)}>
      <IconButton className={css.close} label={say(words.close)} onClick={() => look({ descent: false })}>
        <svg width="11" height="11" viewBox="0 0 9 9">
          <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
        </svg>
      </IconButton>
      {isOneWeight(useDesign()) ? <Only /> : <TwoWeights />}
    </section>
  );
};

const Only = () => {
  const moment = useMoment();
  return moment && <OneWeight moment={moment} shows={everything} />;
};
const everything = (what: string): boolean => what !== 'mean-square';
