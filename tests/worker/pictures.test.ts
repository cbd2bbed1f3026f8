import { expect, test } from 'vitest';
import { chooseSet } from '../../src/experiment/moves.ts';
import { apply, designAt } from '../../src/experiment/apply.ts';
import type { SetName } from '../../src/data/sets/index.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { createSession } from '../../src/worker/session.ts';
import { isLarge } from '../../src/worker/evaluated.ts';
import { manualPlace } from './place.ts';
import { started } from './runs.ts';

const on = (set: SetName, patch: Patch = {}): Experiment => ({
  ...opening,
  ...apply(apply(designAt(opening, 0), chooseSet(designAt(opening, 0), set)), patch),
});

const begin = async (experiment: Experiment) => {
  const place = manualPlace();
  const session = createSession(place);
  const { refused } = await session.start(experiment);
  expect(refused).toBeNull();
  return { place, session };
};

/** A same convolution with a 3 × 3 kernel (rows, columns, channels in, filters) and a bias, without its activation. */
const convolve = (
  input: Float32Array,
  side: number,
  channels: number,
  kernel: Float32Array,
  bias: Float32Array,
) => {
  const filters = bias.length;
  const sums = new Float64Array(side * side * filters);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      for (let filter = 0; filter < filters; filter++) {
        let sum = bias[filter]!;
        for (let r = 0; r < 3; r++)
          for (let c = 0; c < 3; c++) {
            const [y, x] = [row + r - 1, column + c - 1];
            if (y < 0 || x < 0 || y >= side || x >= side) continue;
            for (let channel = 0; channel < channels; channel++)
              sum +=
                input[(y * side + x) * channels + channel]! *
                kernel[((r * 3 + c) * channels + channel) * filters + filter]!;
          }
        sums[(row * side + column) * filters + filter] = sum;
      }
  return sums;
};

const close = (actual: ArrayLike<number>, expected: ArrayLike<number>): void => {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(actual[i]).toBeCloseTo(expected[i]!, 5);
};

test('every map of a picture is what its kernel, bias and activation make of the picture', async () => {
  const { session } = await begin(on('stripes'));
  await session.forward('epoch');
  const { views, weights } = await session.frame([{ kind: 'maps', picture: { id: 7 } }], []);
  const { input, layers } = views.maps!;
  expect(input).toHaveLength(64);
  const sums = convolve(input, 8, 1, weights[0]!.kernel, weights[0]!.bias);
  close(layers[0]!.sums, sums);
  close(
    layers[0]!.outputs,
    sums.map((z) => Math.max(0, z)),
  );
  const pooled = Float64Array.from({ length: 4 * 4 * 8 }, (_, at) => {
    const [filter, column, row] = [at % 8, Math.floor(at / 8) % 4, Math.floor(at / 32)];
    const cell = (r: number, c: number) =>
      layers[0]!.outputs[((2 * row + r) * 8 + 2 * column + c) * 8 + filter]!;
    return Math.max(cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1));
  });
  expect([...layers[1]!.outputs]).toEqual([...pooled]);
  close(layers[2]!.sums, convolve(layers[1]!.outputs, 4, 8, weights[2]!.kernel, weights[2]!.bias));
  const shares = layers.at(-1)!.outputs;
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
});

test('a drawn picture gets the same maps as a picture of the data with its pixels, and is no part of the run', async () => {
  const { session } = await begin(on('stripes'));
  const asked = await session.frame([{ kind: 'maps', picture: { id: 3 } }], []);
  const known = asked.views.maps!;
  const before = await session.save();
  const drawn = await session.frame([{ kind: 'maps', picture: { pixels: [...known.input] } }], []);
  expect(drawn.views.maps!.layers).toEqual(known.layers);
  expect(await session.save()).toEqual(before);
  const wrong = await session.frame([{ kind: 'maps', picture: { pixels: [0, 1] } }], []);
  expect(wrong.views.maps).toBeUndefined();
});

test('the answers to all pictures are those to each of them', async () => {
  const { session } = await begin(on('shapes', { data: { points: 60 } }));
  await session.forward('epoch');
  const plane = { kind: 'plane', layer: 0, unit: null, size: 12 } as const;
  const { views } = await session.frame([{ kind: 'answers' }, { kind: 'points' }, plane], []);
  expect([views.points, views.planes]).toEqual([undefined, undefined]);
  const run = started(on('shapes', { data: { points: 60 } }));
  for (const row of [0, 31, 59]) {
    const picture = { id: run.setup.data.ids[row]! };
    const one = await session.frame([{ kind: 'maps', picture }], []);
    const own = views.answers!.outputs.subarray(4 * row, 4 * row + 4);
    close(own, one.views.maps!.layers.at(-1)!.outputs);
  }
});

test('a large network is not held up: while it goes on, all rows are told as the last epoch ended', async () => {
  const experiment = on('digits', { data: { points: 400 } });
  expect(isLarge(started(experiment))).toBe(true);
  expect(isLarge(started(on('moons')))).toBe(false);
  const { place, session } = await begin(experiment);
  await session.forward('epoch');
  const rested = await session.frame([], []);
  expect(rested.reading.evaluated).toBeUndefined();
  await session.pace('batch', 1000);
  await session.play();
  place.pass(4);
  const going = await session.frame([], []);
  expect(going.position.batch).toBeGreaterThan(0);
  expect(going.reading.evaluated).toBe(1);
  // Keras logs a running mean, which is rounded otherwise than the mean.
  expect(going.reading.val_loss).toBeCloseTo(rested.reading.val_loss!, 5);
  expect(going.reading.valRight).toBe(rested.reading.valRight);
  await session.pause();
  const paused = await session.frame([], []);
  expect(paused.reading.evaluated).toBeUndefined();
  expect(paused.reading.val_loss).not.toBe(rested.reading.val_loss);
});

test('a Dense layer that meets a picture gives one list of units a pixel, which can be looked at', async () => {
  const layers = [{ type: 'Dense' as const, id: 1, units: 4, activation: 'softmax' as const }];
  const { session } = await begin(on('stripes', { model: { layers } }));
  const { views } = await session.frame([{ kind: 'maps', picture: { id: 0 } }], []);
  expect(views.maps!.layers).toHaveLength(1);
  expect(views.maps!.layers[0]!.outputs).toHaveLength(8 * 8 * 4);
});

test('two trainers make the same bits of the same pictures', async () => {
  const bits = async () => {
    const { session } = await begin(on('shapes', { data: { points: 60, settings: { turn: 90 } } }));
    await session.forward('epoch');
    return (await session.save()).now.state;
  };
  expect(await bits()).toEqual(await bits());
});
