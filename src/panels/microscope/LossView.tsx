import { losses } from '../../engine/losses/index.ts';
import { usePictures } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { APART, fixed } from '../../ui/format.ts';
import { Formula, Name } from '../../ui/math.tsx';
import { smoothed } from './blame.ts';
import { BatchWords } from './BatchWords.tsx';
import { lossLines } from './lossLines.ts';
import styles from './Microscope.module.css';
import type { Seen } from './useAnatomy.ts';
import { words as ofPictures } from './pictures/words.ts';
import { words } from './words.ts';

/** The loss of the pinned point, or of the picture that is shown: the formula with its numbers, and the mean of the batch beside it. */
export const LossView = ({ seen }: { readonly seen: Pick<Seen, 'point' | 'batch'> }) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const pictures = usePictures() !== null;
  const { compile } = useDesign();
  const { words: name, line } = losses[compile.loss];
  const lines = lossLines(compile, seen.point, digits);
  const smoothing = compile.loss_settings?.label_smoothing ?? 0;
  return (
    <div className={styles.plain}>
      <h3>{say(name)}</h3>
      <p className={styles.note}>{say(line)}</p>
      {lines ? (
        <>
          <Formula spoken={lines.formula} className={styles.quiet}>
            <Name>{lines.formula}</Name>
          </Formula>
          <Formula spoken={lines.numbers}>
            <Name>{lines.numbers}</Name>
          </Formula>
        </>
      ) : (
        <p>{say(words.noRule)}</p>
      )}
      {smoothing > 0 && (
        <p className={styles.note}>
          {say(words.smoothed, {
            t: [...seen.point.answers]
              .map((answer) => fixed(smoothed(answer, smoothing, seen.point.answers.length), digits))
              .join(APART),
          })}
        </p>
      )}
      <dl className={styles.figures}>
        <div>
          <dt>{say(pictures ? ofPictures.oneLoss : words.oneLoss)}</dt>
          <dd>{fixed(seen.point.loss, digits)}</dd>
        </div>
        <div>
          <dt>{say(words.batchLoss)}</dt>
          <dd>{seen.batch.loss === null ? say(words.notYet) : fixed(seen.batch.loss, digits)}</dd>
        </div>
      </dl>
      <BatchWords seen={seen} />
    </div>
  );
};
