import { useId } from 'react';
import { rowWords } from '../../data/rowWords.ts';
import { useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { measure } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { CloseButton } from './CloseButton.tsx';
import { Columns } from './Columns.tsx';
import { Definitions } from './Definitions.tsx';
import { Findings } from './Findings.tsx';
import { FirstWeights } from './FirstWeights.tsx';
import styles from './GradientMeter.module.css';
import { openVanishing } from './openVanishing.ts';
import { Rows } from './Rows.tsx';
import { decadesOf, sizesOf } from './scale.ts';
import { useGradients } from './useGradients.ts';
import { useMoments } from './useMoments.ts';
import { words } from './words.ts';

/** How the slope comes through all layers: sizes, what they were, what that means, and what to do about it. */
export const GradientMeter = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useSay();
  const heading = useId();
  const model = useModel();
  const { data } = useDesign();
  const seen = useGradients();
  const frame = useFrame();
  const wide = useMedia('(width >= 1200px)');
  const moments = useMoments();
  const Layers = wide ? Columns : Rows;
  return (
    <section className={styles.meter} aria-labelledby={heading}>
      <header className={styles.header}>
        <h2 id={heading}>{say(words.title)}</h2>
        <p className={styles.where}>
          {seen &&
            say(frame?.phase ? words.batchNow : words.batchNext, {
              i: seen.number,
              n: seen.batches,
              k: seen.rows,
              rows: say(rowWords(data, seen.rows)),
            })}
        </p>
        <span className={styles.tools}>
          <Definitions judged={seen?.judged ?? 0} />
          <Button kind="quiet" onClick={() => void openVanishing()}>
            {say(words.eight)}
          </Button>
          <Button kind="quiet" data-meter onClick={() => measure({ kind: 'activations', layer: 0 })}>
            {say(words.compare)}
          </Button>
        </span>
        <CloseButton onClick={onClose} />
      </header>
      {seen ? (
        <div className={styles.body}>
          <Layers seen={seen} model={model} moments={moments} decades={decadesOf(sizesOf(seen))} />
          <div className={styles.aside}>
            <Findings seen={seen} model={model} />
            <FirstWeights />
          </div>
        </div>
      ) : (
        <p className={styles.where}>{say(words.coming)}</p>
      )}
    </section>
  );
};
