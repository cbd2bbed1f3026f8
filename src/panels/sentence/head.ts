import { areFrozen, featuresOf, weightCounts } from '../../experiment/head.ts';
import { outputOf } from '../../experiment/widths.ts';
import { fill, type Text } from '../../text.ts';
import { count } from '../../ui/format.ts';
import type { Teller } from './situation.ts';
import { PRESS_PLAY } from './texts.ts';

/** A new head, once it is there: what is kept, what is new, and how much of it learns. */
export const newHead: Teller = ({ design, frame }) => {
  const { all, frozen } = weightCounts(design);
  if (frozen === 0) return null;
  return {
    so: fill(
      {
        en: 'The features stay: {frozen} weights are frozen. The new head, Dense {units}, starts from {free} new ones.',
        ko: '특징추출부는 그대로 둔다: 가중치 {frozen}개를 고정했다. 새 분류부 Dense {units:은/는} 새 가중치 {free}개에서 시작한다.',
      },
      { frozen: count(frozen), free: count(all - frozen), units: outputOf(design.model).units },
    ),
    todo: frame.playing ? null : OR_OTHER_DATA,
    buttons: [],
  };
};

const OR_OTHER_DATA: Text = {
  en: 'Press play, or choose other pictures for it to tell apart first.',
  ko: '재생을 누르거나, 먼저 구별할 다른 그림을 골라 보세요.',
};

/** Features were frozen, or thawed. */
export const frozenOrThawed: Teller = ({ design, frame }) => {
  const frozen = areFrozen(design);
  if (frozen === null) return null;
  const weights = (featuresOf(design) ?? []).reduce((sum, { parameters }) => sum + parameters, 0);
  return {
    so: fill(frozen ? FROZEN : THAWED, { weights: count(weights) }),
    todo: frame.playing ? null : PRESS_PLAY,
    buttons: [],
  };
};

const FROZEN: Text = {
  en: 'The {weights} weights that find features are frozen. Only what comes after them learns.',
  ko: '특징을 찾는 가중치 {weights}개를 고정했다. 그 뒤만 배운다.',
};
const THAWED: Text = {
  en: 'The {weights} weights that find features learn again, from where they are.',
  ko: '특징을 찾는 가중치 {weights}개가 지금 값에서 다시 배운다.',
};

/** What is said first where the data have changed under frozen layers. */
export const KEPT: Text = {
  en: 'What is frozen keeps its weights.',
  ko: '고정한 층의 가중치는 그대로다.',
};
