// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { dataSet, trainingRows } from '../../../src/data/data.ts';
import type { SetName } from '../../../src/data/sets/index.ts';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { EvaluateDetail } from '../../../src/panels/evaluate/EvaluateDetail.tsx';
import { EvaluatePanel } from '../../../src/panels/evaluate/EvaluatePanel.tsx';
import { useWork } from '../../../src/state/store.ts';
import { look, useView } from '../../../src/state/view.ts';
import type { Frame, Probe, Views } from '../../../src/worker/frame.ts';
import { stage } from '../stage.ts';

const { show } = vi.hoisted(() => ({ show: vi.fn<(probe: Probe) => () => void>(() => () => {}) }));
vi.mock('../../../src/state/frames.ts', () => ({ show, refresh: () => {} }));
// happy-dom lays nothing out.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
afterEach(() => {
  cleanup();
  document.documentElement.lang = 'en';
});

const on = (set: SetName): Design => stage(apply(opening, chooseSet(opening, set)));

const answer = (views: Views): void => {
  useWork.setState({ frame: { views } as unknown as Frame });
};

/** Predictions that are right but for this much, row by row. */
const off = ({ data }: Design, by: (row: number) => number): Views => {
  const outputs = [Float32Array.from(dataSet(data).answers, (value, row) => value + by(row))];
  return { points: { outputs, sums: [], losses: new Float32Array(0) } };
};

/** Training rows 2 too high, validation rows 5 too low. */
const lopsided = (design: Design): Views => {
  const train = trainingRows(design.data, design.fit.validation_split);
  return off(design, (row) => (row < train ? 2 : -5));
};

test('numbers are judged by the typical error in the unit of the answer, and no accuracy is claimed', () => {
  answer(lopsided(on('grades')));
  render(<EvaluatePanel />);
  expect(screen.getByText('Typical error, validation')).toBeTruthy();
  expect(screen.getByText(/On average the predicted score is 5\.0 off/)).toBeTruthy();
  expect(screen.getByRole('meter', { name: 'Typical error, train' }).getAttribute('value')).toMatch(/^2/);
  expect(screen.queryByText(/ right, /)).toBeNull();
  cleanup();
  look({ language: 'ko' });
  document.documentElement.lang = 'ko';
  render(<EvaluatePanel />);
  expect(screen.getByText(/예측한 점수는 정답에서 평균 5\.0만큼 벗어난다/)).toBeTruthy();
});

test('loss and metrics of numbers are those that were compiled', () => {
  const design = on('grades');
  const set = (loss: number) => ({ rows: 1, right: 0, loss, metrics: { mae: 2.5, r2_score: 0.875 } });
  useWork.setState({
    design: { ...design, compile: { ...design.compile, metrics: ['mae', 'r2_score'] } },
    frame: { views: { evaluation: { train: set(9.5), validation: set(12.25) } } } as unknown as Frame,
  });
  render(<EvaluatePanel />);
  expect(screen.getByText('12.250')).toBeTruthy();
  expect(screen.getByText('mean_squared_error')).toBeTruthy();
  expect(within(screen.getByRole('row', { name: /^r2_score/ })).getAllByText('0.875')).toHaveLength(2);
});

test('predictions lie against answers, training filled and validation hollow, right on the diagonal', () => {
  const design = on('grades');
  const { rows } = dataSet(design.data);
  answer(off(design, () => 0));
  render(<EvaluateDetail />);
  const chart = screen.getByRole('img', {
    name: `Predictions against answers, ${rows} points; typical error 0.0`,
  });
  const points = [...chart.querySelectorAll('circle')];
  expect(points).toHaveLength(rows);
  const train = trainingRows(design.data, design.fit.validation_split);
  expect(points.filter((point) => point.getAttribute('class')?.includes('hollow'))).toHaveLength(
    rows - train,
  );
  const [, from, to] = /M([\d. ]+)L([\d. ]+)/.exec(
    [...chart.querySelectorAll('path')]
      .find((path) => path.getAttribute('class')?.includes('diagonal'))
      ?.getAttribute('d') ?? '',
  ) as unknown as [string, string, string];
  const [x0 = 0, y0 = 0] = from.split(' ').map(Number);
  const [x1 = 0, y1 = 0] = to.split(' ').map(Number);
  for (const point of points) {
    const [x, y] = [Number(point.getAttribute('cx')), Number(point.getAttribute('cy'))];
    expect(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)).toBeCloseTo(y, 3);
  }
});

test('the errors of the chosen set are counted, too low and too high', () => {
  const design = on('grades');
  const { rows } = dataSet(design.data);
  const train = trainingRows(design.data, design.fit.validation_split);
  answer(lopsided(design));
  render(<EvaluateDetail />);
  expect(screen.getByText(`${rows - train} too low, 0 too high, the furthest 5.0 off`)).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'train' }));
  expect(screen.getByText(`0 too low, ${train} too high, the furthest 2.0 off`)).toBeTruthy();
});

test('the largest errors come first, with their sign; pointing at one shows it everywhere', () => {
  const design = on('line');
  const { ids, answers } = dataSet(design.data);
  const train = trainingRows(design.data, design.fit.validation_split);
  answer(off(design, (row) => (row === train + 1 ? 0.75 : 0.125)));
  render(<EvaluateDetail />);
  const [worst] = within(screen.getByRole('region', { name: /Largest errors/ })).getAllByRole('button');
  if (!worst) throw new Error('No error is listed.');
  expect(worst.textContent).toContain('+0.750');
  expect(worst.textContent).toContain('x ');
  expect(worst.getAttribute('aria-label')).toContain(
    `answer ${answers[train + 1]?.toFixed(3).replace('-', '−')}`,
  );
  fireEvent.focus(worst);
  expect(useView.getState().hovered).toEqual({ kind: 'point', id: ids[train + 1] });
});

test('a row that is typed is asked for, and its answer is what the frame says', () => {
  on('grades');
  answer({ predict: [71.25] });
  render(<EvaluatePanel />);
  const hours = screen.getByRole('textbox', { name: 'study hours x₁' });
  expect(show).toHaveBeenCalledWith({ kind: 'predict', x: [5, 70] });
  fireEvent.change(hours, { target: { value: '8.5' } });
  fireEvent.keyDown(hours, { key: 'Enter' });
  expect(show).toHaveBeenLastCalledWith({ kind: 'predict', x: [8.5, 70] });
  expect(screen.getByText('71.3')).toBeTruthy();
  expect(screen.getByText('model.predict([[8.5, 70]])')).toBeTruthy();
  fireEvent.change(hours, { target: { value: '1e9' } });
  fireEvent.keyDown(hours, { key: 'Enter' });
  expect(screen.getByText('study hours x₁ must be between -100 and 100.')).toBeTruthy();
  expect(show).toHaveBeenLastCalledWith({ kind: 'predict', x: [8.5, 70] });
});

test('a set with one input has one field; one output says its class, several say what each class gets', () => {
  on('line');
  render(<EvaluatePanel />);
  expect(screen.getByRole('textbox', { name: 'x' })).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'y' })).toBeNull();
  cleanup();
  stage();
  answer({ predict: [0.625] });
  render(<EvaluatePanel />);
  expect(screen.getByRole('status', { name: 'prediction ŷ' }).textContent).toContain('0.625 → 1');
  act(() => void on('blobs'));
  act(() => answer({ predict: [0.125, 0.75, 0.125] }));
  expect(screen.getByText(/1 0\.750/)).toBeTruthy();
});
