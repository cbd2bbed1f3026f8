import { dataSet, type DataSpec, trainingRows } from '../../data/data.ts';
import { inputsOf, networkRows } from '../../data/inputs.ts';
import { sets } from '../../data/sets/index.ts';
import type { Text } from '../../text.ts';
import type { Design } from '../experiment.ts';
import { setStandardize } from '../moves.ts';
import type { Problem } from '../problem.ts';

/**
 * The root mean square of an input from which on it is called large: the slope grows with it, and how far one can go
 * down that slope at a time shrinks with its square.
 */
const LARGE = 10;

interface Input {
  readonly name: Text;
  /** Its root mean square, and its largest value in size. */
  readonly size: number;
  readonly most: number;
}

/** Found once for the same data: a weight that is dragged asks each time. */
const known = new WeakMap<DataSpec, { readonly trained: number; readonly input: Input }>();

const largestInput = (data: DataSpec, trained: number): Input => {
  const before = known.get(data);
  if (before?.trained === trained) return before.input;
  const set = dataSet(data);
  const inputs = inputsOf(data, set, trained);
  const rows = networkRows(data, set, inputs);
  const width = inputs.names.length;
  const sizes = inputs.names.map((symbol, input): Input => {
    const values = Array.from({ length: trained }, (_, row) => rows[row * width + input] ?? 0);
    return {
      name: sets[data.set].axes[input < sets[data.set].width ? input : -1] ?? { en: symbol, ko: symbol },
      size: Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / trained),
      most: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    };
  });
  const input = sizes.reduce((most, each) => (each.size > most.size ? each : most));
  known.set(data, { trained, input });
  return input;
};

/** Inputs that are far larger than the weights they meet, and nothing that brings them down. */
export const checkScales = (design: Design): Problem[] => {
  const { data, fit, model } = design;
  // Pixels lie between 0 and 1.
  if (sets[data.set].picture) return [];
  const first = model.layers[0]?.type;
  // Pixels are from 0 to 1.
  if (sets[data.set].picture) return [];
  if (data.standardize || first === 'BatchNormalization' || first === 'Rescaling') return [];
  const largest = largestInput(data, trainingRows(data, fit.validation_split));
  if (largest.size < LARGE) return [];
  const most = Math.round(largest.most);
  return [
    {
      where: { part: 'data' },
      kind: 'silent',
      text: {
        en: `Inputs as large as ${most} (${largest.name.en}) make gradient descent run away, or call for a tiny learning rate. It works best with inputs around 1.`,
        ko: `${most}에 이르는 입력(${largest.name.ko})이 있으면 손실이 커져 버리거나 학습률을 아주 작게 잡아야 한다. 경사하강법은 입력이 1 안팎일 때 잘 된다.`,
      },
      fix: {
        words: { en: 'Standardise the inputs', ko: '입력 표준화' },
        patch: setStandardize(design, true),
      },
    },
  ];
};
