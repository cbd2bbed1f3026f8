import { describe, expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { opening } from '../../src/experiment/presets.ts';
import { same } from '../../src/text.ts';
import { createCurve } from '../../src/worker/curve.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { onGate, withData } from './runs.ts';

const begin = async (experiment = opening) => {
  const session = createSession(manualPlace());
  await session.start(experiment);
  const epochs = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) await session.forward('epoch');
  };
  return { session, epochs, look: () => session.frame([], []) };
};

const MOST = 2001;

describe('the curve of a run', () => {
  test('has at most 2,001 points after 20,000 epochs, in order, the edits, the start and the present among them', async () => {
    const { session, epochs, look } = await begin();
    const places: number[] = [];
    for (const [count, answers] of [
      [333, GATES.XOR],
      [1110, GATES.OR],
      [7770, GATES.NAND],
    ] as const) {
      await epochs(count);
      await session.edit({ data: { answers } });
      places.push((await look()).position.epoch);
    }
    await epochs(10_000);
    const { curve, position, marks } = await look();
    expect(curve.epoch.length).toBeLessThanOrEqual(MOST);
    expect(curve.epoch.length).toBeGreaterThan(1000);
    expect([...curve.epoch]).toEqual([...curve.epoch].toSorted((a, b) => a - b));
    expect(curve.epoch[0]).toBe(0);
    expect(curve.epoch.at(-1)).toBe(position.epoch);
    for (const place of places) expect(curve.epoch).toContain(place);
    expect(marks.filter(({ kind }) => kind === 'edit').map(({ epoch }) => epoch)).toEqual(places);
    // With one update an epoch the loss jumps at an edit and falls within each stretch.
    const xor = curve.epoch.indexOf(places[0]!);
    expect(curve.loss[xor + 1]).toBeLessThan(curve.loss[xor]! + 1e-6);
    expect(curve.loss[0]!.toFixed(3)).toBe('0.626');
  });

  test('stays small and answers after 5,000 edits', () => {
    const curve = createCurve();
    for (let epoch = 0; epoch < 5000; epoch++) {
      const point = { epoch: epoch + 0.5, step: 2 * epoch + 1, loss: 1, val_loss: Number.NaN, wrong: 1 };
      curve.push({ ...point, kept: true });
    }
    const { epoch } = curve.read(null);
    expect(epoch.length).toBeLessThanOrEqual(MOST);
    expect(epoch[0]).toBe(0.5);
    expect(epoch.at(-1)).toBe(4999.5);
  });

  test('goes on from a saved one', async () => {
    const { session, epochs, look } = await begin();
    await epochs(5000);
    const saved = structuredClone(await session.save());
    const later = createSession(manualPlace());
    await later.start(opening, { saved });
    expect((await later.frame([], [])).curve).toEqual((await look()).curve);
    for (let i = 0; i < 3; i++) await later.forward('epoch');
    await epochs(3);
    const [a, b] = [await later.frame([], []), await look()];
    expect(a.position).toEqual(b.position);
    expect(a.weights).toEqual(b.weights);
    expect(a.marks).toEqual(b.marks);
    expect(a.curve.epoch.at(-1)).toBe(5003);
    expect(a.curve.loss.at(-1)).toBe(b.curve.loss.at(-1));
  });

  test('is left alone by steps back, and cut by an edit made there', async () => {
    const { session, epochs, look } = await begin();
    await epochs(50);
    const { curve } = await look();
    for (let i = 0; i < 20; i++) await session.back('epoch');
    const back = await look();
    expect(back.position.epoch).toBe(30);
    expect(back.newest).toEqual({ step: 50, epoch: 50, edits: 0 });
    expect(back.curve).toEqual(curve);
    await session.edit({ data: { answers: GATES.OR } });
    const branch = await look();
    expect(branch.curve.epoch.at(-1)).toBe(30);
    expect(branch.newest).toEqual({ step: 30, epoch: 30, edits: 1 });
  });
});

describe('the opening preset, as the opening minute tells it', () => {
  test('starts with 2 of 4 right at a loss of 0.626, and is right at epoch 28', async () => {
    const { session, epochs, look } = await begin();
    const first = await look();
    expect(first.reading.right).toBe(2);
    expect(first.reading.loss.toFixed(3)).toBe('0.626');
    await epochs(27);
    expect((await look()).reading.right).toBeLessThan(4);
    await epochs(1);
    expect((await look()).reading.right).toBe(4);
    await epochs(10);
    const { marks } = await look();
    const solved = { epoch: 28, step: 28, words: same('4/4'), kind: 'solved', edits: 0 };
    expect(marks).toEqual([solved]);
    // Another rate solves nothing anew; another gate does.
    await session.edit({ compile: { optimizer: { ...opening.compile.optimizer, learning_rate: 0.01 } } });
    await epochs(10);
    expect((await look()).marks).toEqual([solved]);
    await session.edit({ data: { answers: GATES.OR } });
    await epochs(300);
    expect((await look()).marks.filter(({ kind }) => kind === 'solved').length).toBe(2);
  });

  test('250 epochs after the switch to XOR the loss prints 0.693, every ŷ 0.50, 1 of 4 is right, and it is settled', async () => {
    const { session, epochs, look } = await begin();
    await epochs(40);
    await session.edit({ data: { answers: GATES.XOR } });
    await epochs(100);
    expect((await look()).reading.loss.toFixed(3)).not.toBe('0.693');
    await epochs(150);
    const { reading, settled } = await look();
    const { views } = await session.frame([{ kind: 'points' }], []);
    expect(reading.loss.toFixed(3)).toBe('0.693');
    expect(Array.from(views.points!.outputs[0]!, (y) => y.toFixed(2))).toEqual([
      '0.50',
      '0.50',
      '0.50',
      '0.50',
    ]);
    expect(reading.right).toBe(1);
    expect(settled).toBe(true);
  });
});

describe('a run is settled', () => {
  test('once XOR has brought one neuron to rest, until the next edit', async () => {
    const { session, epochs, look } = await begin(onGate(GATES.XOR));
    expect((await look()).settled).toBe(false);
    await epochs(1);
    expect((await look()).settled).toBe(false);
    await epochs(600);
    expect((await look()).settled).toBe(true);
    await session.edit({ data: { answers: GATES.AND } });
    expect((await look()).settled).toBe(false);
  });

  test('never while all are right, however small the gradient', async () => {
    const { epochs, look } = await begin(withData(opening, { answers: GATES.OR }));
    for (let i = 0; i < 30; i++) {
      await epochs(200);
      expect((await look()).settled).toBe(false);
    }
    expect((await look()).reading.loss).toBeLessThan(0.01);
  });
});
