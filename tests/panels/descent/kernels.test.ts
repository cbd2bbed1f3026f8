// Weights chosen from a picture: each cell is the weight that it shows.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitAt } from '../../../src/experiment/cells.ts';
import { overviewOf, placeIn, weightIn, weightPicture } from '../../../src/panels/descent/kernels/picture.ts';
import { learningLayers, placeOf } from '../../../src/panels/descent/any/weights.ts';
import { onStripes, pictureLayers, shapedOf } from '../../worker/looking.ts';
import { started } from '../../worker/runs.ts';

const sizes = fc.integer({ min: 1, max: 9 });
const pictures = fc.record({
  tall: sizes,
  wide: sizes,
  channels: sizes,
  filters: sizes,
  flat: fc.boolean(),
});

test('every weight has one cell, every cell one weight, and each picture is found where it stands among all', () => {
  fc.assert(
    fc.property(pictures, fc.nat(), (picture, pick) => {
      const count = picture.tall * picture.wide * picture.channels * picture.filters;
      const place = placeIn(picture, pick % count);
      expect(weightIn(picture, place)).toBe(pick % count);
      const { rows, columns, at, of } = overviewOf(picture, place);
      const { row, column } = of(place);
      expect(row < rows && column < columns).toBe(true);
      expect(at(row, column)).toEqual({ filter: place.filter, channel: place.channel });
      // No two stand at the same place, and outside there is none.
      const all = Array.from({ length: rows * columns }, (_, i) => at(Math.floor(i / columns), i % columns));
      const there = all.filter((one) => one !== null).map((one) => JSON.stringify(one));
      expect(new Set(there).size).toBe(there.length);
      expect(there).toHaveLength(picture.flat ? picture.channels : picture.channels * picture.filters);
      for (const [r, c] of [
        [-1, 0],
        [0, -1],
        [rows, 0],
        [0, columns],
      ] as const)
        expect(at(r, c)).toBeNull();
    }),
  );
});

test('a cell of a kernel is the weight that is named by its row, column and channel', () => {
  fc.assert(
    fc.property(pictureLayers, (layers) => {
      const run = started(onStripes(layers));
      const shaped = shapedOf(run);
      const kernels = learningLayers(run.setup.design).filter(({ kind }) => kind === 'filter');
      for (const own of kernels) {
        const picture = weightPicture(shaped, own.layer)!;
        const { tall, wide, channels, filters } = picture;
        for (let part = 0; part < tall * wide * channels; part++) {
          const { channel, row, column } = placeIn(picture, placeOf(own, { part, owner: filters - 1 }).at);
          const cell = `row ${row}, column ${column}`;
          const name = channels > 1 ? `channel ${channel + 1}, ${cell}` : cell;
          expect(own.parts[part]!.name.en).toBe(name);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a Dense after a Flatten is a picture of the maps: each cell the weight from that cell; after a global pooling it is none', () => {
  const ends = { Flatten: 0, others: 0 };
  fc.assert(
    fc.property(pictureLayers, (layers) => {
      const shaped = shapedOf(started(onStripes(layers)));
      const [before, last] = shaped.slice(-2);
      const picture = weightPicture(shaped, last!.index);
      const flat = before!.spec.type === 'Flatten';
      expect(picture !== null).toBe(flat);
      ends[flat ? 'Flatten' : 'others'] += 1;
      const weights = picture ? last!.inputs * picture.filters : 0;
      for (let at = 0; at < weights; at++) {
        const { filter, channel, row, column } = placeIn(picture!, at);
        const input = unitAt({ row, column, map: channel }, before!.inputShape);
        expect(input * picture!.filters + filter).toBe(at);
      }
    }),
    { numRuns: 40 },
  );
  expect(Math.min(ends.Flatten, ends.others)).toBeGreaterThan(0);
});
