// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { dataSet, trainingRows } from '../../src/data/data.ts';
import { apply } from '../../src/experiment/apply.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import { chooseSet, chooseTarget, setFeature, setLoss } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { OutputPanel } from '../../src/panels/output/OutputPanel.tsx';
import type { EditOptions } from '../../src/state/experiment.ts';
import { useWork } from '../../src/state/store.ts';
import { useView } from '../../src/state/view.ts';
import type { Frame, Map2d, Weights } from '../../src/worker/frame.ts';
import { fetchParts } from '../../src/part.ts';

const edits = vi.hoisted(() => [] as { patch: Patch; options: EditOptions }[]);
vi.mock('../../src/state/experiment.ts', async (original) => ({
  ...(await original<object>()),
  edit: (patch: Patch, options: EditOptions = {}) => edits.push({ patch, options }),
}));

interface Shown {
  readonly design: Design;
  readonly weights?: readonly Weights[];
  /** What the output layer says to every row. */
  readonly outputs: readonly number[];
  readonly sums?: readonly number[];
  readonly losses?: readonly number[];
  readonly maps?: readonly Map2d[];
}

const fresh = useView.getState();
const show = ({ design, weights = [], outputs, sums = outputs, losses = outputs, maps }: Shown): void => {
  const reading = { loss: 0, val_loss: 0, right: 0, rows: 24, valRight: 0, valRows: 6, measured: 'now' };
  const points = {
    outputs: [Float32Array.from(outputs)],
    sums: [Float32Array.from(sums)],
    losses: Float32Array.from(losses),
  };
  const planes = maps ? { 'plane 0 all': maps } : {};
  const frame = {
    playing: false,
    weights,
    reading,
    views: { points, planes },
    callbacks: { files: [] },
  } as unknown as Frame;
  act(() => useWork.setState({ design, frame }));
};

const chosen = (...patches: ((design: Design) => Patch)[]): Design =>
  patches.reduce<Design>((design, patch) => apply(design, patch(design)), opening);
const line = chosen((design) => chooseSet(design, 'line'));
const score = chosen((design) => chooseSet(design, 'grades'));
const grade = chosen(
  (design) => chooseSet(design, 'grades'),
  (design) => chooseTarget(design, 'grade'),
);
const rowsOf = ({ data, fit }: Design) => {
  const { rows, answers, ids, places } = dataSet(data);
  return { rows, answers, ids, places, trained: trainingRows(data, fit.validation_split) };
};
const lineWeights: Weights = { kernel: Float32Array.of(0.5), bias: Float32Array.of(0.25) };
const curve = (region: Map2d['region']): Map2d => ({
  size: 2,
  rows: 1,
  region,
  values: Float32Array.of(-0.05, 0.55),
});

/** Training rows lose 0.25 each, validation rows 9: the loss of training is 0.25. */
const lossesOf = (design: Design): number[] => {
  const { rows, trained } = rowsOf(design);
  return Array.from({ length: rows }, (_, row) => (row < trained ? 0.25 : 9));
};
/** Predictions half a unit too high for training rows, 0.2 too low for validation rows. */
const offOf = (design: Design): number[] => {
  const { answers, trained } = rowsOf(design);
  return [...answers].map((answer, row) => answer + (row < trained ? 0.5 : -0.2));
};
const showLine = (design = line): void =>
  show({
    design,
    weights: [lineWeights],
    outputs: offOf(design),
    losses: lossesOf(design),
    maps: [curve(dataSet(design.data).region)],
  });

beforeAll(() => fetchParts());
beforeEach(() => {
  edits.length = 0;
  useView.setState(fresh, true);
});
afterEach(cleanup);

test('one input is drawn as y against x, with the curve of ŷ and the loss as the mean area of squares', () => {
  showLine();
  const { container } = render(<OutputPanel />);
  expect(screen.getByRole('img', { name: 'ŷ over x, as a curve' })).toBeTruthy();
  expect(screen.getByText(/their mean area/).textContent).toContain('0.250');
  // 24 training rows, all predicted too high: as many squares in the one path.
  const squares = [...container.querySelectorAll('path')].filter((path) =>
    /h[\d.]+v/.test(path.getAttribute('d') ?? ''),
  );
  expect(squares).toHaveLength(1);
  expect(squares[0]?.getAttribute('d')?.match(/Z/g)).toHaveLength(24);
});

test('the score is the mean size of the errors of the validation points', () => {
  showLine();
  render(<OutputPanel />);
  expect(screen.getByText(/typical error/).textContent).toBe('typical error, validation 0.200');
  expect(screen.queryByText(/wrong/)).toBeNull();
});

test('under mean_absolute_error the errors are bars, under huber they are not drawn', () => {
  showLine(apply(line, setLoss(line, 'mean_absolute_error')));
  const { rerender } = render(<OutputPanel />);
  expect(screen.getByText(/their mean length/).textContent).toContain('0.250');
  showLine(apply(line, setLoss(line, 'huber')));
  rerender(<OutputPanel />);
  expect(screen.queryByText(/mean length|mean area/)).toBeNull();
});

test('hidden predictions hide the curve, the squares, the handles and the score', () => {
  showLine();
  useView.setState({ predictionsHidden: true });
  render(<OutputPanel />);
  expect(screen.queryByRole('img', { name: /as a curve/ })).toBeNull();
  expect(screen.queryByText(/mean area|typical error/)).toBeNull();
  expect(screen.queryAllByRole('slider')).toEqual([]);
  expect(screen.getAllByRole('button', { name: /^Point/ })[0]?.getAttribute('aria-label')).not.toMatch(
    /predicted/,
  );
});

test('an arrow key on a handle of the line sets w and b', () => {
  showLine();
  render(<OutputPanel />);
  const [handle] = screen.getAllByRole('slider');
  if (!handle) throw new Error('One linear neuron should have a handle on its line.');
  fireEvent.keyDown(handle, { key: 'ArrowUp', shiftKey: true });
  const changes = edits[0]?.patch.weights ?? [];
  expect(changes.map(({ layer, at }) => [layer, at])).toEqual([
    [0, 0],
    [0, 1],
  ]);
  // The line y = 0.5x + 0.25 is seen from x = −1.2 to 1.2: its handles stand at x = −0.8 and 0.8. A tenth of the 2.4 of
  // y up at the left one: (0.65 − 0.09) / 1.6.
  expect(changes[0]?.value).toBeCloseTo((0.65 - (-0.15 + 0.24)) / 1.6, 5);
});

test('points of x against y are moved in both, and added without an answer to choose', () => {
  showLine();
  render(<OutputPanel />);
  const [point] = screen.getAllByRole('button', { name: /^Point/ });
  if (!point) throw new Error('There should be points.');
  expect(point.getAttribute('aria-label')).toMatch(/^Point \(.*\), predicted .*, error 0\.500$/);
  fireEvent.keyDown(point, { key: 'Enter' });
  fireEvent.keyDown(point, { key: 'ArrowUp' });
  expect(edits[0]?.patch.data?.changes?.[0]).toMatchObject({ op: 'move' });
  act(() => useView.setState({ tool: 'add' }));
  const plane = screen.getByRole('application', { name: /^Add points\./ });
  act(() => plane.focus());
  fireEvent.keyDown(plane, { key: 'Enter' });
  expect(edits[1]?.patch.data?.changes?.[0]).toMatchObject({ op: 'add', x: [0, 0] });
});

test('a number over two inputs is coloured between the ends of its target, and a pointed row says its error', () => {
  const { ids, answers } = rowsOf(score);
  const outputs = [...answers].map((answer) => answer - 3.7);
  const { region } = dataSet(score.data);
  const map = { size: 2, rows: 2, region, values: new Float32Array(4).fill(50) };
  show({ design: score, outputs, maps: [map] });
  render(<OutputPanel />);
  expect(screen.getByRole('img', { name: 'Colours of ŷ: 0 · 50 · 100' })).toBeTruthy();
  expect(screen.getByText(/typical error/).textContent).toBe('typical error, validation 3.7');
  act(() => useView.setState({ hovered: { kind: 'point', id: ids[0] ?? 0 } }));
  const [answer = 0] = answers;
  expect(screen.getByText(/^error/).parentElement?.textContent).toBe(
    `y ${answer.toFixed(1)}, ŷ ${(answer - 3.7).toFixed(1)}, error −3.7`,
  );
  expect(screen.getByText('attendance x₂')).toBeTruthy();
});

test('classes with names are called by them, and the softmax of the first validation point adds up', () => {
  const { rows, trained, answers } = rowsOf(grade);
  const third = Array.from({ length: 3 * rows }, () => 1 / 3);
  show({ design: grade, outputs: third, sums: third.map(() => -2), losses: [] });
  render(<OutputPanel />);
  const name = 'ABC'[answers[trained] ?? 0];
  expect(screen.getByText(/^at the point/).textContent).toMatch(new RegExp(`answer ${name}$`));
  const table = screen.getByRole('table');
  const row = (title: string) =>
    within(within(table).getByRole('rowheader', { name: title }).closest('tr') as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(row('A')).toEqual(['−2.000', '1.000', '0.334']);
  expect(row('C')).toEqual(['−2.000', '1.000', '0.333']);
  expect(row('sum')).toEqual(['3.000', '1.000']);
  expect(screen.getAllByRole('button', { name: /answer A, predicted A, right/ })).not.toEqual([]);
  expect(screen.getAllByRole('button', { name: /answer C, predicted A, wrong/ })).not.toEqual([]);
});

test('in Korean the softmax table has its own words', () => {
  const { rows } = rowsOf(grade);
  useView.setState({ language: 'ko' });
  show({ design: grade, outputs: Array.from({ length: 3 * rows }, () => 1 / 3), losses: [] });
  render(<OutputPanel />);
  expect(screen.getByText('점수 → 지수함수 → 확률')).toBeTruthy();
  expect(screen.getByText('출석률 x₂')).toBeTruthy();
});

test('with an input made by hand one neuron has no line to drag, but a boundary that is read off the map', () => {
  const design = chosen((each) => setFeature(each, 'x1_x2', true));
  const values = Float32Array.of(0, 1, 1, 0);
  const region = dataSet(design.data).region;
  show({
    design,
    weights: [{ kernel: Float32Array.of(1, 1, -2), bias: Float32Array.of(-0.5) }],
    outputs: [0, 1, 1, 0],
    maps: [{ size: 2, rows: 2, values, region }],
  });
  const { container } = render(<OutputPanel />);
  expect(screen.queryAllByRole('slider')).toEqual([]);
  expect(container.querySelector('path[class*="boundary"]')).toBeTruthy();
});
