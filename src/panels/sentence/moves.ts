import { fill, type Text } from '../../text.ts';
import { print } from './terms.ts';

export interface Moved {
  readonly name: string;
  readonly slope: number;
  readonly from: number;
  readonly to: number;
}

/** Which way a weight went and why: the first one says it in full, of the bias only where it went. */
export const movedWords = ({ name, slope, from, to }: Moved, first: boolean, momentum: boolean): Text => {
  const values = { w: name, from: print(from), to: print(to) };
  if (from === to) return fill(name === 'b' ? STAYS : slope === 0 ? FLAT : STAYS, values);
  const right = to > from;
  const en = right ? 'right' : 'left';
  const ko = right ? '오른쪽' : '왼쪽';
  const end = ': {from} → {to}.';
  const sign: Text =
    slope === 0
      ? { en: '0', ko: '0' }
      : slope > 0
        ? { en: 'positive', ko: '양수' }
        : { en: 'negative', ko: '음수' };
  const against = slope === 0 || slope > 0 === right;
  const subject = first ? '{w}의 기울기가' : '{w:은/는}';
  const slopeEn = slope === 0 ? 'slope 0' : first ? `${sign.en} slope` : sign.en;
  if (against && momentum) {
    return fill(
      {
        en: `{w}: ${slopeEn}, but momentum carries it ${en}${end}`,
        ko: `${subject.replace('기울기가', '기울기는')} ${sign.ko}이지만 관성 때문에 ${ko}으로${end}`,
      },
      values,
    );
  }
  if (against || name === 'b')
    return fill({ en: `{w}: ${en}${end}`, ko: `{w:은/는} ${ko}으로${end}` }, values);
  return fill(
    { en: `{w}: ${slopeEn}, so ${en}${end}`, ko: `${subject} ${sign.ko}이므로 ${ko}으로${end}` },
    values,
  );
};

const STAYS: Text = { en: '{w}: stays: {to}.', ko: '{w:은/는} 그대로: {to}.' };
const FLAT: Text = { en: '{w}: slope 0, so it stays: {to}.', ko: '{w}의 기울기는 0이므로 그대로: {to}.' };
