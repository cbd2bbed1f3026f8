import * as fc from 'fast-check';
import { expect } from 'vitest';
import { designAt } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { chooseSet } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { type ShapedLayer, shapedLayers, shapesThrough } from '../../src/experiment/widths.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import { createBuffers } from '../../src/worker/buffers.ts';
import { frameOf } from '../../src/worker/look.ts';
import type { Run } from '../../src/worker/run.ts';

/** Random networks for pictures, and what the page is told of them. */

const SIDE = 8;
export const CLASSES = 4;
/** So many networks are tried. */
export const RUNS = 60;

/** The engine computes in float32. */
export const near = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected)));

const sides = (most: number) =>
  fc.oneof(
    fc.integer({ min: 1, max: most }),
    fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most })),
  );
const padding = fc.constantFrom('same' as const, 'valid' as const);

const conv = fc
  .record({
    filters: fc.integer({ min: 1, max: 3 }),
    kernel_size: sides(4),
    steps: fc.record({ strides: sides(3), dilation_rate: sides(2) }),
    strided: fc.boolean(),
    padding,
    activation: fc.constantFrom('linear' as const, 'relu' as const, 'tanh' as const),
    use_bias: fc.boolean(),
  })
  // Keras refuses strides and dilations together.
  .map(
    ({ steps, strided, ...rest }): LayerSpec => ({
      type: 'Conv2D',
      id: 1,
      ...rest,
      strides: strided ? steps.strides : 1,
      dilation_rate: strided ? 1 : steps.dilation_rate,
    }),
  );
const pool = fc
  .record({
    type: fc.constantFrom('MaxPooling2D' as const, 'AveragePooling2D' as const),
    pool_size: sides(3),
    strides: sides(3),
    padding,
  })
  .map((spec): LayerSpec => ({ ...spec, id: 1 }));
const whole = fc
  .constantFrom('GlobalAveragePooling2D' as const, 'GlobalMaxPooling2D' as const, 'Flatten' as const)
  .map((type): LayerSpec => ({ type, id: 1 }));

/** Layers that see pictures, then those that make a list, then the classes; such as fit together. */
export const pictureLayers = fc
  .tuple(fc.array(fc.oneof(conv, conv, pool), { minLength: 1, maxLength: 3 }), whole)
  .map(([seeing, end]): LayerSpec[] =>
    [...seeing, end, { type: 'Dense', id: 1, units: CLASSES, activation: 'softmax' } as const].map(
      (layer, index) => ({ ...layer, id: index + 1 }),
    ),
  )
  .filter((layers) => shapesThrough(layers, [SIDE, SIDE, 1]) !== null);

/** Stripes, 8 × 8, for these layers: 20 pictures in batches of 4. */
export const onStripes = (layers: readonly LayerSpec[], seed = 1): Experiment => {
  const design = { ...designAt(opening, 0), ...chooseSet(designAt(opening, 0), 'stripes') };
  return {
    ...opening,
    ...design,
    data: { ...opening.data, ...design.data, points: 20 },
    model: { layers },
    compile: { ...opening.compile, ...design.compile },
    fit: { ...opening.fit, batch_size: 4 },
    seed,
  };
};

export const shapedOf = (run: Run): readonly ShapedLayer[] => shapedLayers(run.setup.design);

/** What the page is told: every layer at one picture (of the data, or these pixels), the weights, and the anatomy of a layer there. */
export const looked = (run: Run, id: number, layer = 0, pixels?: readonly number[]) =>
  frameOf(
    run,
    [
      { kind: 'maps', picture: pixels ? { pixels } : { id } },
      { kind: 'anatomy', point: id, layer },
    ],
    createBuffers(),
    false,
    0,
  );
