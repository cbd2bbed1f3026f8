// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataSet, trainingRows } from '../../../src/data/data.ts';
import type { PictureSetName } from '../../../src/data/pictures/index.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { DesignPanel } from '../../../src/panels/design/DesignPanel.tsx';
import { useDrawing } from '../../../src/state/sheet.ts';
import { useWork } from '../../../src/state/store.ts';
import { look, useView } from '../../../src/state/view.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import { stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => {
  const { patching } = await import('../stage.ts');
  return { ...(await original<object>()), edit: patching(edit, () => useWork.getState().design) };
});
vi.mock('../../../src/state/frames.ts', () => ({ show: () => () => {}, refresh: () => {} }));

beforeEach(() => {
  edit.mockClear();
  useDrawing.setState(useDrawing.getInitialState(), true);
});
afterEach(cleanup);

/** The column on pictures of a set, the network saying this to the one that is shown. */
const showColumn = async (set: PictureSetName, outputs: readonly number[] = []): Promise<Design> => {
  const layer = { sums: new Float32Array(0), outputs: Float32Array.from(outputs) };
  const maps = { picture: { id: 0 }, input: new Float32Array(0), layers: [layer] };
  const frame: Partial<Frame> = { views: outputs.length > 0 ? { maps } : {} };
  const design = stage(chooseSet(opening, set), frame);
  render(<DesignPanel />);
  // The column is fetched first, which takes its time on a busy machine.
  await screen.findByRole('application', {}, { timeout: 30_000 });
  return design;
};
const pad = (): HTMLElement => screen.getByRole('application');
const press = (key: string, times = 1, more: object = {}): void => {
  for (let time = 0; time < times; time++) fireEvent.keyDown(pad(), { key, ...more });
};
const drawn = (row: number, column: number): number => useView.getState().drawn?.[row * 28 + column] ?? NaN;
const inkOf = (): number => (useView.getState().drawn ?? []).reduce((sum, ink) => sum + ink, 0);
const held = ({ data, fit }: Design) => {
  const { ids, answers } = dataSet(data);
  const from = trainingRows(data, fit.validation_split);
  return { ids: ids.slice(from), answers: answers.slice(from) };
};

test('of pictures nothing is said or offered that belongs to points', async () => {
  await showColumn('digits');
  expect(screen.queryByRole('table')).toBeNull();
  for (const name of ['A click on the plane', 'Inputs made by hand'])
    expect(screen.queryByRole('radiogroup', { name }) ?? screen.queryByRole('group', { name })).toBeNull();
  expect(screen.queryByRole('switch', { name: 'Standardise the inputs' })).toBeNull();
  expect(document.body.textContent).not.toMatch(/points?\b/);
});

test('the first picture that is not learned from is shown, and a click shows another', async () => {
  const design = await showColumn('digits');
  const { ids, answers } = held(design);
  expect(screen.getByText(`28 × 28, answer ${answers[0]}`)).toBeTruthy();
  const shown = screen.getAllByRole('button', { name: /^Picture \d+, answer \d$/ });
  expect(shown.map((button) => button.getAttribute('aria-label'))).toEqual(
    [0, 1, 2, 3].map((row) => `Picture ${ids[row]}, answer ${answers[row]}`),
  );
  expect(shown.map((button) => button.getAttribute('aria-pressed'))).toEqual([
    'true',
    'false',
    'false',
    'false',
  ]);
  look({ drawn: Array.from({ length: 784 }, () => 0) });
  fireEvent.click(shown[2]!);
  expect(useView.getState()).toMatchObject({ pinned: ids[2], drawn: null });
  expect(screen.getByText(`28 × 28, answer ${answers[2]}`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Others' }));
  expect(screen.getByRole('button', { name: `Picture ${ids[4]}, answer ${answers[4]}` })).toBeTruthy();
});

test('what it reads as is told with the runners-up, and whether it is right', async () => {
  const outputs = Array.from({ length: 10 }, () => 0.01);
  outputs[5] = 0.741;
  outputs[8] = 0.126;
  outputs[3] = 0.08;
  const { answers } = held(await showColumn('digits', outputs));
  const reading = screen.getByRole('heading', { name: 'Reads as' }).parentElement!;
  expect(reading.textContent).toContain('5 0.741');
  expect(reading.textContent).toContain('Then 8 with 0.126 and 3 with 0.080.');
  expect(answers[0]).not.toBe(5);
  expect(reading.textContent).toContain(`The answer is ${answers[0]}: wrong.`);
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(reading.textContent).not.toContain('The answer');
  look({ predictionsHidden: true });
  expect(await within(reading).findByText(/Predictions are hidden/)).toBeTruthy();
  expect(reading.textContent).not.toMatch(/0\.\d/);
});

test('probabilities are printed so that they add up, as the bars of the output print them', async () => {
  // Rounded one by one they would be 0.445, 0.334 and 0.222: 1.001 in all.
  await showColumn('shapes', [0.4446, 0.3336, 0.2218, 0]);
  const reading = screen.getByRole('heading', { name: 'Reads as' }).parentElement!;
  expect(reading.textContent).toContain('0.444');
  expect(reading.textContent).toMatch(/with 0\.334 and .* with 0\.222/);
});

test('classes that have names are read by them', async () => {
  await showColumn('shapes', [0.1, 0.2, 0.6, 0.1]);
  expect(screen.getByText('triangle')).toBeTruthy();
  expect(screen.getByText(/Then square with 0\.200/)).toBeTruthy();
});

test('Clear gives an empty sheet, and arrows with Space or Enter draw on it', async () => {
  await showColumn('digits');
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(useView.getState().drawn).toHaveLength(784);
  expect(inkOf()).toBe(0);
  expect(screen.getByText('28 × 28, drawn')).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: 'As MNIST frames it' }));
  // The first press shows the cross in the middle; with the pen down it draws on its way.
  press('ArrowUp');
  expect(screen.getByText('row 14, column 14, pen up')).toBeTruthy();
  press('ArrowUp', 1, { shiftKey: true });
  expect(inkOf()).toBe(0);
  press('Enter');
  expect(screen.getByText('row 10, column 14, pen down')).toBeTruthy();
  press('ArrowRight', 5);
  press('Enter');
  press('ArrowRight', 5);
  expect(drawn(10, 14)).toBe(1);
  expect(drawn(10, 19)).toBe(1);
  expect(drawn(10, 23)).toBe(0);
  expect(drawn(16, 14)).toBe(0);
  // Space draws as long as it is held.
  press(' ');
  press('ArrowDown', 3);
  fireEvent.keyUp(pad(), { key: ' ' });
  press('ArrowDown', 5);
  expect(drawn(13, 24)).toBe(1);
  expect(drawn(18, 24)).toBe(0);
});

test('the eraser takes ink away, and shifting moves what is there', async () => {
  await showColumn('digits');
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  fireEvent.click(screen.getByRole('switch', { name: 'As MNIST frames it' }));
  press(' ');
  fireEvent.keyUp(pad(), { key: ' ' });
  expect(drawn(14, 14)).toBe(1);
  fireEvent.click(screen.getByRole('radio', { name: 'shift' }));
  press('ArrowRight', 1, { shiftKey: true });
  press('ArrowDown');
  expect(drawn(14, 14)).toBe(0);
  expect(drawn(15, 18)).toBe(1);
  press('ArrowLeft', 1, { shiftKey: true });
  press('ArrowUp');
  fireEvent.click(screen.getByRole('radio', { name: 'erase' }));
  press(' ');
  expect(drawn(14, 14)).toBe(0);
});

test('MNIST’s frame makes of a small drawing in a corner a large one in the middle; without it, it goes in as it lies', async () => {
  await showColumn('digits');
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  press('ArrowUp');
  press('ArrowUp', 2, { shiftKey: true });
  press('ArrowLeft', 2, { shiftKey: true });
  press(' ');
  press('ArrowDown', 4);
  // A short line down at column 6, framed: 20 pixels high, in the middle.
  expect(drawn(5, 14)).toBeGreaterThan(0.5);
  expect(drawn(22, 14)).toBeGreaterThan(0.5);
  expect(drawn(8, 6)).toBe(0);
  fireEvent.click(screen.getByRole('switch', { name: 'As MNIST frames it' }));
  expect(drawn(8, 6)).toBe(1);
  expect(drawn(22, 14)).toBe(0);
});

test('what is drawn on a picture of the data stays where that is, and other sets know no frame', async () => {
  await showColumn('digits');
  const frame = screen.getByRole<HTMLInputElement>('switch', { name: 'As MNIST frames it' });
  expect(frame.disabled).toBe(false);
  press('ArrowUp');
  press('ArrowUp', 3, { shiftKey: true });
  press(' ');
  // Row 2 of a digit in MNIST's frame is paper: only what was drawn is there.
  expect(drawn(2, 14)).toBe(1);
  expect(frame.disabled).toBe(true);
  cleanup();
  await showColumn('stripes');
  expect(screen.queryByRole('switch', { name: 'As MNIST frames it' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(useView.getState().drawn).toHaveLength(64);
});

test('networks that fit the pictures are offered, and one is chosen in one edit', async () => {
  await showColumn('digits');
  const models = screen.getByRole('group', { name: /^Network/ });
  // As Keras counts them: 784 · 128 + 128 + 128 · 10 + 10, and so on.
  expect(models.textContent).toContain('101,770 parameters');
  expect(models.textContent).toContain('9,098 parameters');
  expect(models.textContent).toContain('61,706 parameters');
  expect(within(models).getByRole<HTMLInputElement>('radio', { name: /^CNN/ }).checked).toBe(true);
  fireEvent.click(within(models).getByRole('radio', { name: /^MLP/ }));
  expect(edit).toHaveBeenCalledTimes(1);
  expect(edit.mock.calls[0]?.[0].model?.layers.map(({ type }) => type)).toEqual([
    'Flatten',
    'Dense',
    'Dense',
  ]);
  cleanup();
  await showColumn('stripes');
  expect(
    within(screen.getByRole('group', { name: /^Network/ })).queryByRole('radio', { name: /^LeNet/ }),
  ).toBeNull();
});

test('how the pictures are drawn can be set, and each setting says that it starts over', async () => {
  await showColumn('shifted_digits');
  for (const name of ['Shift', 'Slant', 'Pen width', 'Wobble', 'Pressure', 'Noise', 'Training share']) {
    const slider = screen.getByRole('slider', { name });
    expect(slider.parentElement?.textContent).toContain('starts over');
  }
  fireEvent.change(screen.getByRole('slider', { name: 'Slant' }), { target: { value: '30' } });
  expect(edit.mock.calls[0]?.[0]).toEqual({ data: { settings: { slant: 30 } } });
  expect(screen.getByRole('textbox', { name: 'Number of pictures' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'New sample' }));
  expect(edit.mock.calls[1]?.[0]).toEqual({ data: { seed: 2, changes: [] } });
});
