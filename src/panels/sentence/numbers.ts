import { exactPoints, targetOf } from '../../data/data.ts';
import { featuresIn } from '../../data/inputs.ts';
import { sets } from '../../data/sets/index.ts';
import { outputOf } from '../../experiment/widths.ts';
import { fill, type Text } from '../../text.ts';
import { fixed } from '../../ui/format.ts';
import { setToFit } from './deeds.ts';
import { hiddenLayers, isOneNeuron, isRecent, type Scene, type Story, type Teller } from './situation.ts';
import { counted, HIDDEN_LAYER, plural, PRESS_PLAY, solid, STEP_OR_START, withText } from './texts.ts';

/** All there is to say where the answer is a number: there is no right and wrong, only near and far. */
export const numbers: Teller = (scene) => {
  if (targetOf(scene.design.data).kind !== 'number') return null;
  return asked(scene) ?? rested(scene) ?? begun(scene) ?? moving(scene) ?? PAUSED;
};

const PAUSED: Story = { so: { en: 'Paused.', ko: '멈춤.' }, todo: STEP_OR_START, buttons: [] };

/** Another set or target was chosen. */
const asked: Teller = (scene) => {
  const { deed, design, data } = scene;
  if (!isRecent(scene) || (deed.kind !== 'data' && deed.kind !== 'target')) return null;
  const so = plural(
    { en: '{name}: {n} points, a number to predict.', ko: '{name}: 점 {n}개, 예측할 값은 수 하나.' },
    data.rows,
    'points',
  );
  return {
    so: fill(withText(so, 'name', sets[design.data.set].words), { n: data.rows }),
    todo: setToFit(design) ?? PRESS_PLAY,
    buttons: [],
  };
};

/** What one neuron makes of its inputs. */
const MODEL = {
  line: { en: 'One neuron is y = wx + b: a straight line.', ko: '뉴런 하나는 y = wx + b, 곧 직선이다.' },
  through: {
    en: 'One neuron without a bias is y = wx: a straight line through the origin.',
    ko: '편향이 없는 뉴런 하나는 y = wx, 곧 원점을 지나는 직선이다.',
  },
  plane: {
    en: 'One neuron is y = w₁x₁ + w₂x₂ + b: a tilted plane.',
    ko: '뉴런 하나는 y = w₁x₁ + w₂x₂ + b, 곧 기울어진 평면이다.',
  },
  made: {
    en: 'One neuron adds up its inputs, the ones made by hand as well.',
    ko: '뉴런 하나는 입력을 더한다. 손으로 만든 입력도 함께 더한다.',
  },
  network: {
    en: 'The hidden neurons bend, the output layer adds them up.',
    ko: '은닉 뉴런이 굽히고, 출력층이 그것을 더한다.',
  },
} as const satisfies Record<string, Text>;

const modelOf = ({ design }: Scene): Text => {
  if (!isOneNeuron(design)) return MODEL.network;
  if (featuresIn(design.data).length > 0) return MODEL.made;
  if (sets[design.data.set].width > 1) return MODEL.plane;
  return outputOf(design.model).use_bias === false ? MODEL.through : MODEL.line;
};

/** Nothing was learned yet. */
const begun: Teller = (scene) => {
  const { frame } = scene;
  if (frame.playing || frame.position.step > 0) return null;
  return { so: modelOf(scene), todo: PRESS_PLAY, buttons: [] };
};

/** The loss came to rest: what is left of it, and whether a straight model is too little. */
const rested: Teller = (scene) => {
  const { frame, design } = scene;
  if (!frame.settled) return null;
  const so = fill(
    { en: 'The loss has settled at {loss}.', ko: '손실이 {loss}에서 멈췄다.' },
    { loss: fixed(frame.reading.loss, 3) },
  );
  // Of the sets that are there, only the sine is more than a straight model can follow.
  const bent = design.data.set === 'sine' && featuresIn(design.data).length === 0;
  if (bent && hiddenLayers(design).length === 0) {
    return {
      so,
      todo: { en: 'A straight line cannot follow a wave.', ko: '직선은 물결을 따라갈 수 없다.' },
      buttons: [solid(HIDDEN_LAYER)],
      event: true,
    };
  }
  if (exactPoints(design.data) !== null) {
    const through = frame.reading.present < 5e-4;
    return {
      so,
      todo: through ? { en: 'The line meets every point.', ko: '직선이 모든 점을 지난다.' } : null,
      buttons: [],
      event: true,
    };
  }
  return {
    so,
    todo: { en: 'What is left is mostly noise.', ko: '남은 것은 대부분 잡음이다.' },
    buttons: [],
    event: true,
  };
};

const moving: Teller = (scene) => {
  const { frame, design } = scene;
  if (!frame.playing) return null;
  const [first] = hiddenLayers(design);
  if (first) {
    const so: Text = {
      en: '{count} neurons bend, each in its own place; the output layer adds them up.',
      ko: '뉴런 {count} 개가 저마다 다른 곳에서 굽히고, 출력층이 그것을 더한다.',
    };
    const words = withText(so, 'count', counted(first.units));
    return { so: { en: words.en, ko: words.ko.replace(/(\d) 개/, '$1개') }, todo: null, buttons: [] };
  }
  return {
    so:
      sets[design.data.set].width === 1
        ? { en: 'The weights move, so the line moves.', ko: '가중치가 움직이면 직선이 움직인다.' }
        : { en: 'The weights move, so the plane tilts.', ko: '가중치가 움직이면 평면이 기운다.' },
    todo: null,
    buttons: [],
  };
};
