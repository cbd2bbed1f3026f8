// What the Microscope says of poolings and of Flatten is what the engine computes, for random networks.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf, unitAt } from '../../src/experiment/cells.ts';
import { largestOf, pooledUnder } from '../../src/panels/microscope/pictures/pooled.ts';
import { windowOfLayer } from '../../src/panels/microscope/pictures/under.ts';
import { probeKey } from '../../src/worker/frame.ts';
import { looked, near, onStripes, pictureLayers, RUNS, shapedOf } from './looking.ts';
import { started } from './runs.ts';

const ID = 5;

test('a pooling gives the largest or the mean of what lies under its window, and the largest alone gets the gradient', () => {
  let looks = 0;
  fc.assert(
    fc.property(pictureLayers, (layers) => {
      const run = started(onStripes(layers));
      const shaped = shapedOf(run);
      shaped.forEach((layer, index) => {
        const window = windowOfLayer(layer);
        if (!window || layer.spec.type === 'Conv2D') return;
        const { views } = looked(run, ID, index);
        const channels = layer.inputShape[2]!;
        const input = index === 0 ? views.maps!.input : views.maps!.layers[index - 1]!.outputs;
        const max = layer.spec.type.includes('Max');
        const { layers: anatomy } =
          views.anatomies![probeKey({ kind: 'anatomy', point: ID, layer: index })]!.point!;
        // What the cells of the incoming maps get, added up over all windows that they lie in.
        const given = new Float64Array(layer.inputs);
        for (let unit = 0; unit < layer.units; unit++) {
          const { map, ...stop } =
            layer.outputShape.length === 3
              ? cellOf(unit, layer.outputShape)
              : { map: unit, row: 0, column: 0 };
          const cells = pooledUnder(window, input, channels, stop, map);
          const best = largestOf(cells);
          const mean = cells.reduce((sum, { value }) => sum + value, 0) / cells.length;
          near(max ? cells[best]!.value : mean, views.maps!.layers[index]!.outputs[unit]!);
          cells.forEach(({ place }, at) => {
            const share = max ? Number(at === best) : 1 / cells.length;
            const to = (place.row * window.width + place.column) * channels + map;
            given[to] = given[to]! + share * anatomy[index]!.delta[unit]!;
          });
          looks++;
        }
        const got = index === 0 ? null : anatomy[index - 1]!.blame;
        got?.forEach((value, at) => expect(Math.abs(value - given[at]!)).toBeLessThan(1e-6));
      });
    }),
    { numRuns: RUNS },
  );
  expect(looks).toBeGreaterThan(200);
});

test('a Flatten puts every cell at the place that is told, and takes its slope back from there', () => {
  let looks = 0;
  fc.assert(
    fc.property(pictureLayers, (layers) => {
      const run = started(onStripes(layers));
      const flatten = shapedOf(run).find(({ spec }) => spec.type === 'Flatten');
      if (!flatten) return;
      const { index, inputShape } = flatten;
      const { views } = looked(run, ID, index);
      const [rows = 0, columns = 0, maps = 0] = inputShape;
      const { outputs } = views.maps!.layers[index]!;
      const { layers: anatomy } =
        views.anatomies![probeKey({ kind: 'anatomy', point: ID, layer: index })]!.point!;
      const [before, own] = [views.maps!.layers[index - 1]!.outputs, anatomy[index]!];
      let next = 0;
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++)
          for (let map = 0; map < maps; map++) {
            const place = (row * columns + column) * maps + map;
            // The places are counted through without a gap, and there and back is the same.
            expect(place).toBe(next++);
            expect(cellOf(place, inputShape)).toEqual({ row, column, map });
            expect(unitAt({ row, column, map }, inputShape)).toBe(place);
            expect(outputs[place]).toBe(before[place]);
            expect(anatomy[index - 1]!.blame![place]).toBe(own.delta[place]);
            looks++;
          }
      expect(next).toBe(flatten.units);
    }),
    { numRuns: RUNS },
  );
  expect(looks).toBeGreaterThan(200);
});
