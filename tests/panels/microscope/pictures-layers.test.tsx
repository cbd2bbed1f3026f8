// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LayerSpec } from '../../../src/engine/layers/index.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { Microscope } from '../../../src/panels/microscope/Microscope.tsx';
import { progressOf } from '../../../src/panels/microscope/pictures/Flight.tsx';
import { fetchParts } from '../../../src/part.ts';
import { lookAway, type Selection, useView } from '../../../src/state/view.ts';
import { probeKey } from '../../../src/worker/frame.ts';
import type { Run } from '../../../src/worker/run.ts';
import { looked, onStripes } from '../../worker/looking.ts';
import { started } from '../../worker/runs.ts';

// Poolings, Flatten and Dense under the Microscope, over real runs on stripes of 8 × 8.

const now = vi.hoisted(() => ({ frame: null as unknown, views: {} as unknown, design: null as unknown }));
const edits = vi.hoisted(() => [] as unknown[]);
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useViews: () => now.views,
  useShows: () => undefined,
}));
vi.mock('../../../src/state/experiment.ts', () => ({
  useDesign: () => now.design,
  edit: (patch: unknown) => edits.push(patch),
}));

const ID = 16;
const network = (...middle: LayerSpec[]): LayerSpec[] => [
  { type: 'Conv2D', id: 1, filters: 3, kernel_size: 3, padding: 'same', activation: 'tanh' },
  ...middle,
  { type: 'Dense', id: 9, units: 4, activation: 'softmax' },
];
const flatten: LayerSpec = { type: 'Flatten', id: 8 };

const show = async (run: Run, selected: Extract<Selection, { kind: 'unit' }>) => {
  const frame = looked(run, ID, selected.layer);
  Object.assign(now, { frame, views: frame.views, design: run.setup.design });
  useView.setState({ selected, microscope: true });
  render(<Shown />);
  await act(() => fetchParts());
  const key = probeKey({ kind: 'anatomy', point: ID, layer: selected.layer });
  return { ...frame.views.maps!, weights: frame.weights, anatomy: frame.views.anatomies![key]! };
};
const Shown = () => {
  const selected = useView((view) => view.selected);
  return selected && <Microscope selected={selected} />;
};
const numberOf = (words: string | null | undefined): number => Number((words ?? '').replace('−', '-'));
const printed = (value: number): string => value.toFixed(3).replace('-', '−').replace('−0.000', '0.000');
const signed = (value: number): string => (value >= 0.0005 ? '+' : '') + printed(value);
const whole = (value: number): number => Math.round(1000 * value);
const cellsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('cell')
    .map((cell) => numberOf(cell.textContent));

beforeEach(() => {
  edits.length = 0;
  useView.setState({ ...useView.getInitialState(), pinned: ID, digits: 3 }, true);
});
afterEach(() => {
  cleanup();
  lookAway();
});

test('MaxPooling2D names the largest with its row and column, and sends the slope there alone', async () => {
  const run = started(onStripes(network({ type: 'MaxPooling2D', id: 2, pool_size: 2 }, flatten)));
  const unit = (1 * 4 + 2) * 3 + 1;
  const { layers, anatomy } = await show(run, { kind: 'unit', layer: 1, unit });
  const cells = [2, 3].flatMap((row) =>
    [4, 5].map((column) => ({ row, column, value: layers[0]!.outputs[(row * 8 + column) * 3 + 1]! })),
  );
  expect(cellsOf('window x')).toEqual(cells.map(({ value }) => numberOf(printed(value))));
  const best = cells.reduce((a, b) => (b.value > a.value ? b : a));
  expect(
    screen.getByText(`the largest: row ${best.row}, column ${best.column} of what comes in`),
  ).toBeTruthy();
  expect(screen.getByText('largest of the 4').closest('div')?.querySelector('dd')?.textContent).toBe(
    printed(best.value),
  );
  const slope = anatomy.point!.layers[1]!.delta[unit]!;
  expect(
    screen.getByText(
      `The slope ${signed(slope)} that reaches this cell goes to row ${best.row}, column ${best.column} alone; the others get 0.`,
    ),
  ).toBeTruthy();
  expect(cellsOf('slope that each cell gets')).toEqual(
    cells.map((cell) => (cell === best ? numberOf(printed(slope)) : 0)),
  );
});

test('AveragePooling2D with padding: the mean is over the cells on the map, whose printed numbers add up', async () => {
  const pool: LayerSpec = { type: 'AveragePooling2D', id: 2, pool_size: 3, strides: 2, padding: 'same' };
  const run = started(onStripes(network(pool, flatten)));
  // ⌈8 / 2⌉ = 4 stops; one row and column of padding, after the last (Keras's rule): the last window has 2 × 2 cells.
  const unit = (3 * 4 + 3) * 3;
  const { layers, anatomy } = await show(run, { kind: 'unit', layer: 1, unit });
  const inside = [6, 7].flatMap((row) => [6, 7].map((column) => layers[0]!.outputs[(row * 8 + column) * 3]!));
  const said = cellsOf('window x');
  expect([2, 5, 6, 7, 8].map((cell) => said[cell])).toEqual([0, 0, 0, 0, 0]);
  const sum = numberOf(screen.getByText('sum of the 4').nextElementSibling?.textContent);
  expect(said.reduce((total, value) => total + whole(value), 0)).toBe(whole(sum));
  const mean = inside.reduce((total, value) => total + value, 0) / 4;
  expect(screen.getByText('mean of the 4').closest('div')?.querySelector('dd')?.textContent).toBe(
    printed(mean),
  );
  expect(screen.getByText(/is shared out evenly among 4 cells/)).toBeTruthy();
  const given = cellsOf('slope that each cell gets').reduce((total, value) => total + whole(value), 0);
  expect(given).toBe(whole(anatomy.point!.layers[1]!.delta[unit]!));
  expect(screen.getByText('Padding counts for nothing.')).toBeTruthy();
});

test('GlobalAveragePooling2D has one window over the whole map', async () => {
  const run = started(onStripes(network({ type: 'GlobalAveragePooling2D', id: 2 })));
  const { layers } = await show(run, { kind: 'unit', layer: 1, unit: 2 });
  const map = Array.from({ length: 64 }, (_, at) => layers[0]!.outputs[at * 3 + 2]!);
  const mean = map.reduce((total, value) => total + value, 0) / 64;
  expect(screen.getByText('mean of the 64').closest('div')?.querySelector('dd')?.textContent).toBe(
    printed(mean),
  );
  expect(screen.getByText('receptive field: rows 0–7, columns 0–7')).toBeTruthy();
});

test('Flatten: a cell names its place, and the place its cell, by keys and by pointer', async () => {
  const run = started(onStripes(network(flatten)));
  await show(run, { kind: 'unit', layer: 1, unit: (2 * 8 + 5) * 3 + 1 });
  expect(screen.getByText('place 64 of 192, counted from 0')).toBeTruthy();
  expect(screen.getByText('place = (row × 8 + column) × 3 + channel')).toBeTruthy();
  const line = () => screen.getByText(/^= \(/).textContent;
  expect(line()).toBe('= (2 × 8 + 5) × 3 + 1 = 64');
  const [map, list] = screen.getAllByRole('application');
  fireEvent.keyDown(map!, { key: 'ArrowDown' });
  expect(line()).toBe('= (3 × 8 + 5) × 3 + 1 = 88');
  fireEvent.keyDown(list!, { key: 'ArrowRight' });
  expect(line()).toBe('= (3 × 8 + 5) × 3 + 2 = 89');
  // The list is 640 px long until it was measured.
  fireEvent.pointerMove(list!, { clientX: (12.5 * 640) / 192, clientY: 1, pointerType: 'mouse' });
  expect(line()).toBe('= (0 × 8 + 4) × 3 + 0 = 12');
  fireEvent.pointerLeave(list!);
  expect(line()).toBe('= (3 × 8 + 5) × 3 + 2 = 89');
  fireEvent.click(screen.getAllByRole('radio')[0]!);
  expect(line()).toBe('= (3 × 8 + 5) × 3 + 0 = 87');
});

test('cells fly in the order of their places, each from its map to its place', () => {
  expect(progressOf(0, 100, 0)).toBe(0);
  expect(progressOf(0, 100, 10_000)).toBe(1);
  expect(progressOf(99, 100, 10_000)).toBe(1);
  for (let time = 50; time < 1500; time += 50) {
    const shares = Array.from({ length: 100 }, (_, place) => progressOf(place, 100, time));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  }
});

test('Dense: the eight largest terms, the others together and b add up as printed to z', async () => {
  const run = started(onStripes(network(flatten)));
  const { layers, weights } = await show(run, { kind: 'unit', layer: 2, unit: 3 });
  const terms = Array.from(
    { length: 192 },
    (_, input) => layers[1]!.outputs[input]! * weights[2]!.kernel[input * 4 + 3]!,
  );
  const order = [...terms.keys()].toSorted((a, b) => Math.abs(terms[b]!) - Math.abs(terms[a]!));
  const table = within(screen.getByRole('table', { name: 'The largest terms of the sum' }));
  const rows = table.getAllByRole('row').slice(1);
  const named = rows.slice(0, 8).map((row) => row.querySelector('th')?.textContent);
  expect(named).toEqual(
    order
      .slice(0, 8)
      .map(
        (place) =>
          `map ${(place % 3) + 1}, row ${Math.floor(place / 24)}, column ${Math.floor(place / 3) % 8}`,
      ),
  );
  expect(rows[8]?.querySelector('th')?.textContent).toBe('184 others together');
  const products = rows.map((row) => whole(numberOf(row.querySelector('td:last-child')?.textContent)));
  const z = products.pop()!;
  expect(products.reduce((total, value) => total + value, 0)).toBe(z);
  expect(z).toBe(whole(layers[2]!.sums[3]!));
  products
    .slice(0, 8)
    .forEach((value, at) => expect(Math.abs(value - 1000 * terms[order[at]!]!)).toBeLessThan(1.1));
});

test('the output’s softmax is taken apart, its slope is ŷ − y, and a weight is set where it stands', async () => {
  const run = started(onStripes(network(flatten)));
  const { layers, anatomy } = await show(run, { kind: 'unit', layer: 2, unit: 0 });
  const shares = within(screen.getByRole('table', { name: /Scores/ }));
  expect(shares.getAllByRole('row')).toHaveLength(6);
  // Picture 16 is of class 0.
  const said = screen.getAllByRole('math').map((each) => each.getAttribute('aria-label'));
  const y = layers[2]!.outputs[0]!;
  expect(said).toContain(
    `${printed(y)} (ŷ) − 1.000 (y) = ${printed(anatomy.point!.layers[2]!.delta[0]!)} (ŷ − y)`,
  );
  expect(anatomy.point!.layers[2]!.delta[0]).toBeCloseTo(y - 1, 6);
  const [weight] = screen.getAllByRole('spinbutton', { name: /^weight from map/ });
  fireEvent.keyDown(weight!, { key: 'Enter' });
  const field = screen.getByRole('textbox', { name: /^weight from map/ });
  fireEvent.change(field, { target: { value: '2' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  const [change] = (edits.at(-1) as Patch).weights!;
  expect([change!.layer, change!.at % 4, change!.value]).toEqual([2, 0, 2]);
});

test('a layer that passes on shows what comes in, what goes out and the slope; hidden predictions stay hidden', async () => {
  const run = started(onStripes(network({ type: 'Dropout', id: 2, rate: 0.5 }, flatten)));
  const { layers } = await show(run, { kind: 'unit', layer: 1, unit: 31 });
  const value = printed(layers[0]!.outputs[31]!);
  expect(screen.getByText('comes in').nextElementSibling?.textContent).toBe(value);
  expect(screen.getByText('goes out').nextElementSibling?.textContent).toBe(value);
  cleanup();
  useView.setState({ predictionsHidden: true });
  await show(run, { kind: 'unit', layer: 3, unit: 0 });
  expect(screen.getByText(/Predictions are hidden/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

test('of the last layer the loss can be looked into: −ln of what the answer’s class was given', async () => {
  const run = started(onStripes(network(flatten)));
  const { layers, anatomy } = await show(run, { kind: 'unit', layer: 2, unit: 1 });
  fireEvent.change(screen.getByRole('combobox', { name: 'What is looked into' }), {
    target: { value: 'loss' },
  });
  expect(useView.getState().selected).toEqual({ kind: 'loss' });
  // Picture 16 is of class 0.
  const given = layers[2]!.outputs[0]!;
  expect(screen.getByText('loss of this picture').nextElementSibling?.textContent).toBe(
    printed(-Math.log(given)),
  );
  expect(anatomy.point!.loss).toBeCloseTo(-Math.log(given), 5);
});
