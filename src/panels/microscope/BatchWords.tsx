import { usePictures } from '../../state/data.ts';
import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import styles from './Microscope.module.css';
import { words as ofPictures } from './pictures/words.ts';
import type { Seen } from './useAnatomy.ts';
import { words as ofPoints } from './words.ts';

const BATCH = {
  now: { en: 'batch {i} of {n}', ko: '배치 {i} / {n}' },
  next: { en: 'next batch, {i} of {n}', ko: '다음 배치 {i} / {n}' },
} as const satisfies Record<string, Text>;

/** Which batch the mean is of, and when the pinned point, or the picture that is shown, is met. */
export const BatchWords = ({ seen: { point, batch } }: { readonly seen: Pick<Seen, 'point' | 'batch'> }) => {
  const say = useSay();
  const words = usePictures() ? ofPictures : ofPoints;
  const underWay = Boolean(useFrame()?.phase);
  // Between two batches it is the one that comes.
  const which = say(underWay ? BATCH.now : BATCH.next, { i: batch.number, n: batch.batches });
  const values = { batch: which, k: batch.rows };
  const { batchesUntil: until } = point;
  const sentence = () => {
    if (until === 'never') return say(words.batchNever, values);
    if (until === 'used') return say(words.batchUsed, values);
    if (until === 0) return say(words.batchIn, values);
    return say(words.batchLater, { ...values, j: batch.number + until });
  };
  return <p className={styles.batch}>{sentence()}</p>;
};
