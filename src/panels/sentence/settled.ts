import { shapedLayers } from '../../experiment/widths.ts';
import { isExactGate, trainingRows } from '../../data/data.ts';
import { separable } from '../../data/gates.ts';
import type { Design } from '../../experiment/experiment.ts';
import { fill, type Text } from '../../text.ts';
import { count, fixed } from '../../ui/format.ts';
import { unitName } from '../network/names.ts';
import {
  hiddenLayers,
  isCrossed,
  isOneNeuron,
  isSolved,
  isTable,
  type Scene,
  type Story,
  type StoryButton,
  type Teller,
  updatesAnEpoch,
} from './situation.ts';
import {
  CHANGE_TO_SIGMOID,
  HIDDEN_LAYER,
  LEARN_BY_RULE,
  NEW_WEIGHTS,
  solid,
  TRY_NEW_WEIGHTS,
  UNTOLD,
  USE_RELU,
  USE_SIGMOID,
  USE_TANH,
  withText,
} from './texts.ts';

const NO_DIRECTION: Text = {
  en: 'More exactly: only at z = 0 is there no derivative; everywhere else it is 0. Either way it gives no direction.',
  ko: '조금 더 정확히: 끊긴 점(z = 0)에서만 미분할 수 없고, 나머지에서는 기울기가 0이다. 어느 쪽이든 방향을 알려 주지 못한다.',
};

/** A step function kept its layer and those before it from moving: said only once a real update has shown it. */
export const stays: Teller = ({ design, frame, still, since }) => {
  const layers = shapedLayers(design);
  const slopes = frame.slopes;
  if (!slopes || since === 0 || design.compile.loss === 'perceptron') return null;
  const last = layers.findLastIndex(({ activation }) => activation === 'step');
  if (last < 0 || !slopes.slice(0, last + 1).every((slope) => slope === 0)) return null;
  if (last === layers.length - 1) {
    if (!still) return null;
    return {
      so: { en: 'The step function’s slope is 0 everywhere.', ko: '계단함수는 어디서나 기울기가 0이다.' },
      todo: {
        en: 'Nothing says which way to go, so the weights stay.',
        ko: '어느 쪽으로 갈지 알 수 없어 가중치가 움직이지 않는다.',
      },
      buttons: isOneNeuron(design) ? [CHANGE_TO_SIGMOID, LEARN_BY_RULE] : [CHANGE_TO_SIGMOID],
      more: NO_DIRECTION,
      event: true,
    };
  }
  const layer = { l: last + 1 };
  return {
    so: fill(
      {
        en: 'The step function in layer {l} makes the slope 0.',
        ko: '{l}층의 계단함수가 기울기를 0으로 만든다.',
      },
      layer,
    ),
    todo:
      last === 0
        ? { en: 'That layer cannot learn.', ko: '그 층은 배우지 못한다.' }
        : {
            en: 'That layer and those before it cannot learn.',
            ko: '그 층과 그 앞의 층은 배우지 못한다.',
          },
    buttons: [solid(USE_SIGMOID)],
    more: NO_DIRECTION,
    event: true,
  };
};

/** The loss has come to rest with points still wrong. */
export const settled: Teller = (scene) => {
  if (!scene.frame.settled || isSolved(scene) || !hasComeToRest(scene)) return null;
  for (const tell of [halfAndHalf, deadRelu, onlyLinear, vanished, twoNeurons]) {
    const story = tell(scene);
    if (story) return { ...story, event: true };
  }
  return { ...atRest(scene), event: true };
};

/** Epochs over which the loss, as it is printed, must not have changed. */
const REST = 20;

/**
 * Does the loss that is printed stay? Where an epoch is one batch, it is the one of so many epochs ago on the curve; where
 * batches make it waver, that many epochs without an edit are all there is to wait for.
 */
const hasComeToRest = (scene: Scene): boolean => {
  const { curve, marks, position, reading } = scene.frame;
  const at = curve.epoch.findLastIndex((epoch) => epoch <= position.epoch - REST);
  const edited = marks.findLast(({ kind, step }) => kind === 'edit' && step <= position.step)?.step ?? 0;
  if (at < 0 || (curve.step[at] ?? 0) < edited) return false;
  return (
    updatesAnEpoch(scene) > 1 ||
    fixed(curve.loss[at] ?? Number.NaN, 3) === fixed(Math.fround(reading.loss), 3)
  );
};

const lossOf = ({ frame }: Scene): string => fixed(frame.reading.loss, 3);

// The losses of answering 0.5 to everything: ln 2 for binary_crossentropy, 0.25 for mean_squared_error.
const HALF_LOSSES: Readonly<Record<string, number>> = {
  binary_crossentropy: Math.LN2,
  mean_squared_error: 0.25,
};

/** One neuron on XOR or XNOR. */
const halfAndHalf: Teller = (scene) => {
  const { design, frame } = scene;
  if (!isOneNeuron(design) || !isCrossed(design)) return null;
  if (scene.predictionsHidden) return UNTOLD;
  const half = HALF_LOSSES[design.compile.loss];
  const everywhere = half !== undefined && Math.abs(frame.reading.loss - half) < 0.005;
  const so: Text = everywhere
    ? {
        en: 'The loss stopped at {loss}: it answers “half and half” everywhere.',
        ko: '손실이 {loss}에서 멈췄다. 모든 점에 “반반”이라고 답한다는 뜻이다.',
      }
    : { en: 'The loss stopped at {loss}.', ko: '손실이 {loss}에서 멈췄다.' };
  return {
    so: fill(so, { loss: lossOf(scene) }),
    todo: {
      en: 'No straight line gets more than 3 of 4.',
      ko: '어떤 직선도 4개 중 3개가 최선이다.',
    },
    buttons: [solid(HIDDEN_LAYER)],
  };
};

/** A hidden relu unit that is 0 at every training point; its slope is 0 there too. */
const deadRelu: Teller = ({ design, frame }) => {
  const outputs = frame.views.points?.outputs;
  const rows = trainingRows(design.data, design.fit.validation_split);
  for (const [at, layer] of hiddenLayers(design).entries()) {
    // The training rows come first.
    const values = outputs?.[at]?.subarray(0, rows * layer.units);
    if (layer.activation !== 'relu' || !values || values.length < rows * layer.units) continue;
    for (let unit = 0; unit < layer.units; unit++) {
      if (values.every((value, index) => index % layer.units !== unit || value === 0)) {
        return dead(
          unitName(
            at,
            unit,
            shapedLayers(design).map(({ units }) => units),
          ),
        );
      }
    }
  }
  return null;
};

const dead = (name: string): Story => ({
  so: fill(
    { en: '{h} is 0 everywhere (dead ReLU).', ko: '{h:이/가} 어디서나 0이다(죽은 ReLU).' },
    { h: name },
  ),
  todo: { en: 'Try new weights, or tanh.', ko: '새 가중치나 tanh로 바꿔 보세요.' },
  buttons: [solid(NEW_WEIGHTS), USE_TANH],
});

/** Hidden layers without an activation. */
const onlyLinear: Teller = ({ design }) => {
  const hidden = hiddenLayers(design);
  if (hidden.length === 0 || !hidden.every(({ activation }) => activation === 'linear')) return null;
  return {
    so: {
      en: 'Without activations any stack of layers equals one linear model.',
      ko: '활성화함수가 없으면 층을 아무리 쌓아도 선형모델 하나와 같다.',
    },
    todo: null,
    buttons: [solid(USE_TANH)],
  };
};

/** The first layer has so small a share of the output layer's slope that it stays where it was. */
const VANISHED = 1e-3;

/** Many layers, each of whose activations takes its part of the slope. */
const vanished: Teller = (scene) => {
  const layers = shapedLayers(scene.design);
  const curbs = hiddenLayers(scene.design).filter(({ activation }) =>
    /sigmoid|tanh|softsign/.test(activation),
  );
  const { slopes } = scene.frame;
  const first = slopes?.[layers.findIndex(({ parameters }) => parameters > 0)] ?? Number.NaN;
  if (curbs.length < 2 || !(first < VANISHED * (slopes?.at(-1) ?? 0))) return null;
  return {
    so: fill(
      {
        en: 'The loss has settled at {loss}: the slope vanishes on its way back to layer 1.',
        ko: '손실이 {loss}에서 멈췄다. 기울기가 1층까지 거슬러 가는 동안 사라진다.',
      },
      { loss: lossOf(scene) },
    ),
    todo: { en: 'Use relu in the hidden layers.', ko: '은닉층을 relu로 바꿔 보세요.' },
    buttons: [solid(USE_RELU)],
  };
};

/** Two hidden neurons on XOR or XNOR, stuck. */
const twoNeurons: Teller = ({ design }) => {
  const [hidden, ...deeper] = hiddenLayers(design);
  if (!isCrossed(design) || hidden?.units !== 2 || deeper.length > 0) return null;
  return {
    so: {
      en: 'Two neurons are enough, but not from every start.',
      ko: '뉴런 두 개로도 풀 수 있다. 다만 출발점에 따라 막히기도 한다.',
    },
    todo: TRY_NEW_WEIGHTS,
    buttons: [solid(NEW_WEIGHTS)],
  };
};

/** Any other data and network. */
const atRest = (scene: Scene): Story => {
  const { frame, predictionsHidden } = scene;
  const so = fill(
    predictionsHidden
      ? { en: 'The loss has settled at {loss}.', ko: '손실이 {loss}에서 멈췄다.' }
      : {
          en: 'The loss has settled at {loss}: {k} of {n} right.',
          ko: '손실이 {loss}에서 멈췄다. {n}개 중 {k}개가 맞는다.',
        },
    { loss: lossOf(scene), k: count(frame.reading.right), n: count(frame.reading.rows) },
  );
  if (overlaps(scene.design)) return { so, todo: OVERLAP, buttons: [] };
  if (isNoise(scene.design)) return { so, todo: NOISE, buttons: [] };
  const [todo, button] = advice(scene);
  return { so, todo, buttons: [solid(button)] };
};

/** Would one line part the gate, were its four clusters points? Then what stays wrong lies among the others. */
const overlaps = ({ data }: Design): boolean =>
  data.set === 'gate' && !isExactGate(data) && separable(data.answers);

/**
 * Do the classes of the set lie on either side of straight lines, but for its noise? A score of the hours and the
 * attendance decides of a grade, and blobs are clusters: a hidden layer would only learn the noise.
 */
const isNoise = ({ data }: Design): boolean => data.set === 'grades' || data.set === 'blobs';

const NOISE: Text = {
  en: 'The classes overlap: what is left is mostly noise.',
  ko: '클래스끼리 겹쳐 있다. 남은 것은 대부분 잡음이다.',
};

const OVERLAP: Text = {
  en: 'The clusters overlap, so some points stay wrong.',
  ko: '점 무리가 서로 겹쳐 있어서 몇 점은 끝까지 틀린다.',
};

const advice = ({ design }: Scene): readonly [Text, StoryButton] => {
  if (hiddenLayers(design).length > 0) {
    return [
      {
        en: 'Try more units, another activation or new weights.',
        ko: '뉴런을 늘리거나 활성화함수를 바꾸거나 새 가중치로 다시 해 보세요.',
      },
      NEW_WEIGHTS,
    ];
  }
  if (isTable(design) && separable(design.data.answers)) {
    const todo: Text = { en: 'One line can part them. {try}', ko: '직선 하나로 나눌 수 있다. {try}' };
    return [withText(todo, 'try', TRY_NEW_WEIGHTS), NEW_WEIGHTS];
  }
  const line: Text = isOneNeuron(design)
    ? { en: 'One straight line is not enough here.', ko: '직선 하나로는 모자란다.' }
    : { en: 'Straight lines are not enough here.', ko: '직선만으로는 모자란다.' };
  const todo: Text = { en: '{line} Add a hidden layer.', ko: '{line} 은닉층을 추가해 보세요.' };
  return [withText(todo, 'line', line), HIDDEN_LAYER];
};
