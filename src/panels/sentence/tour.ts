import type { Text } from '../../text.ts';
import { isBuilt, type Story, type Teller } from './situation.ts';
import { TRAIN_BUILT } from './texts.ts';

/** XOR = AND(OR, NAND), built by hand: five pages, turned by the person. */
const PAGES: readonly { readonly so: Text; readonly todo: Text | null }[] = [
  {
    so: { en: 'The first neuron is OR: 1 if either is 1.', ko: '첫째 뉴런은 OR: 둘 중 하나라도 1이면 1.' },
    todo: null,
  },
  {
    so: {
      en: 'The second is NAND, NOT AND: 0 only if both are 1.',
      ko: '둘째 뉴런은 NAND(NOT AND): 둘 다 1일 때만 0.',
    },
    todo: null,
  },
  {
    so: {
      en: 'The output neuron is AND: where OR and NAND are both 1, the band between two lines.',
      ko: '출력 뉴런은 AND: OR도 1이고 NAND도 1인 곳, 두 직선 사이의 띠.',
    },
    todo: null,
  },
  {
    so: {
      en: 'In the plane the output neuron sees (h₁, h₂), the points (0, 1) and (1, 0) fall on one spot.',
      ko: '출력 뉴런이 보는 평면(h₁, h₂)에서는 (0, 1)과 (1, 0)이 한 점에 겹친다.',
    },
    todo: { en: 'One line parts them now.', ko: '그래서 직선 하나로 나뉜다.' },
  },
  {
    so: { en: 'Now let it learn instead.', ko: '이번에는 손으로 정하지 말고 학습시켜 보자.' },
    todo: {
      en: 'The neurons it finds need not be OR and NAND: there is more than one answer.',
      ko: '학습된 뉴런이 OR와 NAND가 아닐 수도 있다. 답은 하나가 아니다.',
    },
  },
];

export const TOUR_PAGES = PAGES.length;

/** The page of the tour that is open, while the network is still the one that was built. */
export const tour: Teller = ({ tour: page, design }): Story | null => {
  const words = page === null ? undefined : PAGES[page - 1];
  if (!words || !isBuilt(design)) return null;
  return { ...words, buttons: page === TOUR_PAGES ? [TRAIN_BUILT] : [] };
};
