import { kerasShape, type Refusal, type Shape, tuple } from '../shape.ts';
import { pairOf, type Sides } from '../window.ts';

/** Why an input does not fit, in both languages and as Keras 3.15 says it. */

/** A layer that takes pictures receives something else. `keras` is the layer's own name there, e.g. max_pooling2d. */
export const notPictures = (name: string, keras: string, input: Shape, expected: string): Refusal => ({
  text: {
    en: `${name} takes pictures: rows, columns, channels. What arrives has the shape ${kerasShape(input)}.`,
    ko: `${name}에는 행, 열, 채널이 있는 이미지가 들어와야 한다. 지금 들어오는 형태는 ${kerasShape(input)}이다.`,
  },
  keras: rankMessage(keras, input, expected),
});

/** A layer that works on the last axis receives single numbers. */
export const noAxis = (name: string, keras: string, input: Shape, expected: string): Refusal => ({
  text: {
    en: `${name} works on the last axis, but each row that arrives is a single number.`,
    ko: `${name}은 마지막 축을 따라 계산하는데, 들어오는 행마다 수가 하나뿐이고 축이 없다.`,
  },
  keras: rankMessage(keras, input, expected),
});

const rankMessage = (keras: string, input: Shape, expected: string): string =>
  `Input 0 with name 'None' of layer '${keras}' is incompatible with the layer: expected ${expected}, found ndim=${input.length + 1}. Full shape received: ${kerasShape(input)}`;

/** Sides as numpy prints an array: [1 1]. */
const array = (sides: readonly (number | string)[]): string => `[${sides.join(' ')}]`;

/** The kernel, dilated, is larger than the picture. */
export const kernelTooLarge = (
  input: Shape,
  kernel: readonly [number, number, number, number],
  strides: Sides,
  dilation: Sides,
): Refusal => ({
  text: {
    en: `A kernel that reaches over ${reach(kernel, dilation)} cells does not fit into a picture of ${input[0]} × ${input[1]}. Make kernel_size smaller, or use padding "same".`,
    ko: `${reach(kernel, dilation)}칸에 걸치는 커널은 ${input[0]} × ${input[1]} 이미지에 들어가지 않는다. kernel_size를 줄이거나 padding을 same으로 바꾼다.`,
  },
  keras: `Computed output size would be zero or negative. Received \`inputs shape=${kerasShape(input)}\`, \`kernel shape=${tuple(kernel)}\`, \`dilation_rate=${array(pairOf(dilation))}\`, \`strides=${tuple(pairOf(strides))}\`, \`padding=valid\`.`,
});

const reach = ([tall, wide]: readonly number[], dilation: Sides): string => {
  const [down, across] = pairOf(dilation);
  return `${down * ((tall ?? 0) - 1) + 1} × ${across * ((wide ?? 0) - 1) + 1}`;
};

/** The window of a pooling layer is larger than the picture. */
export const windowTooLarge = (input: Shape, size: Sides, strides: Sides): Refusal => {
  const [tall, wide] = pairOf(size);
  return {
    text: {
      en: `A window of ${tall} × ${wide} cells does not fit into a picture of ${input[0]} × ${input[1]}. Make pool_size smaller, or use padding "same".`,
      ko: `${tall} × ${wide}칸짜리 창은 ${input[0]} × ${input[1]} 이미지에 들어가지 않는다. pool_size를 줄이거나 padding을 same으로 바꾼다.`,
    },
    keras: `Computed output size would be zero or negative. Received: \`inputs.shape=${array(['None', ...input])}\`, \`pool_size=${array([tall, wide])}\`, \`strides=${tuple(pairOf(strides))}\`, \`padding=valid\`.`,
  };
};

/** The window of a pooling layer is larger than with padding "same" there is any use for. */
export const windowBeyond = (input: Shape, size: Sides): Refusal => {
  const [tall, wide] = pairOf(size);
  const [height = 0, width = 0] = input;
  const all = `${2 * height - 1} × ${2 * width - 1}`;
  return {
    text: {
      en: `A window of ${tall} × ${wide} cells is too large for a picture of ${height} × ${width}: one of ${all} sees all of it from everywhere. Make pool_size smaller.`,
      ko: `${tall} × ${wide}칸짜리 창은 ${height} × ${width} 이미지에 너무 크다. ${all}칸이면 어디에 놓아도 이미지 전체가 보인다. pool_size를 줄인다.`,
    },
    // Keras has no such limit.
    keras: '',
  };
};

export const stridedAndDilated = (strides: Sides, dilation: Sides): Refusal => ({
  text: {
    en: 'strides above 1 and dilation_rate above 1 do not go together. Set one of them to 1.',
    ko: 'strides와 dilation_rate를 둘 다 1보다 크게 할 수는 없다. 하나를 1로 바꾼다.',
  },
  keras: `\`strides > 1\` not supported in conjunction with \`dilation_rate > 1\`. Received: strides=${tuple(pairOf(strides))} and dilation_rate=${tuple(pairOf(dilation))}`,
});

/** More axes than pictures have. */
export const tooManyAxes = (name: string, input: Shape, kernel: readonly number[]): Refusal => ({
  ...notPictures(name, '', input, ''),
  keras: `Kernel shape must have the same length as input, but received kernel of shape ${tuple(kernel)} and input of shape ${kerasShape(input)}.`,
});
