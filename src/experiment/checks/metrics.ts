import { metrics, type MetricName } from '../../engine/metrics/index.ts';
import { targetOf, trainingRows } from '../../data/data.ts';
import type { Problem } from '../problem.ts';
import type { Design } from '../experiment.ts';
import { setLoss } from '../moves.ts';
import { encodingOf } from '../encoding.ts';
import { outputOf } from '../widths.ts';
import { kerasSays } from './keras.ts';
import { fitting } from './output.ts';
import { MATCHING_LOSS } from './perceptron.ts';

/** The metrics that cannot be had: integer answers can be counted, but not set side by side with several outputs. */
export const refusedMetrics = ({ compile, model }: Design): readonly MetricName[] => {
  const { units } = outputOf(model);
  const sideBySide = units === 1 || encodingOf(compile.loss, units) !== 'integer';
  return sideBySide ? [] : compile.metrics.filter((metric) => metrics[metric].oneHotOnly);
};

/** The first of them, with what Keras says of it. */
export const checkMetrics = (design: Design): Problem[] => {
  const { data, fit, model } = design;
  const { units } = outputOf(model);
  const [name] = refusedMetrics(design);
  if (!name) return [];
  const rows = Math.min(fit.batch_size, trainingRows(data, fit.validation_split));
  return [
    {
      where: { part: 'compile' },
      kind: 'refused',
      text: {
        en: `${name} compares every output with its answer; with this loss the answers are integers. It takes one-hot answers.`,
        ko: `${name}: 출력 하나하나를 정답과 견주는 지표인데 이 손실의 정답은 정수다. 원핫인코딩된 정답이 필요하다.`,
      },
      keras: saying(name, rows, units),
      fix:
        targetOf(data).kind === 'number'
          ? { words: MATCHING_LOSS, patch: fitting(design, outputOf(model)) }
          : {
              words: { en: 'Use one-hot answers', ko: '원핫인코딩으로' },
              patch: setLoss(design, 'categorical_crossentropy'),
            },
    },
  ];
};

const saying = (name: MetricName, rows: number, units: number): string => {
  switch (name) {
    case 'precision':
    case 'recall':
      return kerasSays.countedFlat(rows, rows * units);
    case 'auc':
      return kerasSays.segments(rows * units, rows);
    case 'f1_score':
      return kerasSays.twoDimensions(
        'FBetaScore',
        `y_pred.shape=(${rows}, ${units}) and y_true.shape=(${rows},)`,
      );
    case 'r2_score':
      return kerasSays.twoDimensions(
        'R2Score',
        `y_pred.shape=(${rows}, ${units}) and y_true.shape=(${rows},)`,
      );
    case 'mse':
    case 'mae':
    case 'accuracy':
    case 'top_k_categorical_accuracy':
      return kerasSays.broadcastAll(`(${rows},)`, `(${rows}, ${units})`);
  }
};
