// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type DataSet, dataSet, trainingRows } from '../../../src/data/data.ts';
import type { PictureSetName } from '../../../src/data/pictures/index.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { EvaluateDetail } from '../../../src/panels/evaluate/EvaluateDetail.tsx';
import { EvaluatePanel } from '../../../src/panels/evaluate/EvaluatePanel.tsx';
import { useDrawing } from '../../../src/state/sheet.ts';
import { look, useView } from '../../../src/state/view.ts';
import { stage } from '../stage.ts';

vi.mock('../../../src/state/frames.ts', () => ({ show: () => () => {}, refresh: () => {} }));
afterEach(cleanup);

/** Parts of the page are fetched first, which takes its time on a busy machine. */
const LONG = { timeout: 30_000 };

/**
 * Pictures of a set that are all answered rightly, with 0.6, but for validation pictures of some answers: the first of
 * each is taken for another class, so surely.
 */
const judged = (
  set: PictureSetName,
  wrong: Readonly<Record<number, readonly [predicted: number, value: number]>>,
): { readonly data: DataSet; readonly wrongId: (answer: number) => number } => {
  const design = stage(chooseSet(opening, set));
  const data = dataSet(design.data);
  const from = trainingRows(design.data, design.fit.validation_split);
  const classes = data.target.kind === 'classes' ? data.target.count : 0;
  const first = (answer: number): number =>
    data.answers.findIndex((one, row) => row >= from && one === answer);
  const outputs = new Float32Array(data.rows * classes);
  for (const [row, answer] of data.answers.entries()) outputs[row * classes + answer] = 0.6;
  for (const [answer, [predicted, value]] of Object.entries(wrong)) {
    const row = first(Number(answer));
    outputs[row * classes + Number(answer)] = 0;
    outputs[row * classes + predicted] = value;
  }
  const evaluation = (rows: number, right: number) => ({ rows, right, loss: 0.2, metrics: {} });
  const mistakes = Object.keys(wrong).length;
  stage(chooseSet(opening, set), {
    reading: {
      loss: 0.2,
      val_loss: 0.2,
      right: from,
      rows: from,
      valRight: 0,
      valRows: data.rows - from,
      measured: 'epoch',
      present: 0.2,
      evaluated: 3,
    },
    views: {
      answers: { outputs, epoch: 3, key: JSON.stringify([set, wrong]) },
      evaluation: {
        train: evaluation(from, from),
        validation: evaluation(data.rows - from, data.rows - from - mistakes),
      },
    },
  });
  return { data, wrongId: (answer) => data.ids[first(answer)] ?? -1 };
};

const listed = async (): Promise<readonly (string | null)[]> => {
  await screen.findByText('answer → prediction', {}, LONG);
  return screen.getAllByRole('button', { name: /^Picture/ }).map((one) => one.getAttribute('aria-label'));
};

test('the surest mistakes come first, and a click shows one everywhere', async () => {
  const { wrongId } = judged('digits', { 1: [7, 0.99], 3: [8, 0.7], 9: [4, 0.999] });
  render(<EvaluateDetail />);
  expect(await listed()).toEqual([
    `Picture ${wrongId(9)}, answer 9, predicted 4, 0.999`,
    `Picture ${wrongId(1)}, answer 1, predicted 7, 0.990`,
    `Picture ${wrongId(3)}, answer 3, predicted 8, 0.700`,
  ]);
  look({ drawn: Array.from({ length: 784 }, () => 0) });
  const entry = screen.getByRole('button', { name: /^Picture \d+, answer 1, predicted 7/ });
  fireEvent.click(entry);
  expect(useView.getState()).toMatchObject({ pinned: wrongId(1), drawn: null });
});

test('the surest right ones can be looked at as well', async () => {
  const { data } = judged('digits', { 1: [7, 0.99] });
  render(<EvaluateDetail />);
  await listed();
  fireEvent.click(screen.getByRole('radio', { name: 'right' }));
  const right = await listed();
  expect(right).toHaveLength(60);
  expect(right.every((name) => name && /answer (\d), predicted \1, 0\.600/.test(name))).toBe(true);
  const held = data.rows - trainingRows({ ...opening.data, set: 'digits', points: data.rows }, 0.2);
  expect(screen.getByText(`and ${held - 1 - 60} more`)).toBeTruthy();
});

test('a click on a cell of the confusion matrix shows the very pictures, and one more click all of them again', async () => {
  const { wrongId } = judged('digits', { 1: [7, 0.99], 3: [8, 0.7] });
  render(<EvaluateDetail />);
  await listed();
  const cell = screen.getByRole('button', { name: 'answer 3, predicted 8: 1' });
  fireEvent.click(cell);
  expect(await listed()).toEqual([`Picture ${wrongId(3)}, answer 3, predicted 8, 0.700`]);
  expect(screen.getByRole('heading', { name: /3 taken for 8/ })).toBeTruthy();
  expect(cell.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(cell);
  expect(await listed()).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'answer 0, predicted 1: 0' }));
  expect(screen.getByText('No picture is in this cell.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'All' }));
  expect(await listed()).toHaveLength(2);
});

test('arrow keys go from cell to cell, which are one stop of Tab', async () => {
  judged('digits', { 1: [7, 0.99] });
  render(<EvaluateDetail />);
  await listed();
  const cells = within(screen.getAllByRole('table')[0]!).getAllByRole('button');
  expect(cells).toHaveLength(100);
  expect(cells.filter((one) => one.tabIndex === 0)).toEqual([cells[0]]);
  cells[0]!.focus();
  const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
  press('ArrowDown');
  press('ArrowRight');
  press('ArrowRight');
  expect(document.activeElement).toBe(cells[12]);
  press('ArrowUp');
  press('ArrowUp');
  expect(document.activeElement).toBe(cells[2]);
});

test('classes with names are named, and mistakes are none where there are none', async () => {
  judged('shapes', {});
  render(<EvaluateDetail />);
  await screen.findByText('No picture is answered wrongly.', {}, LONG);
  expect(screen.getAllByRole('rowheader', { name: 'triangle' }).length).toBeGreaterThan(0);
});

test('the column judges by pictures, and offers to draw one instead of typing a row', async () => {
  judged('digits', { 1: [7, 0.99] });
  render(<EvaluatePanel />);
  expect(screen.getByText('While it trains, all pictures are counted once an epoch.')).toBeTruthy();
  expect(screen.getByText('399 of 400 right, 1 wrong')).toBeTruthy();
  expect(screen.getByText(/The training pictures were learned from/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/\bpoints?\b/);
  const draw = await screen.findByRole('button', { name: 'Draw your own' }, LONG);
  expect(screen.queryByRole('textbox')).toBeNull();
  fireEvent.click(draw);
  expect(useView.getState()).toMatchObject({ stage: 'design' });
  expect(useView.getState().drawn?.every((ink) => ink === 0)).toBe(true);
  expect(useDrawing.getState()).toMatchObject({ awaited: true, tool: 'draw' });
});

test('hidden predictions hide all of it', () => {
  judged('digits', { 1: [7, 0.99] });
  look({ predictionsHidden: true });
  render(
    <>
      <EvaluatePanel />
      <EvaluateDetail />
    </>,
  );
  expect(screen.queryByRole('button', { name: /answer/ })).toBeNull();
  expect(document.body.textContent).not.toMatch(/0\.\d|\d %/);
});
