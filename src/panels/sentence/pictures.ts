import { sets } from '../../data/sets/index.ts';
import type { LayerSpec } from '../../engine/layers/index.ts';
import type { Design } from '../../experiment/experiment.ts';
import { fill, type Text } from '../../text.ts';
import { hiddenLayers } from './situation.ts';

/** Are the data pictures? Then a neuron is no line, and what a layer does has other words. */
export const isOfPictures = ({ data }: Design): boolean => sets[data.set].picture !== undefined;

/** What a kind of layer does on the way to the answer: in English, and in Korean in the middle of a sentence and at its end. */
interface Part {
  readonly en: string;
  readonly ko: readonly [middle: string, end: string];
}

const PARTS: Readonly<Partial<Record<LayerSpec['type'], Part>>> = {
  Conv2D: {
    en: 'convolution finds features',
    ko: ['합성곱이 특징을 찾고', '합성곱이 특징을 찾는다'],
  },
  MaxPooling2D: {
    en: 'pooling keeps the strongest',
    ko: ['풀링이 가장 강한 것만 남기고', '풀링이 가장 강한 것만 남긴다'],
  },
  AveragePooling2D: {
    en: 'pooling takes their mean',
    ko: ['풀링이 평균을 내고', '풀링이 평균을 낸다'],
  },
  Flatten: {
    en: 'Flatten hands them to Dense',
    ko: ['Flatten이 Dense에 넘기고', 'Flatten이 Dense에 넘긴다'],
  },
};

/** What the layers of a network for pictures do together. */
export const joinedOfPictures = (design: Design): Text => {
  const hidden = hiddenLayers(design);
  const kinds = [...new Set(hidden.map(({ spec }) => spec.type))];
  if (kinds.includes('Conv2D')) {
    const parts = kinds.flatMap((kind) => PARTS[kind] ?? []);
    const en = parts.map((part) => part.en).join(', ');
    const ko = parts.map((part, index) => part.ko[index === parts.length - 1 ? 1 : 0]).join(', ');
    return { en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`, ko: `${ko}.` };
  }
  const first = hidden.find(({ spec }) => spec.type === 'Dense');
  if (!first) {
    return {
      en: 'Each output neuron weighs every pixel. The largest answers.',
      ko: '출력 뉴런마다 모든 픽셀에 가중치를 둔다. 가장 큰 값이 답이다.',
    };
  }
  return fill(
    {
      en: '{n} neurons weigh all {m} pixels each; the output layer joins what they find.',
      ko: '뉴런 {n}개가 저마다 픽셀 {m}개를 모두 보고, 출력층이 그것을 합친다.',
    },
    { n: first.units, m: first.inputs },
  );
};
