import { trainingRows } from '../../data/data.ts';
import { rowWords } from '../../data/rowWords.ts';
import { unitsOf } from '../../state/names.ts';
import { fill, type Text } from '../../text.ts';
import { count } from '../../ui/format.ts';
import { gateOf, isOneNeuron, isSolved, type Situation, type Story, type Teller } from './situation.ts';
import { PRESS_PLAY, withText } from './texts.ts';

/** Who learns what. */
const learner = ({ design }: Situation): Text => {
  const rows = trainingRows(design.data, design.fit.validation_split);
  const gate = gateOf(design)?.en;
  const what: Text = gate
    ? { en: '{who} learns {gate}.', ko: '{whoKo} {gate:을/를} 배운다.' }
    : withText(
        { en: '{who} learns from {n} {rows}.', ko: '{whoKo} {rows} {n}개로 배운다.' },
        'rows',
        rowWords(design.data, rows),
      );
  const one = isOneNeuron(design);
  const shape = unitsOf(design);
  return fill(what, {
    who: one ? 'One neuron' : `The network ${shape}`,
    whoKo: one ? '뉴런 하나가' : fill({ en: '', ko: '신경망 {shape:이/가}' }, { shape }).ko,
    gate: gate ?? '',
    n: count(rows),
  });
};

/** Before the first answer of the trainer. */
export const beforeFrame = (situation: Situation): Story => ({
  so: learner(situation),
  todo: null,
  buttons: [],
});

/** Nothing was learned yet. */
export const atStart: Teller = (scene) => {
  const { frame } = scene;
  if (frame.playing || frame.position.step > 0) return null;
  const { right, rows } = frame.reading;
  const so = learner(scene);
  if (scene.predictionsHidden) return { so, todo: PRESS_PLAY, buttons: [] };
  const known: Text = isSolved(scene)
    ? { en: 'It has all {n} right so far.', ko: '지금은 {n}개를 모두 맞힌다.' }
    : {
        en: 'It has {k} of {n} right so far.',
        // "Only" where it is no more than half: a trained network begins with nearly all.
        ko: right > rows / 2 ? '지금은 {n}개 중 {k}개를 맞힌다.' : '지금은 {n}개 중 {k}개만 맞힌다.',
      };
  return {
    so: fill({ en: `${so.en} ${known.en}`, ko: `${so.ko} ${known.ko}` }, { k: count(right), n: count(rows) }),
    todo: PRESS_PLAY,
    buttons: [],
  };
};

/**
 * What the page opens with, without the rest of the story: null once anything was done, is wrong, or has been trained.
 */
export const opening = (situation: Situation): Story | null => {
  const { deed, frame, problems, tour, data } = situation;
  if (deed.kind !== 'opened' || problems.length > 0 || tour !== null || data.target.kind !== 'classes')
    return null;
  return frame ? atStart({ ...situation, frame }) : beforeFrame(situation);
};
