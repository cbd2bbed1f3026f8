import { features } from '../../data/features.ts';
import { featuresIn, inputNames } from '../../data/inputs.ts';
import { gateName, separable } from '../../data/gates.ts';
import { fill, type Text } from '../../text.ts';
import {
  isOneNeuron,
  isRecent,
  isSolved,
  isTable,
  type Scene,
  type Story,
  type Teller,
} from './situation.ts';
import { PRESS_PLAY } from './texts.ts';

const BY_HAND: Text = {
  en: 'A feature made by hand: hidden layers find such features by themselves.',
  ko: '사람이 손으로 만든 특징이다. 은닉층은 이런 특징을 스스로 찾는다.',
};

/** One neuron solves what no straight line can, because an input was made for it. */
export const solvedByHand: Teller = (scene) => {
  const { design, frame } = scene;
  const crossed = isTable(design) && !separable(design.data.answers);
  if (scene.predictionsHidden || !crossed || !isOneNeuron(design) || !isSolved(scene)) return null;
  if (featuresIn(design.data).length === 0 || frame.position.step === 0) return null;
  return {
    so: fill(
      {
        en: 'One neuron solves {name}, thanks to {inputs}.',
        ko: '{inputs} 덕분에 뉴런 하나가 {name:을/를} 푼다.',
      },
      { name: gateName(design.data.answers).en, inputs: madeNames(scene) },
    ),
    todo: BY_HAND,
    buttons: [],
    event: true,
  };
};

const madeNames = ({ design: { data } }: Scene): string =>
  inputNames(data).slice(-featuresIn(data).length).join(', ');

/** An input made by hand came in or went, or the inputs were standardised. */
export const inputsChanged: Teller = (scene) => {
  const { deed } = scene;
  if (!isRecent(scene)) return null;
  if (deed.kind === 'feature') return madeStory(scene, features[deed.feature].symbol, deed.on);
  if (deed.kind !== 'standardize') return null;
  return {
    so: deed.on
      ? {
          en: 'Every input now has mean 0 and standard deviation 1.',
          ko: '이제 모든 입력이 평균 0, 표준편차 1이다.',
        }
      : { en: 'The inputs go in as they are.', ko: '입력이 있는 그대로 들어간다.' },
    todo: deed.on
      ? { en: 'One learning rate then suits all weights.', ko: '그러면 학습률 하나가 모든 가중치에 맞는다.' }
      : {
          en: 'Inputs of different size pull on the weights unequally.',
          ko: '입력의 크기가 서로 다르면 가중치가 고르게 학습되지 않는다.',
        },
    buttons: [],
  };
};

const madeStory = (scene: Scene, symbol: string, on: boolean): Story => {
  const crossed = isTable(scene.design) && !separable(scene.design.data.answers);
  if (on && symbol === 'x₁x₂' && crossed && isOneNeuron(scene.design)) {
    return {
      so: {
        en: 'x₁x₂ is 1 at (1, 1) only. With it one neuron can part XOR.',
        ko: 'x₁x₂는 (1, 1)에서만 1이다. 이 입력이 있으면 뉴런 하나로 XOR를 나눌 수 있다.',
      },
      todo: BY_HAND,
      buttons: [],
    };
  }
  return {
    so: fill(
      on
        ? { en: '{input} goes in as well.', ko: '{input}도 입력으로 들어간다.' }
        : { en: '{input} is taken out again.', ko: '{input} 입력을 뺐다.' },
      { input: symbol },
    ),
    todo: on ? BY_HAND : scene.frame.playing ? null : PRESS_PLAY,
    buttons: [],
  };
};
