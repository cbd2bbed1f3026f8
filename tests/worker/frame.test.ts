// What a frame shows, against the formulas of the textbook, written here by hand in plain numbers.

import { describe, expect, test } from 'vitest';
import { type DataSpec, dataSet } from '../../src/data/data.ts';
import { GATES } from '../../src/data/gates.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import { buffersOf } from '../../src/worker/client.ts';
import { type Frame, type Map2d, type Probe, probeKey } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { dense, noisy, onGate } from './runs.ts';

/** Rounding of float32 sums of terms up to 10. */
const CLOSE = 1e-5;

const begin = async (experiment: Experiment, epochs: number) => {
  const session = createSession(manualPlace());
  await session.start(experiment);
  for (let i = 0; i < epochs; i++) await session.forward('epoch');
  return session;
};

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

interface Worked {
  /** Sums and outputs of the two tanh neurons, then of the sigmoid. */
  readonly sums: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
}

/** The output neuron's sum and output for what it sees. */
const output = ({ weights }: Frame, seen: readonly number[]): readonly [number, number] => {
  const { kernel, bias } = weights[1]!;
  const z = seen.reduce((sum, h, i) => sum + h * kernel[i]!, bias[0]!);
  return [z, sigmoid(z)];
};

/** A network n-tanh, 1-sigmoid at one point. */
const worked = (frame: Frame, x1: number, x2: number): Worked => {
  const { kernel, bias } = frame.weights[0]!;
  const units = bias.length;
  const hidden = Array.from(bias, (b, unit) => x1 * kernel[unit]! + x2 * kernel[units + unit]! + b);
  const shown = hidden.map(Math.tanh);
  const [z, y] = output(frame, shown);
  return { sums: [hidden, [z]], outputs: [shown, [y]] };
};

/** Binary crossentropy of one point. */
const lossOf = (y: number, answer: number): number => -(answer ? Math.log(y) : Math.log(1 - y));

/** Every cell of a map against f at its centre; the first row is the top. */
const expectMap = ({ size, values, region }: Map2d, f: (first: number, second: number) => number): void => {
  const [left, right, bottom, top] = region;
  expect(values.length).toBe(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const first = left + ((right - left) * (column + 0.5)) / size;
      const second = top - ((top - bottom) * (row + 0.5)) / size;
      expect(Math.abs(values[row * size + column]! - f(first, second))).toBeLessThan(CLOSE);
    }
  }
};

const two = onGate(GATES.XOR, [dense(2, 2, 'tanh'), dense(1, 1, 'sigmoid')], 4);
const PLANE = [-0.45, 1.45, -0.45, 1.45];

describe('a frame of a 2-2-1 network after 30 epochs', () => {
  test('has the tiles of every unit over the input plane', async () => {
    const session = await begin(two, 30);
    // 20 × 20 cells are more than one chunk of the inference tape.
    const frame = await session.frame([{ kind: 'tiles', size: 20 }], []);
    const { tiles } = frame.views;
    expect(tiles?.map((layer) => layer.length)).toEqual([2, 1]);
    tiles!.forEach((layer, l) => {
      layer.forEach((map, unit) => {
        expect([map.size, map.region]).toEqual([20, PLANE]);
        expectMap(map, (x1, x2) => worked(frame, x1, x2).outputs[l]![unit]!);
      });
    });
  });

  test('has the planes asked for, of one unit or of all', async () => {
    const session = await begin(two, 30);
    const probes: Probe[] = [
      { kind: 'plane', layer: 0, unit: 1, size: 24 },
      { kind: 'plane', layer: 0, unit: null, size: 24 },
      { kind: 'plane', layer: 1, unit: 0, size: 24 },
    ];
    const frame = await session.frame(probes, []);
    const planes = probes.map((probe) => frame.views.planes?.[probeKey(probe)]);
    expect(planes.map((maps) => maps?.length)).toEqual([1, 2, 1]);
    expectMap(planes[0]![0]!, (x1, x2) => worked(frame, x1, x2).outputs[0]![1]!);
    planes[1]!.forEach((map, unit) => expectMap(map, (x1, x2) => worked(frame, x1, x2).outputs[0]![unit]!));
    expectMap(planes[2]![0]!, (x1, x2) => worked(frame, x1, x2).outputs[1]![0]!);
  });

  test('has what the output neuron makes of the plane it sees', async () => {
    const session = await begin(two, 30);
    const frame = await session.frame([{ kind: 'seen', size: 18 }], []);
    const [map, ...rest] = frame.views.seen!;
    expect(rest).toEqual([]);
    const [left, right, bottom, top] = map!.region;
    expect([left, right]).toEqual([bottom, top]);
    expect(left).toBeLessThan(-1);
    expect(right).toBeGreaterThan(1);
    expectMap(map!, (h1, h2) => output(frame, [h1, h2])[1]);
  });

  test('leaves out what the network does not have', async () => {
    const session = await begin(opening, 3);
    const missing: Probe[] = [
      { kind: 'seen', size: 16 },
      { kind: 'plane', layer: 1, unit: 0, size: 16 },
      { kind: 'plane', layer: 0, unit: 1, size: 16 },
    ];
    expect((await session.frame(missing, [])).views).toEqual({});
  });
});

describe('a frame of a noisy gate with validation', () => {
  // More rows than one chunk of the inference tape takes.
  const spec: DataSpec = { ...noisy.data, points: 600 };
  const experiment: Experiment = {
    ...noisy,
    data: spec,
    compile: { ...noisy.compile, metrics: ['accuracy', 'mse'] },
  };

  test("has every layer's sums and outputs at every point, and each point's loss", async () => {
    const session = await begin(experiment, 5);
    const frame = await session.frame([{ kind: 'points' }], []);
    const points = frame.views.points!;
    const { rows, places, answers } = dataSet(spec);
    expect(rows).toBe(600);
    expect(points.outputs.map((values) => values.length)).toEqual([4 * rows, rows]);
    expect(points.sums.map((values) => values.length)).toEqual([4 * rows, rows]);
    expect(points.losses.length).toBe(rows);
    for (let row = 0; row < rows; row++) {
      const { sums, outputs } = worked(frame, places[2 * row]!, places[2 * row + 1]!);
      for (const [own, expected] of [
        [points.sums, sums],
        [points.outputs, outputs],
      ] as const) {
        expected.forEach((values, layer) => {
          values.forEach((value, unit) => {
            const shown = own[layer]![row * values.length + unit]!;
            expect(Math.abs(shown - value)).toBeLessThan(CLOSE * Math.max(1, Math.abs(value)));
          });
        });
      }
      const loss = lossOf(outputs[1]![0]!, answers[row]!);
      expect(Math.abs(points.losses[row]! - loss)).toBeLessThan(CLOSE * Math.max(1, loss));
    }
  });

  test('has loss, metrics and right answers of the training rows and of the last fifth', async () => {
    const session = await begin(experiment, 5);
    const frame = await session.frame([{ kind: 'evaluation' }], []);
    const { places, answers } = dataSet(spec);
    const over = (from: number, to: number) => {
      const each = Array.from({ length: to - from }, (_, i) => {
        const row = from + i;
        const y = worked(frame, places[2 * row]!, places[2 * row + 1]!).outputs[1]![0]!;
        const answer = answers[row]!;
        return {
          loss: lossOf(y, answer),
          square: (y - answer) ** 2,
          right: Number(Number(y > 0.5) === answer),
        };
      });
      const sum = (name: 'loss' | 'square' | 'right') => each.reduce((total, one) => total + one[name], 0);
      return {
        rows: to - from,
        loss: sum('loss') / (to - from),
        mse: sum('square') / (to - from),
        right: sum('right'),
      };
    };
    const { train, validation } = frame.views.evaluation!;
    for (const [own, expected] of [
      [train, over(0, 480)],
      [validation!, over(480, 600)],
    ] as const) {
      expect([own.rows, own.right]).toEqual([expected.rows, expected.right]);
      expect(own.metrics['accuracy']).toBe(expected.right / expected.rows);
      expect(Math.abs(own.loss - expected.loss)).toBeLessThan(CLOSE);
      expect(Math.abs(own.metrics['mse']! - expected.mse)).toBeLessThan(CLOSE);
    }
    const { reading } = frame;
    expect([reading.rows, reading.valRows]).toEqual([480, 120]);
    expect([reading.right, reading.valRight]).toEqual([train.right, validation!.right]);
    expect(Math.abs(reading.val_loss! - validation!.loss)).toBeLessThan(CLOSE);
  });

  test('looks without touching: with every probe at every phase the run goes on to the same bits', async () => {
    const plain = await begin(noisy, 4);
    const watched = await begin(noisy, 0);
    const probes: Probe[] = [
      { kind: 'tiles', size: 16 },
      { kind: 'plane', layer: 1, unit: null, size: 16 },
      { kind: 'seen', size: 16 },
      { kind: 'points' },
      { kind: 'evaluation' },
    ];
    let recycled: ArrayBuffer[] = [];
    let frame = await watched.frame(probes, recycled);
    while (frame.position.epoch < 4) {
      await watched.forward('phase');
      recycled = buffersOf(frame);
      frame = await watched.frame(probes, recycled);
    }
    const [a, b] = [await watched.save(), await plain.save()];
    expect(new Uint32Array(a.now.state.buffer)).toEqual(new Uint32Array(b.now.state.buffer));
    expect(a.now.counters).toEqual(b.now.counters);
  });
});

test('every phase of a batch says what was done, and nothing that was not', async () => {
  const session = await begin(two, 2);
  const seen: unknown[] = [];
  for (let i = 0; i < 6; i++) {
    await session.forward('phase');
    const { phase } = await session.frame([], []);
    seen.push(phase && [phase.phase.kind, phase.phase.layer, phase.loss !== null, phase.slope !== null]);
  }
  expect(seen).toEqual([
    ['forward', 0, false, false],
    ['forward', 1, false, false],
    ['loss', null, true, false],
    ['backward', 1, true, true],
    ['backward', 0, true, true],
    null,
  ]);
});
