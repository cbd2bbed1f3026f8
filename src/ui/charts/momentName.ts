import { type Language, say, type Text } from '../../text.ts';
import { count } from '../format.ts';

/** What a moment is called by the unit one counts in. */
export const momentNames = {
  epoch: { en: 'epoch {n}', ko: '에포크 {n}' },
  update: { en: 'update {n}', ko: '갱신 {n}' },
} satisfies Record<string, Text>;

/** "epoch 120", or inside an epoch "update 963". */
export const momentName = (epoch: number, step: number, language: Language): string =>
  Number.isInteger(epoch)
    ? say(momentNames.epoch, language, { n: count(epoch) })
    : say(momentNames.update, language, { n: count(step) });
