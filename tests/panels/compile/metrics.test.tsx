// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { Metrics } from '../../../src/panels/compile/Metrics.tsx';
import { metricNames, metrics } from '../../../src/engine/metrics/index.ts';
import { patching, stage } from '../stage.ts';
import { useWork } from '../../../src/state/store.ts';
import type { Move } from '../../../src/state/experiment.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => ({
  ...(await original<object>()),
  edit: (move: Move, options?: object) => patching(edit, () => useWork.getState().design)(move, options),
}));

beforeEach(() => edit.mockClear());
afterEach(() => {
  cleanup();
  document.documentElement.lang = 'en';
});

const group = (name: string) => within(screen.getByRole('group', { name, hidden: true }));
const type = (input: HTMLElement, value: string) => {
  fireEvent.change(input, { target: { value } });
  fireEvent.keyDown(input, { key: 'Enter' });
};
const compiled = () => edit.mock.calls.at(-1)?.[0].compile;

test('every setting of every metric that is on has its control under its Keras name', () => {
  stage({ compile: { metrics: metricNames } });
  render(<Metrics />);
  for (const name of metricNames) {
    const { fields } = metrics[name];
    expect(screen.queryAllByRole('group', { name, hidden: true })).toHaveLength(fields.length > 0 ? 1 : 0);
    for (const field of fields)
      expect(group(name).getByRole('textbox', { name: field.name, hidden: true })).toBeTruthy();
  }
});

test('metrics without settings have no "more"', () => {
  stage({ compile: { metrics: ['accuracy', 'mse'] } });
  render(<Metrics />);
  expect(document.querySelector('details')).toBeNull();
});

test('a threshold that is typed enters the document under its metric alone, and opens "more" from then on', () => {
  stage({ compile: { metrics: ['precision', 'recall'] } });
  const { rerender } = render(<Metrics />);
  expect(document.querySelector('details')?.open).toBe(false);
  type(group('recall').getByRole('textbox', { name: 'thresholds', hidden: true }), '0.3');
  expect(compiled()).toEqual({ metric_settings: { recall: { thresholds: 0.3 } } });
  stage({ compile: { metrics: ['precision', 'recall'], metric_settings: { recall: { thresholds: 0.3 } } } });
  rerender(<Metrics />);
  expect(document.querySelector('details')?.open).toBe(true);
  type(group('recall').getByRole('textbox', { name: 'thresholds' }), '0.5');
  expect(compiled()).toEqual({ metric_settings: {} });
});

test.each(['0', '1.5', '-1', '1e9', '1e309', 'NaN', 'many'])(
  'a k of "%s" is refused with a sentence in the language of the page',
  (typed) => {
    for (const language of ['en', 'ko'] as const) {
      stage({ compile: { metrics: ['top_k_categorical_accuracy'] } });
      document.documentElement.lang = language;
      const { unmount } = render(<Metrics />);
      const input = group('top_k_categorical_accuracy').getByRole('textbox', { name: 'k', hidden: true });
      type(input, typed);
      expect(edit).not.toHaveBeenCalled();
      expect(input.getAttribute('aria-invalid')).toBe('true');
      expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toMatch(
        language === 'en' ? /^k must be .+\.$/ : /^k에는 .+ 적어 주세요\.$/,
      );
      unmount();
    }
  },
);

test.each([
  ['binary_crossentropy', 1, 'binary_accuracy'],
  ['sparse_categorical_crossentropy', 1, 'binary_accuracy'],
  ['sparse_categorical_crossentropy', 3, 'sparse_categorical_accuracy'],
  ['categorical_crossentropy', 3, 'categorical_accuracy'],
] as const)('with %s and %i outputs it says that accuracy is %s', (loss, units, resolved) => {
  stage({
    model: { layers: [{ type: 'Dense', id: 1, units, activation: 'linear' }] },
    compile: { loss, metrics: ['accuracy'] },
  });
  render(<Metrics />);
  expect(screen.getByText(`Here accuracy is ${resolved}.`)).toBeTruthy();
});

test('of numbers it says what accuracy is, too', () => {
  stage({
    data: { set: 'line', noise: 0.1 },
    model: { layers: [{ type: 'Dense', id: 1, units: 1, activation: 'linear' }] },
    compile: { loss: 'mean_squared_error', metrics: ['accuracy', 'mae'] },
  });
  render(<Metrics />);
  expect(screen.getByText('Here accuracy is binary_accuracy.')).toBeTruthy();
  expect(screen.getByText('Here mae is mean_absolute_error.')).toBeTruthy();
});
