import { definitionOf, layers as kinds, type LayerSpec } from '../../engine/layers/index.ts';
import type { LossName } from '../../engine/losses/index.ts';
import { isRefusal, kerasShape, type Refusal, type Shape, sizeOf, tuple } from '../../engine/shape.ts';
import { classCount, targetOf, trainingRows } from '../../data/data.ts';
import { inputShape } from '../../data/inputs.ts';
import { fill, type Text } from '../../text.ts';
import type { Design } from '../experiment.ts';
import { MOST_LAYERS } from '../moves.ts';
import { answerShape, encodingOf } from '../encoding.ts';
import type { Problem } from '../problem.ts';
import { kerasSays } from './keras.ts';
import { isRegression } from './output.ts';

/** What the outputs are compared with: how many classes there are (0: a number), by which loss, in batches of how many. */
export interface Asked {
  readonly loss: LossName;
  readonly classes: number;
  readonly rows: number;
}

/** The layers of a design, which a document only holds where they fit each other. */
export const checkShapes = ({ compile, data, fit, model }: Design): Problem[] =>
  shapeProblems(model.layers, inputShape(data), {
    loss: compile.loss,
    classes: classCount(targetOf(data)),
    rows: Math.min(fit.batch_size, trainingRows(data, fit.validation_split)),
  });

/** What stops a row of a shape on its way through the layers, or keeps what comes out from being compared. */
export const shapeProblems = (layers: readonly LayerSpec[], input: Shape, asked: Asked): Problem[] => {
  const { shapes, refusal } = through(layers, input);
  const [stopped, comes] = [layers[shapes.length - 1], shapes.at(-1) ?? input];
  if (refusal && stopped) return [notTaken(layers, stopped, input, refusal)];
  return comes.length > 1 ? notFlat(layers, shapes, asked) : [];
};

/** The shapes before each layer and after the last, as far as it goes, and why it goes no further. */
const through = (layers: readonly LayerSpec[], input: Shape) => {
  const shapes = [input];
  for (const spec of layers) {
    const shape = definitionOf(spec).outputShape(spec, shapes.at(-1) ?? input);
    if (isRefusal(shape)) return { shapes, refusal: shape };
    shapes.push(shape);
  }
  return { shapes, refusal: null };
};

const notTaken = (
  layers: readonly LayerSpec[],
  stopped: LayerSpec,
  input: Shape,
  { text, keras }: Refusal,
): Problem => {
  const at = layers.indexOf(stopped);
  const fixes = [...fixesOf(layers, stopped), ...behind(layers, at, input), ...without(layers, stopped)];
  const fix = fixes.find((each) => {
    const { shapes, refusal } = through(each.layers, input);
    return refusal === null || shapes.length - 1 > at;
  });
  return {
    where: { part: 'layer', id: stopped.id },
    kind: 'refused',
    text,
    ...(keras !== '' && { keras: kerasSays.refusal(keras) }),
    ...(fix && { fix: { words: fix.words, patch: { model: { layers: fix.layers } } } }),
  };
};

interface Fix {
  readonly words: Text;
  readonly layers: readonly LayerSpec[];
}

/** What may make a layer fit, the least change first. Not all of it does. */
const fixesOf = (layers: readonly LayerSpec[], stopped: LayerSpec): readonly Fix[] => {
  const changed = (en: string, ko: string, spec: LayerSpec): Fix => ({
    words: { en, ko },
    layers: layers.map((layer) => (layer === stopped ? spec : layer)),
  });
  const fixes: Fix[] = [];
  if (stopped.type === 'Conv2D') {
    fixes.push(changed('Set dilation_rate to 1', 'dilation_rate를 1로', { ...stopped, dilation_rate: 1 }));
  }
  if (stopped.type === 'Conv2D' || stopped.type === 'MaxPooling2D' || stopped.type === 'AveragePooling2D') {
    fixes.push(changed('Use padding same', 'padding을 same으로', { ...stopped, padding: 'same' }));
  }
  if (stopped.type === 'Reshape') {
    fixes.push(changed('Use (−1)', '(−1)로', kinds.Reshape.create(stopped.id)));
  }
  return fixes;
};

/**
 * What made a list of the pictures too early goes behind the layers that still need them: to the first place where all
 * layers take what comes.
 */
const behind = (layers: readonly LayerSpec[], at: number, input: Shape): readonly Fix[] => {
  const { shapes } = through(layers, input);
  const early = shapes.findIndex((shape, index) => shape.length > 1 && shapes[index + 1]?.length === 1);
  const maker = layers[early];
  if (!maker || early >= at) return [];
  const others = layers.toSpliced(early, 1);
  for (let place = at; place < others.length; place++) {
    const moved = others.toSpliced(place, 0, maker);
    if (through(moved, input).refusal) continue;
    const last = others[place - 1]?.type ?? '';
    const words = {
      en: 'Put {maker} behind {last}',
      ko: '{maker:을/를} {last} 뒤로',
    };
    return [{ words: fill(words, { maker: maker.type, last }), layers: moved }];
  }
  return [];
};

/** A model without its last layer would have no output. */
const without = (layers: readonly LayerSpec[], stopped: LayerSpec): readonly Fix[] =>
  stopped === layers.at(-1)
    ? []
    : [
        {
          words: { en: `Remove ${stopped.type}`, ko: `${stopped.type} 삭제` },
          layers: layers.filter((layer) => layer !== stopped),
        },
      ];

/** The output has rows and columns: of the Dense layer that came upon them, else of the last layer. */
const notFlat = (layers: readonly LayerSpec[], shapes: readonly Shape[], asked: Asked): Problem[] => {
  const dense = layers.findIndex(({ type }, index) => type === 'Dense' && (shapes[index]?.length ?? 0) > 1);
  const layer = layers[dense] ?? layers.at(-1);
  const shape = shapes.at(-1);
  if (!layer || !shape) return [];
  const spread = isSpread(asked, shape);
  const keras = spread ? null : saying(asked, shape);
  return [
    {
      where: { part: 'layer', id: layer.id },
      kind: 'refused',
      text: joined(dense < 0 ? noList(shape) : perPixel(shape), spread ? SPREAD : keras ? AT_THE_LOSS : null),
      ...(keras && { keras }),
      ...(layers.length < MOST_LAYERS && {
        fix: {
          words: { en: 'Insert Flatten', ko: 'Flatten 넣기' },
          patch: { model: { layers: flattened(layers, shapes) } },
        },
      }),
    },
  ];
};

/**
 * With a Flatten before the first Dense that would work on pixels, unless layers after it need pictures too: then before
 * the first from which on none does. Without a Dense it goes to the end.
 */
const flattened = (layers: readonly LayerSpec[], shapes: readonly Shape[]): readonly LayerSpec[] => {
  const id = Math.max(...layers.map((layer) => layer.id)) + 1;
  const at = layers.findIndex(
    ({ type }, index) =>
      type === 'Dense' && through(layers.slice(index), [sizeOf(shapes[index] ?? [])]).refusal === null,
  );
  return layers.toSpliced(at < 0 ? layers.length : at, 0, kinds.Flatten.create(id));
};

/** Answers as Keras is given them, and the output it sets them side by side with. */
const compared = (
  { loss, classes, rows }: Asked,
  shape: Shape,
): readonly [target: string, output: string] => {
  const encoding = encodingOf(loss, classes === 0 ? 1 : (shape.at(-1) ?? 1));
  return [answerShape(encoding, rows, classes), tuple([rows, ...shape])];
};

/**
 * Are the answers spread over an output of more axes? NumPy's rule: counted from the last axis on, the sides are equal
 * or one of them is 1. The rows of the batch then meet an axis of the picture.
 */
const isSpread = ({ loss, classes, rows }: Asked, shape: Shape): boolean => {
  if (!isRegression(loss)) return false;
  const units = shape.at(-1) ?? 1;
  const answers = classes === 0 || units === 1 ? 1 : classes;
  const [across, down] = [
    [answers, units],
    [rows, shape.at(-2) ?? 1],
  ] as const;
  return [across, down].every(([one, other]) => one === other || one === 1 || other === 1);
};

const saying = (asked: Asked, shape: Shape): string | null => {
  const [target, output] = compared(asked, shape);
  switch (asked.loss) {
    case 'huber':
      return kerasSays.broadcastAll(output, target);
    case 'mean_squared_error':
    case 'mean_absolute_error':
      return kerasSays.broadcastAll(target, output);
    case 'binary_crossentropy':
    case 'categorical_crossentropy':
      return kerasSays.shapes(target, output);
    case 'sparse_categorical_crossentropy':
      return kerasSays.leadingShapes(target, output);
    case 'perceptron':
      return null;
  }
};

const joined = (first: Text, second: Text | null): Text =>
  second ? { en: `${first.en} ${second.en}`, ko: `${first.ko} ${second.ko}` } : first;

const perPixel = (shape: Shape): Text => ({
  en: `Without Flatten, Dense works on each pixel alone and gives ${kerasShape(shape)}, which does not match the answers.`,
  ko: `Flatten 없이 Dense를 쓰면 픽셀마다 따로 계산해 출력이 ${kerasShape(shape)}이 된다. 정답의 형태와 맞지 않는다.`,
});
const noList = (shape: Shape): Text => ({
  en: `The last layer gives ${kerasShape(shape)}, but the answer to each row is one list of numbers.`,
  ko: `마지막 층의 출력이 ${kerasShape(shape)}인데 정답은 행마다 수를 한 줄로 적은 것이다.`,
});
const AT_THE_LOSS: Text = {
  en: 'Keras complains at the loss, not at this layer.',
  ko: 'Keras는 이 층이 아니라 손실에서 오류를 낸다.',
};
const SPREAD: Text = {
  en: 'Here Keras would not complain, but spread the answers over the pixels.',
  ko: '여기서 Keras는 오류 없이 정답을 픽셀마다 늘어놓고 학습한다.',
};
