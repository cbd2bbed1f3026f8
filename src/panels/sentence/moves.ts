import { fill, type Text } from '../../text.ts';
import { print } from './terms.ts';

export interface Moved {
  readonly name: string;
  readonly slope: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which way a weight went and why. The first one says it in full; of the bias it says only where it went, unless that is
 * against its slope.
 */
export const movedWords = ({ name, slope, from, to }: Moved, first: boolean, momentum: boolean): Text => {
  const values = { w: name, from: print(from), to: print(to) };
  if (from === to) return fill(STAYS, values);
  const right = to > from;
  const way: Text = right ? { en: 'right', ko: '오른쪽' } : { en: 'left', ko: '왼쪽' };
  const against = slope === 0 || slope > 0 === right;
  const words: Text =
    against && momentum
      ? {
          en: `${slopeWords(slope, first).en}, but momentum carries it ${way.en}`,
          ko: `{w}의 기울기는 ${slopeWords(slope, first).ko}이지만 관성 때문에 ${way.ko}으로`,
        }
      : against || name === 'b'
        ? { en: way.en, ko: `{w:은/는} ${way.ko}으로` }
        : {
            en: `${slopeWords(slope, first).en}, so ${way.en}`,
            ko: `${first ? '{w}의 기울기가' : '{w:은/는}'} ${slopeWords(slope, first).ko}이므로 ${way.ko}으로`,
          };
  return fill({ en: `{w}: ${words.en}: {from} → {to}.`, ko: `${words.ko}: {from} → {to}.` }, values);
};

const STAYS: Text = { en: '{w} stays: {to}.', ko: '{w:은/는} 그대로: {to}.' };

const slopeWords = (slope: number, first: boolean): Text => {
  if (slope === 0) return { en: 'slope 0', ko: '0' };
  const [en, ko] = slope > 0 ? ['positive', '양수'] : ['negative', '음수'];
  return { en: first ? `${en} slope` : en, ko };
};
