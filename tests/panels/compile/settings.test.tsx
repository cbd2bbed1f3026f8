// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apply } from '../../../src/experiment/apply.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { chooseOptimizer, chooseSchedule } from '../../../src/experiment/optimizer.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { optimizers } from '../../../src/engine/optimizers/index.ts';
import { scheduleNames } from '../../../src/engine/schedules/index.ts';
import { CompilePanel } from '../../../src/panels/compile/CompilePanel.tsx';
import { look } from '../../../src/state/view.ts';
import { stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => ({ ...(await original<object>()), edit }));

beforeEach(() => edit.mockClear());
afterEach(() => {
  cleanup();
  look({ language: 'en' });
});

const design = apply(opening, {});
const optimizer = () => screen.getByRole('combobox', { name: 'Optimizer' });
const schedule = () => screen.getByRole('combobox', { name: 'Learning-rate schedule' });
const type = (name: string, value: string) => {
  const input = screen.getByRole('textbox', { name });
  fireEvent.change(input, { target: { value } });
  fireEvent.keyDown(input, { key: 'Enter' });
};
const compiled = () => edit.mock.calls.at(-1)?.[0].compile;

test('another optimizer comes with its own learning rate, and the panel says what it keeps', () => {
  stage();
  render(<CompilePanel />);
  expect(optimizer().querySelectorAll('option')).toHaveLength(5);
  fireEvent.change(optimizer(), { target: { value: 'Adam' } });
  expect(compiled()).toEqual({ optimizer: { type: 'Adam', learning_rate: 0.001 } });
  expect(screen.getByText(/keeps the weights and starts its own memory/)).toBeTruthy();
});

test('every setting of every optimizer has its control under its Keras name, the unusual ones under "more"', () => {
  for (const [name, { fields }] of Object.entries(optimizers)) {
    stage(chooseOptimizer(design, name as keyof typeof optimizers));
    const { unmount, container } = render(<CompilePanel />);
    const more = within(screen.getByLabelText(`More settings of ${name}`).closest('details')!);
    for (const field of fields) {
      const role = field.kind === 'switch' ? 'switch' : 'textbox';
      const control = { name: field.name, hidden: true };
      expect(container.contains(screen.getByRole(role, control)), `${name} ${field.name}`).toBe(true);
      expect(more.queryByRole(role, control) !== null, `${name} ${field.name}`).toBe(field.more === true);
    }
    unmount();
  }
});

test('a setting enters the document when it is not what Keras takes anyway, and leaves it when it is', () => {
  stage({ compile: { optimizer: { type: 'Adam', learning_rate: 0.001, beta_1: 0.5 } } });
  render(<CompilePanel />);
  type('beta_2', '0.9');
  expect(compiled()?.optimizer).toEqual({ type: 'Adam', learning_rate: 0.001, beta_1: 0.5, beta_2: 0.9 });
  type('beta_1', '0.9');
  expect(compiled()?.optimizer).toEqual({ type: 'Adam', learning_rate: 0.001 });
});

test('of the three ways to clip only one is set; an empty field switches it off', () => {
  stage({ compile: { optimizer: { type: 'SGD', learning_rate: 0.5, momentum: 0, clipnorm: 1 } } });
  render(<CompilePanel />);
  type('clipvalue', '0.5');
  expect(compiled()?.optimizer).toEqual({ type: 'SGD', learning_rate: 0.5, momentum: 0, clipvalue: 0.5 });
  type('clipnorm', '');
  expect(compiled()?.optimizer).toEqual({ type: 'SGD', learning_rate: 0.5, momentum: 0 });
});

test.each(['0', '-1', '1e9', '1e309', 'NaN', '', 'ten'])(
  'a learning rate of "%s" is refused with a sentence',
  (typed) => {
    stage();
    render(<CompilePanel />);
    type('learning_rate', typed);
    expect(edit).not.toHaveBeenCalled();
    const input = screen.getByRole('textbox', { name: 'learning_rate' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toMatch(
      /^The learning rate must .+\.$/,
    );
  },
);

test('a schedule is chosen, drawn and set; constant takes it away', () => {
  stage(chooseSchedule(design, 'CosineDecay'));
  render(<CompilePanel />);
  expect(schedule().querySelectorAll('option')).toHaveLength(scheduleNames.length + 1);
  expect(screen.getByRole('img', { name: 'The learning rate by CosineDecay' })).toBeTruthy();
  expect(screen.getByText('0.50000')).toBeTruthy();
  type('decay_steps', '300');
  expect(compiled()?.optimizer?.schedule).toEqual({ type: 'CosineDecay', decay_steps: 300 });
  fireEvent.change(schedule(), { target: { value: 'constant' } });
  expect(compiled()?.optimizer).toEqual({ type: 'SGD', learning_rate: 0.5, momentum: 0 });
});

test('boundaries of a piecewise rate stay in order, and one can be added and taken away', () => {
  stage(chooseSchedule(design, 'PiecewiseConstantDecay'));
  render(<CompilePanel />);
  type('Boundary 1', '1000');
  expect(edit).not.toHaveBeenCalled();
  type('Boundary 1', '600');
  expect(compiled()?.optimizer?.schedule).toMatchObject({ boundaries: [600, 1000], values: [0.01, 0.001] });
  type('Learning rate after boundary 2', '0.005');
  expect(compiled()?.optimizer?.schedule).toMatchObject({ boundaries: [500, 1000], values: [0.01, 0.005] });
  fireEvent.click(screen.getByRole('button', { name: 'Add a boundary' }));
  expect(compiled()?.optimizer?.schedule).toMatchObject({ boundaries: [500, 1000, 1500] });
  fireEvent.click(screen.getByRole('button', { name: 'Remove the last' }));
  expect(compiled()?.optimizer?.schedule).toMatchObject({ boundaries: [500], values: [0.01] });
});

test('a loss has its settings, and another loss begins without them', () => {
  stage({ compile: { loss_settings: { label_smoothing: 0.1 } } });
  render(<CompilePanel />);
  fireEvent.click(screen.getByRole('switch', { name: 'from_logits', hidden: true }));
  expect(compiled()).toEqual({ loss_settings: { label_smoothing: 0.1, from_logits: true } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Loss' }), { target: { value: 'huber' } });
  expect(compiled()).toEqual({ loss: 'huber', loss_settings: {} });
});

test('it says what Keras makes of "accuracy", in both languages', () => {
  stage();
  const { unmount } = render(<CompilePanel />);
  expect(screen.getByText('Here accuracy is binary_accuracy.')).toBeTruthy();
  unmount();
  stage(chooseSet(opening, 'blobs'));
  look({ language: 'ko' });
  render(<CompilePanel />);
  expect(screen.getByText('여기서 accuracy: sparse_categorical_accuracy')).toBeTruthy();
});
