import type { ListField, NumberField } from '../fields.ts';
import { isRefusal, type Refusal, type Shape, sizeOf, tuple } from '../shape.ts';
import { type Layer, passed, type Placed } from './layer.ts';

export interface ReshapeSpec extends Placed {
  readonly type: 'Reshape';
  /** The new sides of a row; one of them may be −1: whatever is left. */
  readonly target_shape: readonly number[];
}

const sideField: NumberField = {
  kind: 'number',
  name: 'side',
  words: { en: 'A side of target_shape', ko: 'target_shape의 수' },
  effect: 'restart',
  initial: -1,
  min: -1,
  max: 4096,
  integer: true,
  step: 1,
};

const target_shape: ListField = {
  kind: 'list',
  name: 'target_shape',
  words: { en: 'target_shape', ko: '바꿀 형태(target_shape)' },
  hint: { en: 'The sides of a row; −1 is whatever is left', ko: '한 행의 형태. −1은 남는 만큼' },
  effect: 'restart',
  initial: [-1],
  item: sideField,
  most: 3,
};

/** The numbers of a row under other sides, in the order they lie in, as keras.layers.Reshape. */
export const Reshape: Layer<ReshapeSpec> = {
  name: 'Reshape',
  words: { en: 'Reshape', ko: 'Reshape(형태 바꾸기)' },
  line: { en: 'Arranges the same numbers in another shape.', ko: '값은 그대로 두고 형태만 바꾼다.' },
  more: true,
  fields: [target_shape],
  create: (id) => ({ type: 'Reshape', id, target_shape: target_shape.initial }),
  outputShape: (spec, input) => reshaped(spec.target_shape, input),
  weights: () => [],
  record: (tape, spec, _weights, input) => {
    const shape = reshaped(spec.target_shape, input.shape.slice(1));
    if (isRefusal(shape)) {
      throw new Error(`Reshape ${spec.id}: ${shape.keras} Ask outputShape() before recording.`);
    }
    return passed(tape.reshape(input, shape));
  },
};

const reshaped = (target: readonly number[], input: Shape): Shape | Refusal => {
  const open = target.filter((side) => side === -1).length;
  if (open > 1) {
    return {
      text: {
        en: 'Only one side of target_shape can be left open with −1.',
        ko: 'target_shape에서 −1로 비워 둘 수 있는 자리는 하나뿐이다.',
      },
      keras: `There must be at most one unknown dimension (-1) in \`target_shape\`. Received: target_shape=${tuple(target)}.`,
    };
  }
  const size = sizeOf(input);
  const known = sizeOf(target.filter((side) => side !== -1));
  const sides = target.every((side) => side === -1 || (Number.isInteger(side) && side > 0));
  const fits = sides && (open === 1 ? size % known === 0 : size === known);
  if (fits) return target.map((side) => (side === -1 ? size / known : side));
  const rule =
    open === 1
      ? 'The total size of the tensor must be unchanged, however, the input size cannot by divided by the specified dimensions in target_shape.'
      : 'The total size of the tensor must be unchanged.';
  return {
    text: {
      en: `${size} numbers (${input.join(' × ')}) cannot be arranged as ${tuple(target)}.`,
      ko: `수 ${size}개(${input.join(' × ')})를 ${tuple(target)} 형태로 늘어놓을 수 없다.`,
    },
    keras: `${rule} Received: input_shape=${tuple(input)}, target_shape=${tuple(target)}`,
  };
};
