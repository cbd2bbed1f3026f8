import { type ActivationName, activations } from '../../engine/activations/index.ts';
import type { DenseSpec } from '../../engine/layers/dense.ts';
import type { LossName } from '../../engine/losses/index.ts';
import { classCount, targetOf, trainingRows } from '../../data/data.ts';
import { rowWords } from '../../data/rowWords.ts';
import type { Text } from '../../text.ts';
import type { Problem } from '../problem.ts';
import type { Design, Patch } from '../experiment.ts';
import { setActivation, setLoss, setUnits } from '../moves.ts';
import { answerShape, encodingOf } from '../encoding.ts';
import { fittingPairing } from '../pairing.ts';
import { outputOf } from '../widths.ts';
import { kerasSays } from './keras.ts';
import { MATCHING_LOSS } from './perceptron.ts';

/** The output layer, the loss and the answers, looked at together. */
interface Meeting {
  readonly design: Design;
  readonly output: DenseSpec;
  readonly loss: LossName;
  readonly classes: number;
  /** Rows of the first batch. */
  readonly rows: number;
}

/** Does the output layer fit the classes, and the loss both of them? The first thing found is said, not all of them. */
export const checkOutput = (design: Design): Problem[] => {
  const classes = classCount(targetOf(design.data));
  if (classes === 0) return [];
  const output = outputOf(design.model);
  const meeting: Meeting = {
    design,
    output,
    loss: design.compile.loss,
    classes,
    rows: Math.min(design.fit.batch_size, trainingRows(design.data, design.fit.validation_split)),
  };
  const problem =
    softmaxOfOne(meeting) ?? wrongUnits(meeting) ?? categoricalOfOne(meeting) ?? poorPairing(meeting);
  return problem ? [problem] : [];
};

const softmaxOfOne = ({ design, output, rows }: Meeting): Problem | null => {
  if (output.activation !== 'softmax' || output.units !== 1) return null;
  return {
    where: { part: 'layer', id: output.id },
    kind: 'silent',
    text: {
      en: 'Softmax over one unit always answers 1. For two classes use sigmoid.',
      ko: '소프트맥스에 뉴런이 하나면 답은 항상 1이다. 이진분류는 sigmoid를 쓴다.',
    },
    keras: kerasSays.softmaxOfOne(`(${rows}, 1)`),
    fix: { words: { en: 'Fix', ko: '고치기' }, patch: fitting(design, output) },
  };
};

/** One unit is right for two classes; else it takes one unit a class. */
const wrongUnits = ({ design, output, loss, classes, rows }: Meeting): Problem | null => {
  const { units } = output;
  if (units === classes || (units === 1 && classes === 2)) return null;
  const encoding = encodingOf(loss, units);
  const refused = encoding === 'one-hot';
  const counted: Text = {
    en: `There are ${classes} classes but ${units} output ${units === 1 ? 'unit' : 'units'}.`,
    ko: `클래스는 ${classes}개인데 출력층의 뉴런은 ${units}개다.`,
  };
  const target = answerShape(encoding, rows, classes);
  const shape = `(${rows}, ${units})`;
  return {
    where: { part: 'layer', id: output.id },
    kind: refused ? 'refused' : 'silent',
    text: refused ? counted : joined(counted, consequence(design, units, classes)),
    ...(refused && loss !== 'perceptron' && { keras: mismatch(loss, target, shape) }),
    fix: {
      words: { en: `Make it ${classes}`, ko: `${classes}개로` },
      patch: units === 1 ? fitting(design, output) : setUnits(design, output.id, classes),
    },
  };
};

const mismatch = (loss: LossName, target: string, output: string): string => {
  if (loss === 'huber') return kerasSays.broadcast(output, target);
  return isRegression(loss) ? kerasSays.broadcast(target, output) : kerasSays.shapes(target, output);
};

/** What becomes of it where nothing stops the run. */
const consequence = ({ data }: Design, units: number, classes: number): Text => {
  if (units > classes) {
    return { en: 'The others only learn to stay low.', ko: '남는 뉴런은 낮은 값을 내는 것만 배운다.' };
  }
  if (units === 1) {
    return { en: 'One number cannot name three classes.', ko: '수 하나로는 세 클래스를 가리킬 수 없다.' };
  }
  const { en, ko } = rowWords(data, 2);
  return {
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)} of class ${classes - 1} have no unit and are never answered rightly.`,
    ko: `정답이 ${classes - 1}인 ${ko}은 맡을 뉴런이 없어 결코 맞힐 수 없다.`,
  };
};

/** Keras divides the outputs by their sum: one output by itself, which is always 1. */
const categoricalOfOne = ({ design, output, loss, rows }: Meeting): Problem | null => {
  if (output.units !== 1 || !isCategorical(loss)) return null;
  return {
    where: { part: 'compile' },
    kind: 'silent',
    text: {
      en: 'This loss needs one output per class. Of a single output it makes a share of 1, so the weights never move.',
      ko: '이 손실은 클래스마다 출력이 하나씩 있어야 한다. 출력이 하나뿐이면 몫이 늘 1이라 가중치가 움직이지 않는다.',
    },
    // Of the two, Keras warns about the one for one-hot answers only.
    ...(loss === 'categorical_crossentropy' && { keras: kerasSays.categoricalOfOne(loss, `(${rows}, 1)`) }),
    fix: { words: MATCHING_LOSS, patch: setLoss(design, 'binary_crossentropy') },
  };
};

/** Pairings that train, but weakly or by luck. Of step functions layers.ts speaks, of the rule perceptron.ts. */
const poorPairing = ({ design, output, loss }: Meeting): Problem | null => {
  const { activation } = output;
  if (activation === 'step' || loss === 'perceptron') return null;
  // Of outputs that are sums logits.ts speaks.
  if (design.compile.loss_settings?.from_logits) return null;
  const fixLoss = (name: LossName) => ({ words: MATCHING_LOSS, patch: setLoss(design, name) });
  const fixActivation = (name: ActivationName) => ({
    words: { en: `Use ${name}`, ko: `${name}로` },
    patch: setActivation(design, output.id, name),
  });
  const at = (text: Text, fix: Problem['fix']): Problem => ({
    where: { part: 'compile' },
    kind: 'silent',
    text,
    fix,
  });
  const { low, high, middle } = activations[activation].range;
  const bounded = low === 0 && high === 1 && middle === 0.5;
  if (isRegression(loss)) {
    const fitted = { words: MATCHING_LOSS, patch: fitting(design, output) };
    return at(
      loss === 'mean_squared_error' ? MEAN_SQUARED : REGRESSION,
      bounded ? fixLoss(matchingLoss(output)) : fitted,
    );
  }
  if (isCategorical(loss)) {
    if (!bounded) return at(NO_SHARES, fixActivation('softmax'));
    return activation === 'sigmoid' ? at(SIGMOID_SHARES, fixActivation('softmax')) : null;
  }
  if (!bounded) return at(NO_PROBABILITY, fixActivation('sigmoid'));
  return activation === 'softmax' ? at(SOFTMAX_APART, fixLoss('categorical_crossentropy')) : null;
};

/** A loss for numbers on classes: it learns them all the same, only less well. */
export const isWeak = ({ text }: Problem): boolean => text === MEAN_SQUARED || text === REGRESSION;

export const isRegression = (loss: LossName): boolean =>
  loss === 'mean_squared_error' || loss === 'mean_absolute_error' || loss === 'huber';

export const isCategorical = (loss: LossName): boolean =>
  loss === 'categorical_crossentropy' || loss === 'sparse_categorical_crossentropy';

const matchingLoss = ({ units, activation }: DenseSpec): LossName =>
  units > 1 && activation === 'softmax' ? 'sparse_categorical_crossentropy' : 'binary_crossentropy';

/** The output layer and loss that fit the data. */
export const fitting = (design: Design, output: DenseSpec): Patch => {
  const { units, activation, loss } = fittingPairing(design.data);
  const resized = setUnits(design, output.id, units).model?.layers ?? [];
  return {
    model: { layers: resized.map((layer) => (layer.id === output.id ? { ...layer, activation } : layer)) },
    ...setLoss(design, loss),
  };
};

const joined = (first: Text, second: Text): Text => ({
  en: `${first.en} ${second.en}`,
  ko: `${first.ko} ${second.ko}`,
});

const MEAN_SQUARED: Text = {
  en: 'Mean squared error works for classes, but corrects sure mistakes only weakly.',
  ko: '분류에 평균제곱오차를 쓸 수는 있지만, 확신 있게 틀린 답을 고치는 힘이 약하다.',
};
const REGRESSION: Text = {
  en: 'This loss is made for numbers. It works for classes, but corrects sure mistakes only weakly.',
  ko: '이 손실은 수를 맞히는 회귀에 쓴다. 분류에 쓸 수는 있지만, 확신 있게 틀린 답을 고치는 힘이 약하다.',
};
const NO_SHARES: Text = {
  en: 'This loss takes the outputs as shares of a sum. Outputs that can be 0 or negative are no shares: use softmax.',
  ko: '이 손실은 출력을 합에 대한 몫으로 본다. 0이나 음수가 되는 출력은 몫이 될 수 없다. softmax를 쓴다.',
};
const SIGMOID_SHARES: Text = {
  en: 'Sigmoid outputs do not add up to 1; this loss divides them by their sum first. Softmax is made for it.',
  ko: 'sigmoid의 출력은 합이 1이 아니라서 이 손실이 먼저 합으로 나눈다. 이 손실의 짝은 softmax다.',
};
const NO_PROBABILITY: Text = {
  en: 'This loss expects outputs between 0 and 1. Beyond them its slope is 0, and the weights stay.',
  ko: '이 손실은 0과 1 사이의 출력이 필요하다. 그 밖에서는 기울기가 0이라 가중치가 움직이지 않는다.',
};
const SOFTMAX_APART: Text = {
  en: 'This loss judges each output by itself, but softmax outputs hang together. Categorical cross-entropy fits.',
  ko: '이 손실은 출력을 하나씩 따로 보지만 softmax의 출력은 서로 얽혀 있다. categorical_crossentropy가 맞다.',
};
