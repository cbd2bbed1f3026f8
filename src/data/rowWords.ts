import type { Text } from '../text.ts';
import type { DataSpec } from './data.ts';
import { sets } from './sets/index.ts';

/** What so many rows of the data are called: points, or pictures. */
export const rowWords = ({ set }: Pick<DataSpec, 'set'>, count: number): Text => {
  const { en, ko } = sets[set].picture ? { en: 'picture', ko: '그림' } : { en: 'point', ko: '점' };
  return { en: count === 1 ? en : `${en}s`, ko };
};
