// What the Microscope says of convolutions is what the engine computes, for random networks.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf } from '../../src/experiment/cells.ts';
import { meetings, partialSums } from '../../src/panels/microscope/pictures/convolved.ts';
import { frameOf, receptiveField } from '../../src/panels/microscope/pictures/receptive.ts';
import { sizesOf } from '../../src/panels/microscope/pictures/SizeRule.tsx';
import { spanUnder, stopNear, windowOfLayer } from '../../src/panels/microscope/pictures/under.ts';
import { probeKey } from '../../src/worker/frame.ts';
import { looked, near, onStripes, pictureLayers, RUNS, shapedOf } from './looking.ts';
import { started } from './runs.ts';

const ID = 5;

test('the products under the window, summed over cells and channels, and b make the engine’s z', () => {
  let looks = 0;
  fc.assert(
    fc.property(pictureLayers, fc.nat(), (layers, seed) => {
      const run = started(onStripes(layers, seed % 1000));
      const { views, weights } = looked(run, ID);
      const shaped = shapedOf(run);
      shaped.forEach((layer, index) => {
        const window = windowOfLayer(layer);
        if (layer.spec.type !== 'Conv2D' || !window) return;
        const [height = 0, width = 0, filters = 0] = layer.outputShape;
        const input = index === 0 ? views.maps!.input : views.maps!.layers[index - 1]!.outputs;
        const { kernel, bias } = weights[index]!;
        const channels = layer.inputShape[2]!;
        const convolution = { window, channels, filters, input, kernel };
        for (let unit = 0; unit < height * width * filters; unit++) {
          const { map, ...stop } = cellOf(unit, layer.outputShape);
          const sums = partialSums(convolution, stop, map);
          expect(sums).toHaveLength(channels);
          const z = sums.reduce((sum, part) => sum + part, bias[map] ?? 0);
          near(z, views.maps!.layers[index]!.sums[unit]!);
          looks++;
        }
      });
    }),
    { numRuns: RUNS },
  );
  expect(looks).toBeGreaterThan(1000);
});

/** Along one side, from Keras's documentation: how many stops, and the padding before the first. */
const keras = (n: number, size: number, stride: number, dilation: number, padding: 'same' | 'valid') => {
  const reach = dilation * (size - 1) + 1;
  if (padding === 'valid') return { out: Math.floor((n - reach) / stride) + 1, before: 0, reach };
  const out = Math.ceil(n / stride);
  return { out, before: Math.floor(Math.max(0, (out - 1) * stride + reach - n) / 2), reach };
};
const pair = (sides: unknown): readonly [number, number] =>
  (typeof sides === 'number' ? [sides, sides] : sides) as [number, number];

test('a plain loop in Float64 over Keras’s own rule finds the engine’s z, the same window and the size that is told', () => {
  let looks = 0;
  fc.assert(
    fc.property(pictureLayers, fc.nat(), (layers, seed) => {
      const run = started(onStripes(layers, seed % 1000));
      const { views, weights } = looked(run, ID);
      for (const { spec, index, inputShape } of shapedOf(run)) {
        if (spec.type !== 'Conv2D') continue;
        const [height = 0, width = 0, channels = 0] = inputShape;
        const [tall, wide] = pair(spec.kernel_size);
        const [[sy, sx], [dy, dx]] = [pair(spec.strides ?? 1), pair(spec.dilation_rate ?? 1)];
        const [rows, columns] = [
          keras(height, tall, sy, dy, spec.padding ?? 'valid'),
          keras(width, wide, sx, dx, spec.padding ?? 'valid'),
        ];
        const input = index === 0 ? views.maps!.input : views.maps!.layers[index - 1]!.outputs;
        const { kernel, bias } = weights[index]!;
        const { sums } = views.maps!.layers[index]!;
        expect(sums).toHaveLength(rows.out * columns.out * spec.filters);
        for (let row = 0; row < rows.out; row++)
          for (let column = 0; column < columns.out; column++)
            for (let filter = 0; filter < spec.filters; filter++) {
              let z = bias[filter] ?? 0;
              for (let p = 0; p < tall; p++)
                for (let q = 0; q < wide; q++) {
                  const y = row * sy + p * dy - rows.before;
                  const x = column * sx + q * dx - columns.before;
                  if (y < 0 || x < 0 || y >= height || x >= width) continue;
                  for (let c = 0; c < channels; c++)
                    z +=
                      input[(y * width + x) * channels + c]! *
                      kernel[((p * wide + q) * channels + c) * spec.filters + filter]!;
                }
              near(sums[(row * columns.out + column) * spec.filters + filter]!, z);
              looks++;
            }
        const window = windowOfLayer(shapedOf(run)[index]!)!;
        // So many cells at the end lie beyond the last one of the last stop.
        const left = ({ out, reach, before }: typeof rows, n: number, stride: number) =>
          Array.from({ length: n }, (_, cell) => cell).filter(
            (cell) => cell > (out - 1) * stride - before + reach - 1,
          ).length;
        expect(sizesOf(window)).toMatchObject([
          {
            n: height,
            s: sy,
            k: rows.reach,
            out: rows.out,
            before: rows.before,
            left: left(rows, height, sy),
          },
          { n: width, s: sx, k: columns.reach, out: columns.out, left: left(columns, width, sx) },
        ]);
      }
    }),
    { numRuns: RUNS },
  );
  expect(looks).toBeGreaterThan(1000);
});

test('every cell of the kernel is named by its own place: setting that one weight changes the sum by its x', () => {
  fc.assert(
    fc.property(pictureLayers, fc.nat(), fc.nat(), (layers, pick, other) => {
      const run = started(onStripes(layers));
      const [layer] = shapedOf(run);
      const window = layer && windowOfLayer(layer);
      if (layer?.spec.type !== 'Conv2D' || !window) return;
      const before = looked(run, ID);
      const unit = pick % layer.units;
      const { map, ...stop } = cellOf(unit, layer.outputShape);
      const filters = layer.outputShape[2]!;
      const { input } = before.views.maps!;
      const all = meetings(
        { window, channels: 1, filters, input, kernel: before.weights[0]!.kernel },
        stop,
        0,
        map,
      );
      const one = all[other % all.length]!;
      const { arena, layers: built } = run.trainer.settings.model;
      arena.memory[built[0]!.at + one.at] = one.w + 1;
      const after = looked(run, ID).views.maps!.layers[0]!.sums[unit]!;
      near(after - before.views.maps!.layers[0]!.sums[unit]!, one.x);
    }),
    { numRuns: RUNS },
  );
});

test('the gradient of a kernel is the mean over the batch of x × δ, summed over all stops of the window', () => {
  let looks = 0;
  fc.assert(
    fc.property(pictureLayers, (layers) => {
      const run = started(onStripes(layers));
      const shaped = shapedOf(run);
      const index = shaped.findLastIndex(({ spec }) => spec.type === 'Conv2D');
      const layer = shaped[index];
      const window = layer && windowOfLayer(layer);
      if (!window) return;
      const { slopes } = looked(run, ID, index).views.anatomies![
        probeKey({ kind: 'anatomy', point: ID, layer: index })
      ]!.batch.layer!;
      const [tall, wide, channels, filters] = [
        window.tall,
        window.wide,
        layer.inputShape[2]!,
        layer.outputShape[2]!,
      ];
      const mean = new Float64Array(tall * wide * channels * filters);
      const inBatch = Array.from(run.setup.data.ids.slice(0, run.setup.train.count)).flatMap((id) => {
        const key = probeKey({ kind: 'anatomy', point: id, layer: index });
        const { point } = looked(run, id, index).views.anatomies![key]!;
        return point!.batchesUntil === 0 ? [point!.layers[index]!] : [];
      });
      expect(inBatch).toHaveLength(4);
      for (const { inputs, delta } of inBatch) {
        for (let i = 0; i < window.outHeight; i++)
          for (let j = 0; j < window.outWidth; j++)
            for (let p = 0; p < tall; p++)
              for (let q = 0; q < wide; q++) {
                const y = i * window.strideY + p * window.dilationY - window.top;
                const x = j * window.strideX + q * window.dilationX - window.left;
                if (y < 0 || x < 0 || y >= window.height || x >= window.width) continue;
                for (let c = 0; c < channels; c++)
                  for (let o = 0; o < filters; o++) {
                    const at = ((p * wide + q) * channels + c) * filters + o;
                    mean[at] =
                      mean[at]! +
                      (inputs[(y * window.width + x) * channels + c]! *
                        delta[(i * window.outWidth + j) * filters + o]!) /
                        4;
                  }
              }
      }
      mean.forEach((slope, at) => expect(Math.abs(slopes[at]! - slope)).toBeLessThan(1e-5));
      looks++;
    }),
    { numRuns: 20 },
  );
  expect(looks).toBeGreaterThan(5);
});

test('the receptive field holds every pixel that changes the unit, and no other', () => {
  let looks = 0;
  fc.assert(
    fc.property(pictureLayers, fc.nat(), fc.nat(), (layers, which, pick) => {
      // Weights without a sign and no bounds of an activation: then a brighter pixel always shows.
      const plain = layers.map((layer) =>
        layer.type === 'Conv2D' ? { ...layer, activation: 'linear' as const } : layer,
      );
      const run = started(onStripes(plain));
      const shaped = shapedOf(run);
      const { arena, layers: built } = run.trainer.settings.model;
      for (const { at, count } of built)
        for (let i = 0; i < count; i++) arena.memory[at + i] = 0.1 + Math.abs(arena.memory[at + i]!);
      // The softmax ties all of the last layer together; its sums are looked at.
      const layer = which % shaped.length;
      const unit = pick % shaped[layer]!.units;
      const show = (pixels: number[]) => looked(run, 0, layer, pixels).views.maps!.layers[layer]!.sums[unit]!;
      const grey = Array.from({ length: 64 }, () => 0.5);
      const before = show(grey);
      const changing = grey.flatMap((_value, at) =>
        show(grey.map((value, i) => (i === at ? 1000 : value))) === before ? [] : [at],
      );
      const field = receptiveField(shaped, layer, unit)!;
      const said = field.rows.flatMap((row) => field.columns.map((column) => row * 8 + column));
      expect(said).toEqual(changing);
      const frame = frameOf(field);
      expect(frame ? frame.top * 8 + frame.left : undefined).toBe(changing[0]);
      looks++;
    }),
    { numRuns: RUNS },
  );
  expect(looks).toBe(RUNS);
});

test('the stop named for a cell is the one whose middle lies nearest', () => {
  fc.assert(
    fc.property(pictureLayers, fc.nat(7), fc.nat(7), (layers, row, column) => {
      const [layer] = shapedOf(started(onStripes(layers)));
      const window = layer && windowOfLayer(layer);
      if (!window) return;
      const away = (stop: { row: number; column: number }) => {
        const { top, left, bottom, right } = spanUnder(window, stop);
        return [Math.abs((top + bottom) / 2 - row), Math.abs((left + right) / 2 - column)] as const;
      };
      const found = away(stopNear(window, { row, column }));
      for (let i = 0; i < window.outHeight; i++)
        expect(away({ row: i, column: 0 })[0]).toBeGreaterThanOrEqual(found[0]);
      for (let j = 0; j < window.outWidth; j++)
        expect(away({ row: 0, column: j })[1]).toBeGreaterThanOrEqual(found[1]);
    }),
    { numRuns: RUNS },
  );
});
