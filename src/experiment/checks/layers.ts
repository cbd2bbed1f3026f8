import { activationOf, type LayerSpec } from '../../engine/layers/index.ts';
import type { Text } from '../../text.ts';
import type { Problem } from '../problem.ts';
import type { Design } from '../experiment.ts';
import { setActivation, changeToSigmoid } from '../moves.ts';
import { shapedLayers } from '../widths.ts';
import { kerasSays } from './keras.ts';

/** Layers through which nothing can be learned, or that might as well not be there. */
export const checkLayers = (design: Design): Problem[] => [
  ...stopped(design),
  ...onlyLinear(design),
  ...softmaxOfOne(design),
  ...droppedAll(design),
];

/** The last layer of step functions: it and all layers before it get a slope of 0. */
const stopped = (design: Design): Problem[] => {
  const layers = shapedLayers(design);
  const last = layers.findLastIndex((layer) => layer.activation === 'step');
  const layer = layers[last];
  if (!layer || (design.compile.loss === 'perceptron' && layers.length === 1)) return [];
  return [
    {
      where: { part: 'layer', id: layer.id },
      kind: 'silent',
      text: stoppedText(last + 1),
      fix: { words: { en: 'Use sigmoid', ko: 'sigmoid로' }, patch: changeToSigmoid(design) },
    },
  ];
};

const stoppedText = (layer: number): Text => {
  const en = `The step function in layer ${layer} makes the slope 0.`;
  const ko = `${layer}층의 계단함수가 기울기를 0으로 만든다.`;
  if (layer === 1) return { en: `${en} Layer 1 cannot learn.`, ko: `${ko} 1층은 배우지 못한다.` };
  return {
    en: `${en} Layers 1 to ${layer} cannot learn.`,
    ko: `${ko} 1층부터 ${layer}층까지는 배우지 못한다.`,
  };
};

/** Layers that make of a straight line a straight line; Dropout bends it in training only. */
const isLinear = (layer: LayerSpec): boolean => activationOf(layer) === 'linear' && layer.type !== 'Dropout';

const onlyLinear = (design: Design): Problem[] => {
  const hidden = design.model.layers.slice(0, -1);
  const first = hidden.find(({ type }) => type === 'Dense');
  if (!first || hidden.some((layer) => !isLinear(layer))) return [];
  const bent = design.model.layers.map(
    (layer): LayerSpec =>
      hidden.includes(layer) && 'activation' in layer ? { ...layer, activation: 'tanh' } : layer,
  );
  return [
    {
      where: { part: 'layer', id: first.id },
      kind: 'silent',
      text: {
        en: 'Without activations any stack of layers equals one linear model.',
        ko: '활성화함수가 없으면 층을 아무리 쌓아도 선형모델 하나와 같다.',
      },
      fix: { words: { en: 'Use tanh', ko: 'tanh로' }, patch: { model: { layers: bent } } },
    },
  ];
};

/** Hidden layers only: of the output layer output.ts speaks. */
const softmaxOfOne = (design: Design): Problem[] =>
  shapedLayers(design)
    .slice(0, -1)
    .filter((layer) => layer.activation === 'softmax' && layer.units === 1)
    .map((layer) => ({
      where: { part: 'layer', id: layer.id },
      kind: 'silent',
      text: {
        en: 'Softmax over one unit is always 1: nothing gets through this layer.',
        ko: '소프트맥스에 뉴런이 하나면 값은 항상 1이다. 이 층으로는 아무것도 전해지지 않는다.',
      },
      keras: kerasSays.softmaxOfOne('(None, 1)'),
      fix: { words: { en: 'Use tanh', ko: 'tanh로' }, patch: setActivation(design, layer.id, 'tanh') },
    }));

/** Keras lets rate 1 pass: no slope comes through, and before the last layer only its bias learns. */
const droppedAll = ({ model: { layers } }: Design): Problem[] =>
  layers
    .filter((layer) => layer.type === 'Dropout' && layer.rate === 1)
    .map(({ id }) => ({
      where: { part: 'layer', id },
      kind: 'silent',
      text: {
        en: 'Dropout at rate 1 switches everything off while training: nothing gets through this layer.',
        ko: 'rate가 1인 Dropout은 학습할 때 모두 끈다. 이 층으로는 아무것도 전해지지 않는다.',
      },
      fix: {
        words: { en: 'Use rate 0.5', ko: 'rate를 0.5로' },
        patch: {
          model: {
            layers: layers.map((layer) =>
              layer.id === id && layer.type === 'Dropout' ? { ...layer, rate: 0.5 } : layer,
            ),
          },
        },
      },
    }));
