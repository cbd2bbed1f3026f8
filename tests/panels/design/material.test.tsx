// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fetchParts } from '../../../src/part.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { DesignPanel } from '../../../src/panels/design/DesignPanel.tsx';
import { useWork } from '../../../src/state/store.ts';
import { look } from '../../../src/state/view.ts';
import { stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => {
  const { patching } = await import('../stage.ts');
  return { ...(await original<object>()), edit: patching(edit, () => useWork.getState().design) };
});
vi.mock('../../../src/state/frames.ts', () => ({ show: () => () => {}, refresh: () => {} }));

beforeAll(() => fetchParts());
beforeEach(() => edit.mockClear());
afterEach(cleanup);

const on = (set: Parameters<typeof chooseSet>[1]): Patch => chooseSet(opening, set);

test('grades ask for a score, a pass or a grade, each with its output layer and loss', () => {
  stage(on('grades'));
  render(<DesignPanel />);
  const rows = ['score', 'pass', 'A·B·C'].map((name) => screen.getByText(name).closest('label')?.textContent);
  const plain = rows.map((row) => row?.replaceAll('\u200b', ''));
  expect(plain).toEqual([
    'scoreregressionDense(1, linear)mean_squared_error',
    'passbinaryDense(1, sigmoid)binary_crossentropy',
    'A·B·Cmulti-classDense(3, softmax)sparse_categorical_crossentropy',
  ]);
  fireEvent.click(screen.getByRole('radio', { name: /^pass/ }));
  expect(edit.mock.lastCall?.[0].data?.target).toBe('pass');
  expect(edit.mock.lastCall?.[0].compile?.loss).toBe('binary_crossentropy');
});

test('inputs made by hand are off at first and start over', () => {
  stage();
  render(<DesignPanel />);
  const product = screen.getByRole('button', { name: 'x₁x₂' });
  expect(product.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(product);
  expect(edit.mock.lastCall?.[0].data?.features).toEqual(['x1_x2']);
  fireEvent.click(screen.getByRole('switch', { name: 'Standardise the inputs' }));
  expect(edit.mock.lastCall?.[0].data).toEqual({ standardize: true });
});

test('with one input only what can be made of x alone is offered', () => {
  stage(on('sine'));
  render(<DesignPanel />);
  const made = screen.getByRole('group', { name: 'Inputs made by hand' });
  expect([...made.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['x²', 'sin x']);
});

test('a new point of numbers over a plane is given its number, one of classes its class by name', () => {
  stage(on('grades'));
  look({ tool: 'add' });
  const { unmount } = render(<DesignPanel />);
  expect(screen.getByLabelText('y of the new point')).toBeDefined();
  unmount();
  const graded = on('grades');
  stage({ ...graded, data: { ...graded.data, target: 'grade' } });
  look({ tool: 'add' });
  render(<DesignPanel />);
  const names = [...screen.getByRole('radiogroup', { name: 'Answer of the new point' }).children];
  expect(names.map(({ textContent }) => textContent)).toEqual(['A', 'B', 'C']);
});
