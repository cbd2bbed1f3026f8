// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { dataSet, trainingRows } from '../../../src/data/data.ts';
import type { Design } from '../../../src/experiment/experiment.ts';
import { EvaluateDetail } from '../../../src/panels/evaluate/EvaluateDetail.tsx';
import { EvaluatePanel } from '../../../src/panels/evaluate/EvaluatePanel.tsx';
import { useWork } from '../../../src/state/store.ts';
import { look, useView } from '../../../src/state/view.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import { stage } from '../stage.ts';

vi.mock('../../../src/state/frames.ts', () => ({ show: () => () => {}, refresh: () => {} }));
afterEach(cleanup);

const evaluation = (rows: number, right: number, loss: number) => ({
  rows,
  right,
  loss,
  metrics: { accuracy: right / rows },
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

test('validation is what is judged by; both sets stand beside each other', () => {
  stage(
    { data: { noise: 0.1, points: 160 } },
    { views: { evaluation: { train: evaluation(128, 123, 0.317), validation: evaluation(32, 30, 0.334) } } },
  );
  render(<EvaluatePanel />);
  expect(screen.getByText('Validation accuracy')).toBeTruthy();
  expect(screen.getByText('30 of 32 right, 2 wrong')).toBeTruthy();
  const losses = within(screen.getByRole('row', { name: /^loss/ })).getAllByRole('cell');
  expect(losses.map((cell) => cell.textContent)).toEqual(['0.317', '0.334']);
  expect(screen.getByRole('meter', { name: 'Accuracy, validation' }).getAttribute('value')).toBe('0.9375');
});

test('four points have no validation, and it says why', () => {
  stage({}, { views: { evaluation: { train: evaluation(4, 2, 0.626), validation: null } } });
  render(<EvaluatePanel />);
  expect(screen.getByText('Training accuracy')).toBeTruthy();
  expect(screen.getByText('Four points only: none set aside for validation.')).toBeTruthy();
  expect(screen.getAllByRole('meter')).toHaveLength(1);
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

test('wrong points come surest first; pointing at one shows it everywhere', () => {
  stage();
  // AND at (0, 0), (0, 1), (1, 0), (1, 1): the second is wrong, the third more surely so.
  say([0.1, 0.6, 0.9, 0.8]);
  render(<EvaluateDetail />);
  const points = within(screen.getByRole('region', { name: /Wrong points/ })).getAllByRole('button');
  expect(points.map((point) => point.textContent)).toEqual([
    '(1.00, 0.00) 0 → 1 0.900',
    '(0.00, 1.00) 0 → 1 0.600',
  ]);
  const [surest] = points;
  if (!surest) throw new Error('No wrong point is listed.');
  fireEvent.focus(surest);
  expect(useView.getState().hovered).toEqual({ kind: 'point', id: 2 });
  fireEvent.click(surest);
  expect(useView.getState().selected).toEqual({ kind: 'point', id: 2 });
  expect(surest.getAttribute('aria-pressed')).toBe('true');
});

test('while predictions are hidden, nothing here gives them away', () => {
  stage();
  say([0.1, 0.6, 0.9, 0.8]);
  look({ predictionsHidden: true });
  render(<EvaluateDetail />);
  expect(screen.queryByRole('table')).toBeNull();
  cleanup();
  stage({}, { views: { evaluation: { train: evaluation(4, 2, 0.626), validation: null } } });
  look({ predictionsHidden: true });
  render(<EvaluatePanel />);
  expect(screen.getByText('Predictions are hidden. Press H to show them.')).toBeTruthy();
  expect(screen.queryByRole('meter')).toBeNull();
  expect(screen.queryByText(/2 of 4/)).toBeNull();
});
