import { rowWords } from '../../data/rowWords.ts';
import { sets } from '../../data/sets/index.ts';
import type { Target } from '../../data/target.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { fixed } from '../../ui/format.ts';
import { asideWords } from '../design/words.ts';
import { digitsOf } from './digits.ts';
import { type Estimate, typicalError } from './estimates.ts';
import { Figure } from './Figure.tsx';
import { LossFigure } from './LossFigure.tsx';
import { SetBar } from './SetBar.tsx';
import { useEstimates } from './useAnswers.ts';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

/** What a network that predicts a number is judged by: how far off it is on average, and its loss. */
export const TypicalError = ({ target }: { readonly target: Target & { readonly kind: 'number' } }) => {
  const say = useSay();
  const { data } = useDesign();
  const rows = useEstimates() ?? [];
  const train = rows.filter(({ validation }) => !validation);
  const validation = rows.filter((row) => row.validation);
  const judged = typicalError(validation.length > 0 ? validation : train);
  const read = (value: number) => fixed(value, digitsOf(target));
  const { targets } = sets[data.set];
  const asked = targets.find(({ name }) => name === data.target) ?? targets[0];
  const most = Math.max(typicalError(train), validation.length > 0 ? typicalError(validation) : 0);
  const bar = (name: string, set: readonly Estimate[], strong: boolean) => (
    <SetBar
      label={say(words.errorOf, { set: name })}
      name={name}
      rows={set.length}
      value={typicalError(set)}
      most={most > 0 ? most : 1}
      reading={read(typicalError(set))}
      strong={strong}
    />
  );
  return (
    <>
      <Figure
        main
        name={say(validation.length > 0 ? words.validationError : words.trainingError)}
        value={read(judged)}
      >
        {Number.isFinite(judged)
          ? say(words.offBy, { target: say(asked.words), n: read(judged) })
          : say(words.notYet)}
      </Figure>
      <LossFigure />
      {Number.isFinite(most) && train.length > 0 && (
        <div className={styles.part}>
          <h3>{say(validation.length > 0 ? words.errors : words.error)}</h3>
          {bar(say(words.train), train, false)}
          {validation.length > 0 && bar(say(words.validation), validation, true)}
          <p className={styles.hint}>
            {say(validation.length > 0 ? words.trust : asideWords(data, rows.length), {
              rows: say(rowWords(data, rows.length)),
            })}
          </p>
        </div>
      )}
    </>
  );
};
