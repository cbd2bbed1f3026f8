import { type Language, say, type Text } from '../../text.ts';
import { count } from '../format.ts';

const WORDS: Record<'epoch' | 'update', Text> = {
  epoch: { en: 'epoch {n}', ko: '에포크 {n}' },
  update: { en: 'update {n}', ko: '갱신 {n}' },
};

/** "epoch 120", or inside an epoch "update 963". */
export const momentName = (epoch: number, step: number, language: Language): string =>
  Number.isInteger(epoch)
    ? say(WORDS.epoch, language, { n: count(epoch) })
    : say(WORDS.update, language, { n: count(step) });
