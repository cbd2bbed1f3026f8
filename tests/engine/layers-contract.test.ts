// What every definition of a layer must keep, whatever the layer is: a new one is covered by being in the index.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArena, type Precision, type Tensor } from '../../src/engine/arena.ts';
import type { Field } from '../../src/engine/fields.ts';
import {
  build,
  copyState,
  createTrainer,
  keyframeOf,
  load,
  type Model,
  type Rows,
  train,
  type Trainer,
} from '../../src/engine/index.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import {
  type LayerSpec,
  definitionOf,
  layers,
  type LayerType,
  layerTypes,
} from '../../src/engine/layers/index.ts';
import { uniform } from '../../src/engine/random.ts';
import { isRefusal, type Refusal, type Shape, sizeOf } from '../../src/engine/shape.ts';
import { createTape } from '../../src/engine/tape.ts';
import { drawsOf, slopesOf, worstOf } from './differences.ts';

const SEED = 20;
const settings = { seed: SEED, numRuns: 60 };

/** Values that a field allows: small ones, so that the layers stay small. */
const valueOf = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'switch':
      return fc.boolean();
    case 'list':
      return fc.oneof(fc.constant(field.initial), fc.array(valueOf(field.item), { maxLength: field.most }));
    case 'number': {
      const least = Math.max(field.min, field.integer ? -2 : -1);
      return field.integer
        ? fc.integer({ min: least, max: Math.min(field.max, least + 3) })
        : // JSON writes −0 as 0.
          fc
            .double({ min: least, minExcluded: true, max: Math.min(field.max, least + 1.9), noNaN: true })
            .map((value) => value + 0);
    }
  }
};

/** A layer with any settings its fields allow. */
const specsOf = (type: keyof typeof layers): fc.Arbitrary<LayerSpec> => {
  const definition = layers[type];
  const record = Object.fromEntries(definition.fields.map((field) => [field.name, valueOf(field)]));
  return fc.record(record).map((values) => ({ ...definition.create(1), ...values }));
};

const shapes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 });

/** Four rows in any order. */
const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });

/** A layer alone on a tape, its weights drawn; null where it refuses the shape. */
const alone = (
  spec: LayerSpec,
  row: Shape,
  rows: number,
  training: boolean,
  precision: Precision = 'float32',
) => {
  const definition = definitionOf(spec);
  if (isRefusal(definition.outputShape(spec, row))) return null;
  const arena = createArena(precision);
  const tape = createTape(arena, kernelsOver(arena), rows, training);
  const x = tape.rows(row);
  const weights = definition.weights(spec, row).map(({ shape, statistic }): Tensor => {
    const tensor = arena.tensor(shape);
    if (!statistic) tape.watch(tensor, arena.reserve(sizeOf(shape)));
    return tensor;
  });
  const { output } = definition.record(tape, spec, weights, x);
  arena.allocate();
  for (let i = arena.set.own; i < arena.memory.length; i++)
    arena.memory[i] = uniform(SEED, 'data', 0, 0, i) + 0.1;
  Object.assign(tape.key, { seed: SEED, step: 3 });
  return { arena, tape, x, output };
};

const outputOf = (made: NonNullable<ReturnType<typeof alone>>, rows: number): number[] => {
  made.tape.forward(rows, 0, 0);
  const { at, shape } = made.output;
  return [...made.arena.memory.subarray(at, at + (rows * sizeOf(shape)) / shape[0]!)];
};

const inBothLanguages = ({ text, keras }: Refusal): boolean =>
  text.en.length * keras.length > 0 && /[가-힣]/.test(text.ko);

/** A new layer of a kind in the middle of a small network, ready to learn from ten rows. */
const trainerOf = (type: LayerType, seed: number): Trainer => {
  const created = layers[type].create(3);
  const inputs = [[4], [5, 5, 2], [5, 3]].find(
    (shape) => !isRefusal(definitionOf(created).outputShape(created, shape)),
  )!;
  const optimizer = { type: 'SGD', learning_rate: 0.1, momentum: 0.9 } as const;
  const model = build({
    inputs,
    layers: [created, { type: 'Flatten', id: 2 }, { type: 'Dense', id: 1, units: 1, activation: 'sigmoid' }],
    loss: 'binary_crossentropy',
    optimizer,
    batchSize: 4,
    seed,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const draws = drawsOf(SEED);
  const rows: Rows = {
    count: 10,
    inputs: Float64Array.from({ length: 10 * sizeOf(inputs) }, draws.number),
    answers: Float64Array.from({ length: 10 }, () => draws.below(2)),
  };
  return createTrainer({ model, rows, optimizer, batchSize: 4, shuffle: true, seed: SEED });
};

const stateOf = ({ settings: { model } }: Trainer): number[] => [
  ...model.arena.memory.subarray(model.state.at, model.state.at + model.state.count),
];

/** The outputs for ten rows, one number each. */
const predicted = (model: Model, rows: Rows): number[] => {
  load(model, model.inference, rows, 0, rows.count, null);
  model.inference.tape.forward(rows.count, 0, model.layers.length);
  const { at } = model.inference.recorded.at(-1)!.output;
  return [...model.arena.memory.subarray(at, at + rows.count)];
};

describe.each(layerTypes)('%s', (type) => {
  const definition = layers[type];

  test('is new with what its fields begin with', () => {
    const created: ReadonlyMap<string, unknown> = new Map(Object.entries(definition.create(7)));
    expect(created.get('type')).toBe(type);
    expect(created.get('id')).toBe(7);
    for (const field of definition.fields) {
      // A setting that a new layer does not name is one for "more", and Keras's default.
      expect(created.has(field.name) || field.more === true, `${field.name} is set`).toBe(true);
      expect(created.get(field.name) ?? field.initial).toEqual(field.initial);
    }
    const names = definition.fields.map(({ name }) => name);
    expect([...created.keys()].every((name) => ['type', 'id', ...names].includes(name))).toBe(true);
  });

  test('gives the shape that its rule says, or refuses in both languages', () => {
    let fitted = 0;
    fc.assert(
      fc.property(specsOf(type), shapes, (spec, row) => {
        const said = definitionOf(spec).outputShape(spec, row);
        if (isRefusal(said)) return inBothLanguages(said);
        fitted += 1;
        const made = alone(spec, row, 3, true)!;
        const shape = made.output.shape.join();
        return shape === [3, ...said].join() && outputOf(made, 2).every(Number.isFinite);
      }),
      settings,
    );
    expect(fitted).toBeGreaterThan(5);
  });

  test('has the gradients of differences for its input and weights, in training and when it is asked', () => {
    let compared = 0;
    fc.assert(
      fc.property(specsOf(type), shapes, fc.boolean(), (given, row, training) => {
        // Steps and corners have no slope to compare; relu and the largest of a window have them almost everywhere.
        const spec = 'activation' in given ? { ...given, activation: 'tanh' as const } : given;
        const small = row.map((side) => Math.min(side, 4));
        if (isRefusal(definitionOf(spec).outputShape(spec, small))) return;
        const { own, differences } = slopesOf(
          SEED,
          2,
          3,
          ({ tape, parameter }) => {
            const x = tape.rows(small);
            const made = definitionOf(spec).weights(spec, small);
            const statistics = made.map(({ shape, statistic }) => (statistic ? tape.scratch(shape) : null));
            const weights = made.map(({ shape }, index) => statistics[index] ?? parameter(shape));
            const held = statistics.flatMap((tensor) =>
              tensor ? [{ tensor, value: (i: number) => 0.5 + i }] : [],
            );
            let i = 0;
            return {
              varied: [x, ...weights.filter((_, index) => !made[index]!.statistic)],
              // No two within a move of each other, so that the largest stays the largest.
              draw: () => ((i++ * 37) % 401) / 200 - 1,
              held,
              results: [definitionOf(spec).record(tape, spec, weights, x).output],
            };
          },
          training,
        );
        compared += 1;
        expect(worstOf(own, differences)).toBeLessThanOrEqual(1e-6);
      }),
      { ...settings, numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(3);
  });

  test('has the same bits twice, and none of a row depend on the others when it is asked', () => {
    fc.assert(
      fc.property(specsOf(type), shapes, orders, (spec, row, order) => {
        const [one, other] = [alone(spec, row, 4, true), alone(spec, row, 4, true)];
        if (!one || !other) return;
        expect(outputOf(one, 4)).toEqual(outputOf(other, 4));
        const asked = alone(spec, row, 4, false)!;
        const all = outputOf(asked, 4);
        const size = sizeOf(row);
        const shuffled = alone(spec, row, 4, false)!;
        const from = alone(spec, row, 4, false)!.arena.memory;
        order.forEach((source, to) => {
          const values = from.slice(asked.x.at + source * size, asked.x.at + (source + 1) * size);
          shuffled.arena.memory.set(values, shuffled.x.at + to * size);
        });
        const width = all.length / 4;
        expect(outputOf(shuffled, 4)).toEqual(
          order.flatMap((source) => all.slice(source * width, (source + 1) * width)),
        );
      }),
      settings,
    );
  });

  test('comes back from JSON with the same settings, shape and weights', () => {
    fc.assert(
      fc.property(specsOf(type), shapes, (spec, row) => {
        const read: LayerSpec = JSON.parse(JSON.stringify(spec));
        expect(read).toEqual(spec);
        const said = definitionOf(spec).outputShape(spec, row);
        expect(definitionOf(read).outputShape(read, row)).toEqual(said);
        if (isRefusal(said)) return;
        expect(definitionOf(read).weights(read, row)).toEqual(definitionOf(spec).weights(spec, row));
      }),
      settings,
    );
  });

  test('trains inside of a model, phase by phase as at once', () => {
    const ends = (['phase', 'epoch'] as const).map((size) => {
      const trainer = trainerOf(type, SEED);
      const moments = train(trainer, size);
      while (trainer.counters.epoch < 3) moments.next();
      return stateOf(trainer);
    });
    expect(ends[0]!.every(Number.isFinite)).toBe(true);
    expect(ends[0]).toEqual(ends[1]);
  });

  test('saved and loaded into a model of another seed, predicts and learns on with the same bits', () => {
    const whole = trainerOf(type, SEED);
    const batches = train(whole, 'batch');
    for (let i = 0; i < 5; i++) batches.next();
    const saved = structuredClone(keyframeOf(whole));
    const other = trainerOf(type, SEED + 1).settings.model;
    copyState(other, saved.state);
    expect(predicted(other, whole.settings.rows)).toEqual(
      predicted(whole.settings.model, whole.settings.rows),
    );
    const loaded = createTrainer({ ...whole.settings, model: other }, saved.counters);
    const others = train(loaded, 'batch');
    for (let i = 0; i < 7; i++) {
      batches.next();
      others.next();
    }
    expect(stateOf(loaded)).toEqual(stateOf(whole));
    expect(predicted(other, whole.settings.rows)).toEqual(
      predicted(whole.settings.model, whole.settings.rows),
    );
  });
});
