import { usePictures } from '../../state/data.ts';
import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import styles from './Microscope.module.css';
import { words as ofPictures } from './pictures/words.ts';
import type { Seen } from './useAnatomy.ts';
import { words as ofPoints } from './words.ts';

/** Which batch the mean is of, and when the pinned point, or the picture that is shown, is met. */
export const BatchWords = ({ seen: { point, batch } }: { readonly seen: Pick<Seen, 'point' | 'batch'> }) => {
  const say = useSay();
  const words = usePictures() ? ofPictures : ofPoints;
  const underWay = Boolean(useFrame()?.phase);
  const values = { i: batch.number, n: batch.batches, k: batch.rows };
  const { batchesUntil: until } = point;
  const sentence = () => {
    if (until === 'never') return say(words.batchNever, values);
    if (until === 'used') return say(words.batchUsed, values);
    if (until === 0) return say(underWay ? words.batchNow : words.batchNext, values);
    return say(words.batchLater, { ...values, j: batch.number + until });
  };
  return <p className={styles.batch}>{sentence()}</p>;
};
