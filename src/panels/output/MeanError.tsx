import { useSay } from '../../state/words.ts';
import { fixed } from '../../ui/format.ts';
import css from './OutputPanel.module.css';
import { useResiduals } from './useResiduals.ts';
import { words } from './words.ts';

/** What the squares or bars on the plane are, and their mean: the loss. Nothing where the loss cannot be drawn so. */
export const MeanError = () => {
  const say = useSay();
  const errors = useResiduals();
  if (!errors) return null;
  const { as, penalised, mean } = errors;
  const [plain, penalty] =
    as === 'squares' ? [words.meanArea, words.penaltyArea] : [words.meanLength, words.penaltyLength];
  return (
    <p className={css.mean}>
      {say(penalised ? penalty : plain)} <strong>{fixed(mean, 3)}</strong>
    </p>
  );
};
