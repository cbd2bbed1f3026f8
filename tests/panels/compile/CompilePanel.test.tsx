// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { merge } from '../../../src/experiment/edits.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { CompilePanel } from '../../../src/panels/compile/CompilePanel.tsx';
import { fetchParts } from '../../../src/part.ts';
import { stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => ({ ...(await original<object>()), edit }));

beforeAll(() => fetchParts());
beforeEach(() => edit.mockClear());
afterEach(cleanup);

const loss = () => screen.getByRole('combobox', { name: 'Loss' });

test('every loss can be chosen; the perceptron rule is a deed of its own', () => {
  stage();
  render(<CompilePanel />);
  expect(loss().querySelectorAll('option')).toHaveLength(7);
  fireEvent.change(loss(), { target: { value: 'mean_squared_error' } });
  fireEvent.change(loss(), { target: { value: 'perceptron' } });
  expect(edit.mock.calls).toEqual([
    [{ compile: { loss: 'mean_squared_error' } }, { deed: { kind: 'other' } }],
    [{ compile: { loss: 'perceptron' } }, { deed: { kind: 'rule' } }],
  ]);
});

test('it says how answers are written: 0 or 1 for two classes, integers or one-hot for several, else a number', () => {
  stage();
  const { unmount } = render(<CompilePanel />);
  expect(screen.getByText('numbers: 0 or 1')).toBeTruthy();
  unmount();
  stage(chooseSet(opening, 'blobs'));
  render(<CompilePanel />);
  expect(screen.getByText('integers: 0 to 2')).toBeTruthy();
  cleanup();
  const digits = chooseSet(opening, 'digits');
  stage(digits);
  render(<CompilePanel />);
  expect(screen.getByText('integers: 0 to 9')).toBeTruthy();
  cleanup();
  stage(merge(digits, { compile: { loss: 'categorical_crossentropy' } }));
  render(<CompilePanel />);
  expect(screen.getByText('one-hot of 10: (0, 1, 0, …)')).toBeTruthy();
  cleanup();
  stage(chooseSet(opening, 'line'));
  render(<CompilePanel />);
  expect(screen.getByText('a number, as it is')).toBeTruthy();
  expect(screen.queryByText('numbers: 0 or 1')).toBeNull();
});

test('learning rate and momentum change the optimizer and leave its other setting', () => {
  stage();
  render(<CompilePanel />);
  const momentum = screen.getByRole('textbox', { name: 'momentum' });
  fireEvent.change(momentum, { target: { value: '0.9' } });
  fireEvent.keyDown(momentum, { key: 'Enter' });
  expect(edit.mock.calls[0]?.[0]).toEqual({
    compile: { optimizer: { type: 'SGD', learning_rate: 0.5, momentum: 0.9 } },
  });
});

test('a metric that is on can be removed, one that is off can be added', () => {
  stage();
  render(<CompilePanel />);
  fireEvent.click(screen.getByRole('button', { name: 'Remove accuracy' }));
  expect(edit.mock.calls[0]?.[0]).toEqual({ compile: { metrics: [] } });
  fireEvent.click(screen.getByRole('menuitem', { name: /^mse/, hidden: true }));
  expect(edit.mock.calls[1]?.[0]).toEqual({ compile: { metrics: ['accuracy', 'mse'] } });
});

test('a pairing that does not fit is explained, with the way out', () => {
  stage({ compile: { loss: 'mean_squared_error' } });
  render(<CompilePanel />);
  expect(
    screen.getByText('Mean squared error works for classes, but corrects sure mistakes only weakly.'),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Use the matching loss' }));
  expect(edit.mock.calls[0]?.[0].compile?.loss).toBe('binary_crossentropy');
});

test('where nothing is wrong, no problem is listed', () => {
  stage();
  render(<CompilePanel />);
  expect(screen.queryByText(/Keras (refuses|accepts)/)).toBeNull();
});

test('of a loss that Keras does not have, it is not said what Keras does with it', () => {
  stage({ compile: { loss: 'perceptron' } });
  render(<CompilePanel />);
  expect(screen.getAllByText('Not in Keras').length).toBeGreaterThan(0);
  expect(screen.queryByText(/Keras (refuses|accepts)/)).toBeNull();
  expect(screen.queryByText('What Keras says')).toBeNull();
});

test('what Keras accepts with a warning is not called silent', () => {
  const { layers } = opening.model;
  stage({ model: { layers: layers.map((layer) => ({ ...layer, activation: 'softmax' })) } });
  render(<CompilePanel />);
  expect(screen.getByText('Keras accepts this, with a warning')).toBeTruthy();
  expect(screen.queryByText('Keras accepts this, silently')).toBeNull();
  expect(screen.getByText('What Keras says')).toBeTruthy();
});
