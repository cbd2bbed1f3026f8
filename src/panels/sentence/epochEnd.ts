import { fill, type Text } from '../../text.ts';
import type { Scene } from './situation.ts';
import { print } from './terms.ts';

/** Where an update was the last of its epoch. */
export const epochEnd = ({ frame }: Scene): Text | null => {
  const { position, reading } = frame;
  if (position.batch !== 0 || position.epoch === 0) return null;
  const seen: Text = { en: 'Every sample was seen once.', ko: '모든 데이터를 한 번씩 보았다.' };
  if (reading.val_loss === null) return seen;
  return fill(
    { en: `${seen.en} Validation loss {v}.`, ko: `${seen.ko} 검증 손실 {v}.` },
    { v: print(reading.val_loss) },
  );
};
