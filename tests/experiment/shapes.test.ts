import { expect, test } from 'vitest';
import {
  layers as kinds,
  type LayerSpec,
  layerTypes,
  type LayerType,
} from '../../src/engine/layers/index.ts';
import type { LossName } from '../../src/engine/losses/index.ts';
import type { Shape } from '../../src/engine/shape.ts';
import { designAt } from '../../src/experiment/apply.ts';
import { check, type Problem } from '../../src/experiment/check.ts';
import { type Asked, shapeProblems } from '../../src/experiment/checks/shapes.ts';
import type { Design } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import layersGolden from '../golden/layers.json';
import golden from '../golden/shapes.json';

const ASKED: Asked = { loss: 'sparse_categorical_crossentropy', classes: 10, rows: 8 };
const dense = (id: number, units: number): LayerSpec => ({ type: 'Dense', id, units, activation: 'softmax' });
const conv = (id: number, more: object = {}): LayerSpec => ({
  type: 'Conv2D',
  id,
  filters: 3,
  kernel_size: 3,
  ...more,
});

const only = (problems: readonly Problem[]): Problem => {
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  if (!problem) throw new Error('Expected a problem.');
  expect(problem.text.ko).toMatch(/[가-힣]/);
  return problem;
};

/** The layers after the fix of a problem, which must leave nothing to say. */
const fixed = (problem: Problem, input: Shape, asked: Asked): readonly LayerSpec[] => {
  const layers = problem.fix?.patch.model?.layers ?? [];
  expect(shapeProblems(layers, input, asked)).toEqual([]);
  return layers;
};

test('layers that fit each other and the answers have nothing to explain', () => {
  const layers = [conv(1), kinds.MaxPooling2D.create(2), kinds.Flatten.create(3), dense(4, 10)];
  expect(shapeProblems(layers, [28, 28, 1], ASKED)).toEqual([]);
});

test('Keras was asked about the losses with Dense on pictures of 4 × 4 and 8 × 8 cells', () => {
  expect(golden.entries).toHaveLength(2 * 3 * 6);
});

test.each(
  golden.entries.map(
    (entry) => [`${entry.cells} cells, ${entry.units} units, ${entry.loss}`, entry] as const,
  ),
)(
  'Dense on an unflattened picture, %s: in Keras’s own words where Keras complains, and Flatten is offered',
  (_name, { cells, classes, units, loss, refused, type }) => {
    const input = [2 * cells, 2 * cells, 1];
    const layers = [conv(1, { padding: 'same' }), kinds.MaxPooling2D.create(2), dense(3, units)];
    const asked: Asked = { loss: loss as LossName, classes, rows: golden.batch_size };
    const problem = only(shapeProblems(layers, input, asked));
    expect([problem.where, problem.kind]).toEqual([{ part: 'layer', id: 3 }, 'refused']);
    expect(problem.keras).toBe(refused && `Keras ${golden.keras} (jax): ${type}: ${refused}`);
    expect(problem.text.en.includes('Keras complains at the loss')).toBe(refused !== undefined);
    const kindsAfter = fixed(problem, input, asked).map((layer) => layer.type);
    expect(kindsAfter).toEqual(['Conv2D', 'MaxPooling2D', 'Flatten', 'Dense']);
  },
);

test('Dense on an unflattened picture is spoken of in these words', () => {
  const problem = only(
    shapeProblems([kinds.MaxPooling2D.create(1), dense(2, 10)], [28, 28, 1], {
      ...ASKED,
      loss: 'categorical_crossentropy',
    }),
  );
  expect(problem.text).toEqual({
    en: 'Without Flatten, Dense works on each pixel alone and gives (None, 14, 14, 10), which does not match the answers. Keras complains at the loss, not at this layer.',
    ko: 'Flatten 없이 Dense를 쓰면 픽셀마다 따로 계산해 출력이 (None, 14, 14, 10)이 된다. 정답의 형태와 맞지 않는다. Keras는 이 층이 아니라 손실에서 오류를 낸다.',
  });
  expect(problem.fix?.words).toEqual({ en: 'Insert Flatten', ko: 'Flatten 넣기' });
});

test('Flatten goes before the first Dense that would work on pixels', () => {
  const layers = [conv(5), dense(6, 16), dense(2, 10)];
  const problem = only(shapeProblems(layers, [8, 8, 1], ASKED));
  expect(problem.where).toEqual({ part: 'layer', id: 6 });
  expect(fixed(problem, [8, 8, 1], ASKED).map(({ type, id }) => [type, id])).toEqual([
    ['Conv2D', 5],
    ['Flatten', 7],
    ['Dense', 6],
    ['Dense', 2],
  ]);
});

test('a model that is full has no room for Flatten', () => {
  const layers = [
    ...Array.from({ length: 11 }, (_, index) => kinds.Activation.create(index + 2)),
    dense(1, 10),
  ];
  expect(only(shapeProblems(layers, [8, 8, 1], ASKED)).fix).toBeUndefined();
});

test('a kernel larger than the picture is refused, and padding same offered', () => {
  const layers = [conv(1, { kernel_size: 5 }), kinds.Flatten.create(2), dense(3, 10)];
  const problem = only(shapeProblems(layers, [4, 4, 1], ASKED));
  expect(problem.where).toEqual({ part: 'layer', id: 1 });
  expect(fixed(problem, [4, 4, 1], ASKED)[0]).toEqual(conv(1, { kernel_size: 5, padding: 'same' }));
});

test('strides and dilation_rate both above 1 are refused, and dilation_rate 1 offered', () => {
  const layers = [conv(1, { strides: 2, dilation_rate: 2 }), kinds.Flatten.create(2), dense(3, 10)];
  const problem = only(shapeProblems(layers, [9, 9, 1], ASKED));
  expect(fixed(problem, [9, 9, 1], ASKED)[0]).toEqual(conv(1, { strides: 2, dilation_rate: 1 }));
});

test('a window larger than the picture is refused, and padding same offered', () => {
  const layers = [kinds.AveragePooling2D.create(1), kinds.Flatten.create(2), dense(3, 10)];
  const problem = only(shapeProblems(layers, [1, 1, 3], ASKED));
  expect(fixed(problem, [1, 1, 3], ASKED)[0]).toMatchObject({ type: 'AveragePooling2D', padding: 'same' });
});

test.each([
  'Conv2D',
  'MaxPooling2D',
  'AveragePooling2D',
  'GlobalAveragePooling2D',
  'GlobalMaxPooling2D',
] as const)('%s on a list of numbers is refused, and its removal offered', (type) => {
  const layers = [kinds[type].create(1), dense(2, 10)];
  const problem = only(shapeProblems(layers, [2], ASKED));
  expect([problem.where, problem.fix?.words.ko]).toEqual([{ part: 'layer', id: 1 }, `${type} 삭제`]);
  expect(fixed(problem, [2], ASKED)).toEqual([dense(2, 10)]);
});

test('a Reshape whose numbers do not come out even is refused, and (−1) offered', () => {
  const layers: LayerSpec[] = [{ type: 'Reshape', id: 1, target_shape: [3] }, dense(2, 10)];
  const problem = only(shapeProblems(layers, [4], ASKED));
  expect(problem.keras).toContain('The total size of the tensor must be unchanged.');
  expect(fixed(problem, [4], ASKED)[0]).toEqual({ type: 'Reshape', id: 1, target_shape: [-1] });
});

test('a picture that no Dense layer ends is spoken of at its last layer', () => {
  const problem = only(shapeProblems([conv(1)], [8, 8, 1], ASKED));
  expect([problem.where, problem.text.en]).toEqual([
    { part: 'layer', id: 1 },
    'The last layer gives (None, 6, 6, 3), but the answer to each row is one list of numbers. Keras complains at the loss, not at this layer.',
  ]);
  expect(fixed(problem, [8, 8, 1], ASKED).map(({ type }) => type)).toEqual(['Conv2D', 'Flatten']);
});

/** A layer of Keras's config, as ours. */
const refusals = layersGolden.refusals.filter(({ type }) => (layerTypes as readonly string[]).includes(type));

test.each(
  refusals.map(
    (entry) =>
      [`${entry.type} ${JSON.stringify(entry.config)} on ${entry.input.join(' × ')}`, entry] as const,
  ),
)('%s: refused in Keras’s own words', (_name, { type, config, input, message }) => {
  const spec = { ...kinds[type as LayerType].create(1), ...defaultsOf(type), ...config } as LayerSpec;
  const problem = only(shapeProblems([spec, kinds.Flatten.create(2), dense(3, 10)], input, ASKED));
  // Keras numbers the layers of a session: conv2d, conv2d_1 …
  const said = problem.keras?.replace(/(of layer '|path=')[a-z0-9_]+/, '$1layer');
  expect(said).toBe(`Keras ${layersGolden.keras} (jax): ValueError: ${message}`);
  expect(problem.where).toEqual({ part: 'layer', id: 1 });
});

/** Keras's strides where a pooling layer names none are its pool_size; ours are named by a new layer. */
const defaultsOf = (type: string): object =>
  type.includes('Pooling2D') && !type.startsWith('Global') ? { strides: null } : {};

test('a design whose layers do not fit its data says only that', () => {
  const design: Design = {
    ...designAt(opening, 0),
    model: { layers: [kinds.Conv2D.create(2), { type: 'Dense', id: 1, units: 1, activation: 'sigmoid' }] },
  };
  expect(check(design).map(({ kind, where }) => [kind, where])).toEqual([
    ['refused', { part: 'layer', id: 2 }],
  ]);
});
