import { activations } from '../../engine/activations/index.ts';
import type { DenseSpec } from '../../engine/layers/dense.ts';
import type { LossName } from '../../engine/losses/index.ts';
import type { MetricName } from '../../engine/metrics/index.ts';
import { dataSet, targetOf, trainingRows } from '../../data/data.ts';
import type { Text } from '../../text.ts';
import type { Design } from '../experiment.ts';
import { setActivation, setUnits } from '../moves.ts';
import type { Problem } from '../problem.ts';
import { outputOf } from '../widths.ts';
import { kerasSays } from './keras.ts';
import { fitting, isCategorical, isRegression } from './output.ts';
import { MATCHING_LOSS } from './perceptron.ts';

/** The output layer, the loss and the first batch, where the answer to each row is a number of shape (1,). */
interface Meeting {
  readonly design: Design;
  readonly output: DenseSpec;
  readonly loss: LossName;
  readonly rows: number;
}

/** Does the output layer fit an answer that is a number, and do loss and metrics? Of output and loss one thing is said. */
export const checkNumbers = (design: Design): Problem[] => {
  const { compile, data, fit, model } = design;
  if (targetOf(data).kind !== 'number') return [];
  const meeting: Meeting = {
    design,
    output: outputOf(model),
    loss: compile.loss,
    rows: Math.min(fit.batch_size, trainingRows(data, fit.validation_split)),
  };
  const problem =
    lossForClasses(meeting) ?? wrongUnits(meeting) ?? softmaxOfOne(meeting) ?? outOfReach(meeting);
  return [...(problem ? [problem] : []), ...metricsForClasses(design)];
};

const lossForClasses = ({ design, output, loss, rows }: Meeting): Problem | null => {
  // Of the rule with hidden layers perceptron.ts speaks.
  if (isRegression(loss) || (loss === 'perceptron' && design.model.layers.length > 1)) return null;
  const { units } = output;
  const refused = units > 1 && (loss === 'binary_crossentropy' || loss === 'categorical_crossentropy');
  const keras = refused
    ? kerasSays.shapes(`(${rows}, 1)`, `(${rows}, ${units})`)
    : loss === 'categorical_crossentropy' && kerasSays.categoricalOfOne(loss, `(${rows}, 1)`);
  return {
    where: { part: 'compile' },
    kind: refused ? 'refused' : 'silent',
    text: refused ? compared(units) : lossText(loss, units),
    ...(keras && { keras }),
    fix: { words: MATCHING_LOSS, patch: fitting(design, output) },
  };
};

const compared = (units: number): Text => ({
  en: `This loss is made for classes. It compares ${units} outputs with ${units} answers, and here the answer is one number.`,
  ko: `이 손실은 분류에 쓴다. 출력 ${units}개를 정답 ${units}개와 견주는데, 여기서 정답은 수 하나다.`,
});

const lossText = (loss: LossName, units: number): Text => {
  if (loss === 'perceptron') return RULE;
  if (!isCategorical(loss)) return YES_OR_NO;
  return units === 1 ? ONE_SHARE : CLASS_NUMBERS;
};

/** Keras spreads the one answer over all outputs. */
const wrongUnits = ({ design, output: { id, units, activation } }: Meeting): Problem | null => {
  if (units === 1) return null;
  const resized = setUnits(design, id, 1).model?.layers ?? [];
  const layers = resized.map((layer) =>
    layer.id === id && layer.type === 'Dense' && activation === 'softmax'
      ? { ...layer, activation: 'linear' as const }
      : layer,
  );
  return {
    where: { part: 'layer', id },
    kind: 'silent',
    text: {
      en: `The answer is one number, but there are ${units} output units: each of them learns that same number.`,
      ko: `정답은 수 하나인데 출력층의 뉴런은 ${units}개다. 모두 같은 수를 배울 뿐이다.`,
    },
    fix: { words: { en: 'Make it 1', ko: '1개로' }, patch: { model: { layers } } },
  };
};

const softmaxOfOne = ({ design, output, rows }: Meeting): Problem | null => {
  if (output.activation !== 'softmax') return null;
  return {
    where: { part: 'layer', id: output.id },
    kind: 'silent',
    text: {
      en: 'Softmax over one unit always answers 1. For a number use linear.',
      ko: '소프트맥스에 뉴런이 하나면 답은 항상 1이다. 수를 맞히는 회귀는 linear를 쓴다.',
    },
    keras: kerasSays.softmaxOfOne(`(${rows}, 1)`),
    fix: useLinear(design, output),
  };
};

/** An activation whose outputs stop before the answers do. */
const outOfReach = ({ design, output }: Meeting): Problem | null => {
  const { range, words } = activations[output.activation];
  const { answers } = dataSet(design.data);
  const least = answers.reduce((low, answer) => Math.min(low, answer));
  const most = answers.reduce((high, answer) => Math.max(high, answer));
  const [low, high] = [range.low ?? Number.NEGATIVE_INFINITY, range.high ?? Number.POSITIVE_INFINITY];
  if (low <= least && high >= most) return null;
  const [from, to] = [short(least), short(most)];
  return {
    where: { part: 'layer', id: output.id },
    kind: 'silent',
    text: Number.isFinite(high)
      ? {
          en: `${words.en} gives numbers from ${short(low)} to ${short(high)} only; the answers go from ${from} to ${to}.`,
          ko: `${words.ko}의 출력은 ${short(low)}부터 ${short(high)}까지인데 정답은 ${from}부터 ${to}까지 있다.`,
        }
      : {
          en: `${words.en} gives no number below ${short(low)}; the answers go down to ${from}.`,
          ko: `${words.ko}의 출력은 ${short(low)}보다 작을 수 없는데 정답은 ${from}까지 내려간다.`,
        },
    fix: useLinear(design, output),
  };
};

const useLinear = (design: Design, { id }: DenseSpec): NonNullable<Problem['fix']> => ({
  words: { en: 'Use linear', ko: 'linear로' },
  patch: setActivation(design, id, 'linear'),
});

/** A number with two digits or, from 10 on, none after the point; with a true minus sign. */
const short = (value: number): string =>
  String(Number(value.toFixed(Math.abs(value) < 10 ? 2 : 0)) + 0).replace('-', '−');

/** Metrics that mean something of numbers. */
const isOfNumbers = (name: MetricName): boolean => name === 'mse' || name === 'mae' || name === 'r2_score';

/** Keras counts classes in numbers without a word. */
const metricsForClasses = ({ compile: { metrics, metric_settings } }: Design): Problem[] => {
  const name = metrics.find((metric) => !isOfNumbers(metric));
  if (!name) return [];
  const fitted = new Set(metrics.map((metric): MetricName => (isOfNumbers(metric) ? metric : 'mae')));
  return [
    {
      where: { part: 'compile' },
      kind: 'silent',
      text:
        name === 'accuracy'
          ? ACCURACY
          : {
              en: `${name} is made for classes. Of numbers it says nothing.`,
              ko: `${name}: 분류에 쓰는 지표다. 수를 맞히는 회귀에서는 뜻이 없다.`,
            },
      fix: {
        words: { en: 'Use mae', ko: 'mae로' },
        patch: { compile: { metrics: [...fitted], ...(metric_settings && { metric_settings: {} }) } },
      },
    },
  ];
};

const RULE: Text = {
  en: 'The perceptron rule is for answers 0 and 1. Here the answers are numbers.',
  ko: '퍼셉트론 규칙은 정답이 0 아니면 1일 때 쓴다. 여기서 정답은 수다.',
};
const YES_OR_NO: Text = {
  en: 'This loss is made for answers between 0 and 1. For numbers beyond, it pushes the output to 0 or 1, not to the answer.',
  ko: '이 손실은 0과 1 사이의 정답에 쓴다. 그 밖의 수에서는 출력을 정답이 아니라 0이나 1로 몰고 간다.',
};
const ONE_SHARE: Text = {
  en: 'This loss is made for classes. Of a single output it makes a share of 1, so the weights never move.',
  ko: '이 손실은 분류에 쓴다. 출력이 하나뿐이면 몫이 늘 1이라 가중치가 움직이지 않는다.',
};
const CLASS_NUMBERS: Text = {
  en: 'This loss reads each answer as the number of a class, cut to a whole one. Where no output has that number, nothing is learned.',
  ko: '이 손실은 정답을 정수로 잘라 클래스 번호로 읽는다. 그 번호를 맡은 출력이 없으면 아무것도 배우지 못한다.',
};
const ACCURACY: Text = {
  en: 'Of numbers Keras makes accuracy binary_accuracy: is the answer exactly 0 or 1? It says nothing here.',
  ko: '수를 맞히는 회귀에서 Keras의 accuracy는 binary_accuracy가 된다. 정답이 정확히 0이나 1인지 세므로 여기서는 뜻이 없다.',
};
