import { same, type Text, withNames } from '../../../text.ts';

/** What is known of how a weight moves. */
export interface Going {
  readonly name: Text;
  /** Counted from 1. */
  readonly layer: number;
  readonly frozen: boolean;
  /** The slope of the curve, and that of the batch; null: not computed yet. */
  readonly slope: number | null;
  readonly batchSlope: number | null;
  /** By the update; null: not computed yet, or there is none because the loss is no finite number. */
  readonly move: number | null;
  /** Is the update made? Else it is to come. */
  readonly made: boolean;
  /** Is a batch under way? Then what is not there will come. */
  readonly underWay: boolean;
  /** Does a move carry earlier slopes on, and nothing else but these? */
  readonly momentum: boolean;
}

const LEFT: Text = { en: 'left', ko: '왼쪽' };
const RIGHT: Text = { en: 'right', ko: '오른쪽' };
const wayOf = (value: number): Text => (value > 0 ? RIGHT : LEFT);
const signOf = (slope: number): Text =>
  slope > 0 ? { en: 'positive', ko: '양수' } : { en: 'negative', ko: '음수' };

/** In a sentence which way the weight goes, and why: before its update it will, in it it does. */
export const verdict = (going: Going): Text => {
  const { name, frozen, slope, batchSlope, move, made, underWay, momentum } = going;
  const layer = same(String(going.layer));
  if (frozen) return withNames(FROZEN, { w: name, layer });
  if (slope === null || move === null) return withNames(underWay ? COMES : LOST, { w: name, layer });
  const goes = made ? GOES : WILL_GO;
  const names = { w: name, sign: signOf(slope), pointed: wayOf(-slope), moved: wayOf(move) };
  const told = (words: Text): Text => withNames(words, names);
  if (move === 0) return told(slope === 0 ? STAYS : TOO_SMALL);
  if (slope * move < 0) return told(goes.by);
  if (batchSlope !== null && batchSlope * slope < 0 && batchSlope * move < 0) return told(goes.byBatch);
  if (!momentum) return told(goes.otherwise);
  return told(slope === 0 ? goes.byMomentumAlone : goes.byMomentum);
};

const STAYS: Text = { en: 'The slope is 0, so {w} stays.', ko: '기울기가 0이므로 {w:은/는} 그대로 있다.' };
const TOO_SMALL: Text = {
  en: 'The slope is {sign}, but the move is too small to change {w}.',
  ko: '기울기가 {sign}이지만 이동량이 너무 작아 {w:은/는} 그대로 있다.',
};
const FROZEN: Text = {
  en: 'Layer {layer} is frozen (trainable = False), so {w} stays.',
  ko: '{layer}층은 고정되어 있으므로(trainable = False) {w:은/는} 그대로 있다.',
};
const COMES: Text = {
  en: 'The slope of {w} comes in the backward phase of layer {layer}.',
  ko: '{w}의 기울기는 {layer}층의 역전파에서 나온다.',
};
const LOST: Text = {
  en: 'The loss is no finite number here, so {w} has no slope. Go back to an earlier moment.',
  ko: '여기서는 손실이 유한한 수가 아니라 {w}의 기울기가 없다. 앞선 시점으로 돌아가 보세요.',
};

interface Ways {
  readonly by: Text;
  readonly byMomentum: Text;
  readonly byMomentumAlone: Text;
  readonly byBatch: Text;
  readonly otherwise: Text;
}

const WILL_GO: Ways = {
  by: {
    en: 'The slope is {sign}, so {w} will move {moved}.',
    ko: '기울기가 {sign}이므로 {w:은/는} {moved}으로 갈 것이다.',
  },
  byMomentum: {
    en: 'The slope points {pointed}, but momentum will carry {w} {moved}.',
    ko: '기울기는 {pointed}을 가리키지만 관성 때문에 {w:은/는} {moved}으로 갈 것이다.',
  },
  byMomentumAlone: {
    en: 'The slope is 0, but momentum will carry {w} {moved}.',
    ko: '기울기는 0이지만 관성 때문에 {w:은/는} {moved}으로 갈 것이다.',
  },
  byBatch: {
    en: 'The slope points {pointed}, but this batch will carry {w} {moved}.',
    ko: '기울기는 {pointed}을 가리키지만 이번 배치 때문에 {w:은/는} {moved}으로 갈 것이다.',
  },
  otherwise: {
    en: 'Here it is not the slope that decides: what the optimizer remembers, or the decay, will move {w} {moved}.',
    ko: '여기서는 기울기가 정하지 않는다. 최적화 알고리즘이 기억하는 값이나 감쇠(decay)가 {w:을/를} {moved}으로 옮길 것이다.',
  },
};

const GOES: Ways = {
  by: {
    en: 'The slope is {sign}, so {w} moves {moved}.',
    ko: '기울기가 {sign}이므로 {w:은/는} {moved}으로 간다.',
  },
  byMomentum: {
    en: 'The slope points {pointed}, but momentum carries {w} {moved}.',
    ko: '기울기는 {pointed}을 가리키지만 관성 때문에 {w:은/는} {moved}으로 간다.',
  },
  byMomentumAlone: {
    en: 'The slope is 0, but momentum carries {w} {moved}.',
    ko: '기울기는 0이지만 관성 때문에 {w:은/는} {moved}으로 간다.',
  },
  byBatch: {
    en: 'The slope points {pointed}, but this batch carries {w} {moved}.',
    ko: '기울기는 {pointed}을 가리키지만 이번 배치 때문에 {w:은/는} {moved}으로 간다.',
  },
  otherwise: {
    en: 'Here it is not the slope that decides: what the optimizer remembers, or the decay, moves {w} {moved}.',
    ko: '여기서는 기울기가 정하지 않는다. 최적화 알고리즘이 기억하는 값이나 감쇠(decay)가 {w:을/를} {moved}으로 옮긴다.',
  },
};
