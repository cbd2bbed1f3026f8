// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LayerSpec } from '../../../src/engine/layers/index.ts';
import { apply, designAt } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { Microscope } from '../../../src/panels/microscope/Microscope.tsx';
import { fetchParts } from '../../../src/part.ts';
import type { EditOptions } from '../../../src/state/experiment.ts';
import { lookAway, type Selection, useView } from '../../../src/state/view.ts';
import { advance, type Run } from '../../../src/worker/run.ts';
import { looked, onStripes, shapedOf } from '../../worker/looking.ts';
import { started } from '../../worker/runs.ts';
import { patching } from '../stage.ts';

// The Microscope over a real run on stripes of 8 × 8: every number is reckoned once more here.

const now = vi.hoisted(() => ({ frame: null as unknown, views: {} as unknown, design: null as unknown }));
const edits = vi.hoisted(() => [] as { patch: unknown; options: unknown }[]);
const asked = vi.hoisted(() => [] as string[]);
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useViews: () => now.views,
  useShows: ({ kind }: { kind: string }) => asked.push(kind),
}));
vi.mock('../../../src/state/experiment.ts', () => ({
  useDesign: () => now.design,
  edit: (patch: unknown, options: unknown) =>
    patching(
      (made: Patch, how?: EditOptions) => edits.push({ patch: made, options: how }),
      () => now.design as Design,
    )(patch as Patch, options as EditOptions),
}));

const ID = 16;
const network = (own: Partial<Extract<LayerSpec, { type: 'Conv2D' }>> = {}, second = false): LayerSpec[] => {
  const conv = { type: 'Conv2D', filters: 2, kernel_size: 3, padding: 'same', activation: 'relu' } as const;
  return [
    { ...conv, id: 1, ...own },
    ...(second ? [{ ...conv, id: 2 }] : [{ type: 'MaxPooling2D', id: 2, pool_size: 2 } as const]),
    { type: 'Flatten', id: 3 },
    { type: 'Dense', id: 4, units: 4, activation: 'softmax' },
  ];
};

const show = async (run: Run, selected: Selection, layer = 0, pixels?: number[]) => {
  const frame = looked(run, ID, layer, pixels);
  Object.assign(now, { frame, views: frame.views, design: run.setup.design });
  useView.setState({ selected, microscope: true, ...(pixels && { drawn: pixels }) });
  render(<Shown />);
  await act(() => fetchParts());
  return frame;
};
/** The page looks into what is selected, as it changes. */
const Shown = () => {
  const selected = useView((view) => view.selected);
  return selected && <Microscope selected={selected} />;
};

const numberOf = (words: string): number => Number(words.replace('−', '-'));
const gridOf = (name: string): number[] =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('cell')
    .map((cell) => numberOf(cell.textContent ?? ''));
const unitAt = (row: number, column: number, map: number): Selection => ({
  kind: 'unit',
  layer: 0,
  unit: (row * 8 + column) * 2 + map,
});
const input = () => screen.getByRole('application', { name: /^What comes in/ });

beforeEach(() => {
  edits.length = 0;
  asked.length = 0;
  useView.setState({ ...useView.getInitialState(), pinned: ID, digits: 3 }, true);
});
afterEach(() => {
  cleanup();
  lookAway();
  vi.useRealTimers();
});

test('window × kernel = products, cell by cell, and they add up as printed to the sum, z and a', async () => {
  const run = started(onStripes(network()));
  const { views, weights } = await show(run, unitAt(3, 4, 1));
  expect(screen.getByText('window centred on row 3, column 4, counted from 0; drag it')).toBeTruthy();
  const { input: pixels, layers } = views.maps!;
  const x = gridOf('window x');
  const w = gridOf('kernel w');
  const products = gridOf('products');
  for (let p = 0; p < 3; p++)
    for (let q = 0; q < 3; q++) {
      expect(x[3 * p + q]).toBe(Number(pixels[(2 + p) * 8 + 3 + q]!.toFixed(3)));
      expect(w[3 * p + q]).toBe(Number(weights[0]!.kernel[(3 * p + q) * 2 + 1]!.toFixed(3)));
      const product = pixels[(2 + p) * 8 + 3 + q]! * weights[0]!.kernel[(3 * p + q) * 2 + 1]!;
      expect(Math.abs(products[3 * p + q]! - product)).toBeLessThan(0.0011);
    }
  const sum = numberOf(screen.getByText('sum of the 9').nextElementSibling?.textContent ?? '');
  expect(products.reduce((total, value) => total + Math.round(1000 * value), 0)).toBe(Math.round(1000 * sum));
  const z = layers[0]!.sums[(3 * 8 + 4) * 2 + 1]!;
  expect(screen.getByText('z = sum + b').closest('div')?.querySelector('dd')?.textContent).toBe(
    z.toFixed(3).replace('-', '−'),
  );
  expect(screen.getByText(/^= max\(0, /).textContent).toBe(`= max(0, ${z.toFixed(3).replace('-', '−')})`);
  expect(screen.getByText('receptive field: rows 2–4, columns 3–5')).toBeTruthy();
});

test('beside the picture lie zeros, which bring nothing in', async () => {
  await show(started(onStripes(network())), unitAt(0, 0, 0));
  expect(screen.getByText(/centred on row 0, column 0/)).toBeTruthy();
  const at = [0, 1, 2, 3, 6];
  expect(at.map((cell) => gridOf('window x')[cell])).toEqual([0, 0, 0, 0, 0]);
  expect(at.map((cell) => gridOf('products')[cell])).toEqual([0, 0, 0, 0, 0]);
});

test('strides and a size that does not divide: the window stops where Keras lets it, by keys and by pointer', async () => {
  const run = started(onStripes(network({ strides: 3, padding: 'valid' })));
  const [layer] = shapedOf(run);
  // ⌊(8 − 3) / 3⌋ + 1 = 2 stops a side: rows 0–2 and 3–5; row 7 is left out.
  expect(layer!.outputShape).toEqual([2, 2, 2]);
  await show(run, { kind: 'unit', layer: 0, unit: 0 });
  expect(screen.getByText(/centred on row 1, column 1/)).toBeTruthy();
  fireEvent.keyDown(input(), { key: 'ArrowDown' });
  expect(screen.getByText(/centred on row 4, column 1/)).toBeTruthy();
  fireEvent.keyDown(input(), { key: 'ArrowDown' });
  fireEvent.keyDown(input(), { key: 'ArrowRight' });
  expect(screen.getByText(/centred on row 4, column 4/)).toBeTruthy();
  // Nothing has a place of its own in this document: the map begins at (0, 0), a cell is 132 / 8 → 16 px.
  fireEvent.pointerDown(input(), { button: 0, clientX: 7 * 16 + 3, clientY: 3, pointerId: 1 });
  expect(useView.getState().selected).toEqual({ kind: 'unit', layer: 0, unit: 1 * 2 });
});

test('a cell that is pointed at is looked into as long as the pointer stays', async () => {
  await show(started(onStripes(network({ padding: 'valid' }))), { kind: 'unit', layer: 0, unit: 0 });
  fireEvent.pointerMove(input(), { clientX: 5 * 16 + 1, clientY: 4 * 16 + 1, pointerType: 'mouse' });
  expect(screen.getByText(/centred on row 4, column 5/)).toBeTruthy();
  expect(useView.getState().selected).toEqual({ kind: 'unit', layer: 0, unit: 0 });
  fireEvent.pointerLeave(input());
  expect(screen.getByText(/centred on row 1, column 1/)).toBeTruthy();
});

test('the film goes from cell to cell, by itself or by one press', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await show(started(onStripes(network())), unitAt(2, 7, 0));
  fireEvent.click(screen.getByRole('button', { name: 'Next cell' }));
  expect(useView.getState().selected).toEqual(unitAt(3, 0, 0));
  fireEvent.click(screen.getByRole('button', { name: 'Cell before' }));
  expect(useView.getState().selected).toEqual(unitAt(2, 7, 0));
  fireEvent.click(screen.getByRole('button', { name: 'Let the window move on' }));
  for (let beat = 0; beat < 2; beat++) act(() => void vi.advanceTimersByTime(400));
  expect(useView.getState().selected).toEqual(unitAt(3, 1, 0));
  fireEvent.click(screen.getByRole('button', { name: 'Stop the window' }));
  act(() => void vi.advanceTimersByTime(4000));
  expect(useView.getState().selected).toEqual(unitAt(3, 1, 0));
});

test('where no motion is wanted the film only goes step by step', async () => {
  const { device } = (
    window as unknown as { happyDOM: { settings: { device: { prefersReducedMotion: string } } } }
  ).happyDOM.settings;
  device.prefersReducedMotion = 'reduce';
  await show(started(onStripes(network())), unitAt(2, 7, 0));
  expect(screen.getByRole('button', { name: 'Next cell' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Let the window move on' })).toBeNull();
  device.prefersReducedMotion = 'no-preference';
});

test('several channels come in: each with its partial sum, and they add up to the sum', async () => {
  const run = started(onStripes(network({}, true)));
  const { views, weights } = await show(run, { kind: 'unit', layer: 1, unit: (4 * 8 + 4) * 2 }, 1);
  const channels = within(screen.getByRole('radiogroup', { name: 'Channels that come in' }));
  const partial = [0, 1].map((channel) => {
    let sum = 0;
    for (let p = 0; p < 3; p++)
      for (let q = 0; q < 3; q++)
        sum +=
          views.maps!.layers[0]!.outputs[((3 + p) * 8 + 3 + q) * 2 + channel]! *
          weights[1]!.kernel[((3 * p + q) * 2 + channel) * 2]!;
    return sum;
  });
  const said = channels
    .getAllByRole('radio')
    .map((radio) => numberOf(radio.parentElement?.textContent ?? ''));
  said.forEach((value, channel) => expect(Math.abs(value - partial[channel]!)).toBeLessThan(0.0011));
  const all = numberOf(screen.getByText('sum over 2 channels').nextElementSibling?.textContent ?? '');
  expect(Math.round(1000 * said[0]!) + Math.round(1000 * said[1]!)).toBe(Math.round(1000 * all));
  fireEvent.click(channels.getAllByRole('radio')[1]!);
  const one = numberOf(screen.getByText('channel 2: sum of the 9').nextElementSibling?.textContent ?? '');
  expect(one).toBe(said[1]);
  const products = gridOf('products');
  expect(products.reduce((total, value) => total + Math.round(1000 * value), 0)).toBe(Math.round(1000 * one));
  expect(screen.getByText('receptive field: rows 2–6, columns 2–6')).toBeTruthy();
});

test('a weight of the kernel is typed or stepped, and a kernel by name sets all nine: edits that keep the weights', async () => {
  const run = started(onStripes(network()));
  const { weights } = await show(run, unitAt(3, 4, 1));
  const cell = screen.getByRole('spinbutton', { name: 'weight at row 1, column 2' });
  fireEvent.keyDown(cell, { key: 'Enter' });
  const field = screen.getByRole('textbox', { name: 'weight at row 1, column 2' });
  fireEvent.change(field, { target: { value: '-1.5' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(edits.at(-1)?.patch).toEqual({ weights: [{ layer: 0, at: 5 * 2 + 1, value: -1.5 }] });
  fireEvent.keyDown(screen.getByRole('spinbutton', { name: 'weight at row 0, column 0' }), {
    key: 'ArrowUp',
  });
  const [changed] = (edits.at(-1)!.patch as Patch).weights!;
  expect(changed!.at).toBe(1);
  expect(changed!.value).toBeCloseTo(weights[0]!.kernel[1]! + 0.1, 6);

  fireEvent.click(screen.getByRole('radio', { name: 'By hand' }));
  expect(screen.getByText('It learns on from there.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'vertical edge' }));
  expect((edits.at(-1)!.patch as Patch).weights).toEqual(
    [-1, 0, 1, -1, 0, 1, -1, 0, 1].map((value, at) => ({ layer: 0, at: 2 * at + 1, value })),
  );
  fireEvent.click(screen.getByRole('switch', { name: /Freeze this layer/ }));
  const design = apply(designAt(run.experiment, 0), edits.at(-1)!.patch as Patch);
  expect(design.model.layers.map(({ trainable }) => trainable)).toEqual([
    false,
    undefined,
    undefined,
    undefined,
  ]);
});

test('backward: the kernel’s slope over the batch and the kernel before and after, not yet where the batch has not come to it', async () => {
  const run = started(onStripes(network()));
  await show(run, unitAt(3, 4, 1));
  // The trainer takes a batch ahead of time for it: only once somebody looks.
  expect(asked).not.toContain('anatomy');
  fireEvent.click(screen.getByRole('radio', { name: 'Backward' }));
  expect(asked).toContain('anatomy');
  const slopes = gridOf('slope');
  const [before, after] = [gridOf('kernel before'), gridOf('after')];
  advance(run, 'batch');
  const { kernel } = looked(run, ID).weights[0]!;
  after.forEach((value, cell) => expect(value).toBe(Number(kernel[2 * cell + 1]!.toFixed(3)) + 0));
  // Adam's first update moves every weight by the rate, against the sign of its slope.
  const moved = slopes.map((slope, cell) => (slope === 0 ? 0 : Math.sign(after[cell]! - before[cell]!)));
  expect(moved).toEqual(slopes.map((slope) => -Math.sign(slope) + 0));
  expect(moved.some((way) => way !== 0)).toBe(true);
  cleanup();
  advance(run, 'phase');
  await show(run, unitAt(3, 4, 1));
  fireEvent.click(screen.getByRole('radio', { name: 'Backward' }));
  expect(screen.getByText('slope: not yet')).toBeTruthy();
});

test('a drawn picture has maps of its own and no answer to be wrong about', async () => {
  const pixels = Array.from({ length: 64 }, (_, at) => (at % 8 === 4 ? 1 : 0));
  await show(started(onStripes(network())), unitAt(3, 4, 0), 0, pixels);
  expect(gridOf('window x')).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0]);
  fireEvent.click(screen.getByRole('radio', { name: 'Backward' }));
  expect(screen.getByText(/A drawn picture has no answer/)).toBeTruthy();
  expect(screen.queryByText(/slope δ/)).toBeNull();
});

test('of a kernel too large for its numbers one weight is picked by keys, and set below', async () => {
  const run = started(onStripes(network({ kernel_size: 7 })));
  await show(run, unitAt(3, 4, 1));
  const kernel = screen.getByRole('application', { name: /^Kernel w, row 3, column 3/ });
  fireEvent.keyDown(kernel, { key: 'ArrowUp' });
  fireEvent.keyDown(kernel, { key: 'ArrowRight' });
  const number = screen.getByRole('spinbutton', { name: 'weight at row 2, column 4' });
  fireEvent.keyDown(number, { key: 'Enter' });
  const field = screen.getByRole('textbox', { name: 'weight at row 2, column 4' });
  fireEvent.change(field, { target: { value: '0.25' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(edits.at(-1)!.patch).toEqual({ weights: [{ layer: 0, at: (2 * 7 + 4) * 2 + 1, value: 0.25 }] });
});

test('what follows: the pooling’s window over the map with its numbers, and the largest of them', async () => {
  const run = started(onStripes(network()));
  const { views } = await show(run, unitAt(3, 4, 1));
  const { outputs } = views.maps!.layers[0]!;
  const four = [2, 3].flatMap((row) => [4, 5].map((column) => outputs[(row * 8 + column) * 2 + 1]!));
  expect(screen.getByText('MaxPooling2D keeps the largest of each 2×2')).toBeTruthy();
  expect(screen.getByText(`max(${four.map((value) => value.toFixed(3)).join(', ')})`)).toBeTruthy();
  expect(screen.getByText(Math.max(...four).toFixed(3), { selector: 'b' })).toBeTruthy();
});

test('in Korean', async () => {
  useView.setState({ language: 'ko' });
  await show(started(onStripes(network())), unitAt(3, 4, 1));
  expect(screen.getByText('창의 가운데는 3행 4열, 0부터 센다. 창을 끌어 보세요.')).toBeTruthy();
  expect(screen.getByRole('table', { name: '커널 w' })).toBeTruthy();
});
