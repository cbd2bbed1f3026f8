import { fill, type Text } from '../../text.ts';
import { count } from '../../ui/format.ts';
import { joined } from './deeds.ts';
import { isOneNeuron, type Teller } from './situation.ts';
import { STEP_OR_START } from './texts.ts';

/** Out of sight and at rest, while two others are compared in its place. */
export const waiting: Teller = ({ comparing, frame }) =>
  comparing && !frame.playing
    ? {
        so: {
          en: 'Your own network waits while two are compared.',
          ko: '두 신경망을 비교하는 동안 내 신경망은 기다린다.',
        },
        todo: { en: 'Close the comparison to go back to it.', ko: '비교를 닫으면 돌아갑니다.' },
        buttons: [],
      }
    : null;

/** At rest in the middle of learning. */
export const paused: Teller = (scene) => {
  const { frame, design, predictionsHidden } = scene;
  if (frame.playing) return null;
  const { right, rows } = frame.reading;
  // Of one neuron the opening minute says no more.
  const so: Text =
    predictionsHidden || isOneNeuron(design)
      ? { en: 'Paused.', ko: '멈춤.' }
      : { en: 'Paused. {k} of {n} right so far.', ko: '멈춤. 지금은 {n}개 중 {k}개가 맞는다.' };
  return { so: fill(so, { k: count(right), n: count(rows) }), todo: STEP_OR_START, buttons: [] };
};

export const running: Teller = (scene) =>
  joined(scene) ?? {
    so: { en: 'The weights move, so the line moves.', ko: '가중치가 움직이면 직선이 움직인다.' },
    todo: null,
    buttons: [],
  };
