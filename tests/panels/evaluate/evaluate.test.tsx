// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { dataSet, trainingRows } from '../../../src/data/data.ts';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { EvaluateDetail } from '../../../src/panels/evaluate/EvaluateDetail.tsx';
import { EvaluatePanel } from '../../../src/panels/evaluate/EvaluatePanel.tsx';
import type { Move } from '../../../src/state/experiment.ts';
import { useWork } from '../../../src/state/store.ts';
import { look, useView } from '../../../src/state/view.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import { patching, stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => ({
  ...(await original<object>()),
  edit: (move: Move, options?: object) => patching(edit, () => useWork.getState().design)(move, options),
}));
vi.mock('../../../src/state/frames.ts', () => ({ show: () => () => {}, refresh: () => {} }));
afterEach(() => {
  cleanup();
  document.documentElement.lang = 'en';
});

const evaluation = (rows: number, right: number, loss: number) => ({
  rows,
  right,
  loss,
  metrics: { accuracy: right / rows, precision: 0.625 },
});

/** Lets the frame say these outputs for the rows of the design's data. */
const say = (outputs: readonly number[]): void => {
  const points = {
    outputs: [Float32Array.from(outputs)],
    sums: [],
    losses: new Float32Array(outputs.length),
  };
  useWork.setState({ frame: { views: { points } } as unknown as Frame });
};

/** Outputs that are right everywhere, but for the rows named: there this much. */
const but = ({ data }: Design, wrong: Readonly<Record<number, number>>): number[] =>
  [...dataSet(data).answers].map((answer, row) => wrong[row] ?? answer);

/** Grades with A, B and C to tell apart, as choosing them leaves the design. */
const graded = (): Design => {
  const change = apply(opening, chooseSet(opening, 'grades'));
  const layers = change.model.layers.map((layer) => ({ ...layer, units: 3, activation: 'softmax' as const }));
  return stage({ ...change, data: { ...change.data, target: 'grade' }, model: { layers } });
};

test('validation is what is judged by; both sets stand beside each other', () => {
  stage(
    { data: { noise: 0.1, points: 160 }, compile: { metrics: ['accuracy', 'precision'] } },
    { views: { evaluation: { train: evaluation(128, 123, 0.317), validation: evaluation(32, 30, 0.334) } } },
  );
  render(<EvaluatePanel />);
  expect(screen.getByText('Validation accuracy')).toBeTruthy();
  expect(screen.getByText('30 of 32 right, 2 wrong')).toBeTruthy();
  expect(screen.getByText('0.334')).toBeTruthy();
  expect(screen.getByText('train 0.317')).toBeTruthy();
  expect(screen.getByText('binary_crossentropy')).toBeTruthy();
  const precision = within(screen.getByRole('row', { name: /^precision/ })).getAllByRole('cell');
  expect(precision.map((cell) => cell.textContent)).toEqual(['0.625', '0.625']);
  expect(screen.getByRole('meter', { name: 'Accuracy, validation' }).getAttribute('value')).toBe('0.9375');
  expect(screen.getByText('model.evaluate(x_val, y_val)')).toBeTruthy();
});

test('a metric that cannot be had with these answers has no value, and one that can has its own', () => {
  const blobs = apply(opening, chooseSet(opening, 'blobs'));
  const values = (loss: Design['compile']['loss']) => {
    const compile = { ...blobs.compile, loss, metrics: ['accuracy', 'precision'] } as const;
    stage(
      { ...blobs, compile },
      { views: { evaluation: { train: evaluation(10, 9, 0.3), validation: null } } },
    );
    render(<EvaluatePanel />);
    const cells = within(screen.getByRole('row', { name: /^precision/ })).getAllByRole('cell');
    cleanup();
    return cells.map((cell) => cell.textContent);
  };
  expect(values('sparse_categorical_crossentropy')).toEqual(['–']);
  expect(values('categorical_crossentropy')).toEqual(['0.625']);
});

test('four points have no validation, and it says why', () => {
  stage({}, { views: { evaluation: { train: evaluation(4, 2, 0.626), validation: null } } });
  render(<EvaluatePanel />);
  expect(screen.getByText('Training accuracy')).toBeTruthy();
  expect(screen.getByText('Four points only: none set aside for validation.')).toBeTruthy();
  expect(screen.getAllByRole('meter')).toHaveLength(1);
  expect(screen.getByText('model.evaluate(x, y)')).toBeTruthy();
});

test('a metric is added here as it is in Compile', () => {
  const { compile } = stage();
  render(<EvaluatePanel />);
  fireEvent.click(screen.getByRole('menuitem', { name: /^mse/, hidden: true }));
  expect(edit).toHaveBeenLastCalledWith(
    { compile: { metrics: [...compile.metrics, 'mse'] } },
    expect.anything(),
  );
});

test('the confusion matrix counts validation or training points, as chosen', () => {
  const design = stage({ data: { noise: 0.1, points: 160 } });
  const data = dataSet(design.data);
  const train = trainingRows(design.data, design.fit.validation_split);
  say(but(design, { 0: 1 - (data.answers[0] ?? 0) }));
  render(<EvaluateDetail />);
  expect(screen.getByText('No point is answered wrongly.')).toBeTruthy();
  const total = () => screen.getAllByRole('table')[0]?.querySelector('strong')?.textContent;
  expect(total()).toBe(String(data.rows - train));
  fireEvent.click(screen.getByRole('radio', { name: 'train' }));
  expect(total()).toBe(String(train));
  expect(screen.queryByText('No point is answered wrongly.')).toBeNull();
});

test('wrong points come surest first; pointing at one shows it everywhere, its cell of the matrix included', () => {
  stage();
  // AND at (0, 0), (0, 1), (1, 0), (1, 1): the second is wrong, the third more surely so.
  say([0.1, 0.6, 0.9, 0.8]);
  render(<EvaluateDetail />);
  const points = within(screen.getByRole('region', { name: /Surest mistakes/ })).getAllByRole('button');
  expect(points.map((point) => point.textContent)).toEqual(['0 → 1 0.900 (1, 0)', '0 → 1 0.600 (0, 1)']);
  const [surest] = points;
  if (!surest) throw new Error('No wrong point is listed.');
  fireEvent.focus(surest);
  expect(useView.getState().hovered).toEqual({ kind: 'point', id: 2 });
  fireEvent.click(surest);
  expect(useView.getState().pinned).toBe(2);
  expect(surest.getAttribute('aria-pressed')).toBe('true');
  const cells = screen.getAllByRole('cell').filter((cell) => cell.className.includes('marked'));
  expect(cells.map((cell) => cell.title)).toEqual(['answer 0, predicted 1: 2']);
});

test('the lowest precision and the lowest recall are each bold and said in words', () => {
  stage();
  // The answers are 0 0 0 1: two are taken for 1 that are 0.
  say([0.1, 0.6, 0.9, 0.8]);
  render(<EvaluateDetail />);
  const rates = within(screen.getByRole('table', { name: 'Precision and recall of each class' }));
  const bold = rates.getAllByRole('cell').filter((cell) => cell.className.includes('least'));
  expect(bold.map((cell) => cell.textContent)).toEqual(['0.333', '0.333']);
  expect(screen.getByText(/of what it calls 1, 0\.333 is 1/)).toBeTruthy();
  expect(screen.getByText(/of what really is 0 it finds 0\.333/)).toBeTruthy();
});

test('classes that have names are called by them in the matrix, the table and the list', () => {
  const design = graded();
  const { answers, rows } = dataSet(design.data);
  const train = trainingRows(design.data, design.fit.validation_split);
  const row = [...answers].findIndex((answer, at) => at >= train && answer === 0);
  const outputs = [...answers].flatMap((answer, at) =>
    [0, 1, 2].map((c) => (c === (at === row ? 2 : answer) ? 0.75 : 0.125)),
  );
  expect(outputs).toHaveLength(3 * rows);
  say(outputs);
  render(<EvaluateDetail />);
  expect(screen.getByTitle('answer A, predicted C: 1')).toBeTruthy();
  expect(screen.getAllByRole('rowheader', { name: 'B' })).toHaveLength(2);
  const [mistake] = within(screen.getByRole('region', { name: /Surest/ })).getAllByRole('button');
  expect(mistake?.textContent).toContain('A → C 0.750');
});

test('while predictions are hidden, nothing here gives them away', () => {
  stage();
  say([0.1, 0.6, 0.9, 0.8]);
  look({ predictionsHidden: true });
  render(<EvaluateDetail />);
  expect(screen.queryByRole('table')).toBeNull();
  cleanup();
  stage({}, { views: { evaluation: { train: evaluation(4, 2, 0.626), validation: null }, predict: [0.4] } });
  look({ predictionsHidden: true });
  render(<EvaluatePanel />);
  expect(screen.getByText('Predictions are hidden. Press H to show them.')).toBeTruthy();
  expect(screen.queryByRole('meter')).toBeNull();
  expect(screen.queryByText(/2 of 4/)).toBeNull();
  expect(screen.queryByText(/0\.4/)).toBeNull();
});
