// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { FitPanel } from '../../../src/panels/fit/FitPanel.tsx';
import { stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => ({ ...(await original<object>()), edit }));

beforeEach(() => edit.mockClear());
afterEach(cleanup);

const NOISY = { data: { noise: 0.19, points: 160 } } as const;

test('160 points in batches of 16 are 8 updates an epoch', () => {
  stage({ ...NOISY, fit: { batch_size: 16 } });
  render(<FitPanel />);
  expect(screen.getByText('160 points: 128 to train, 32 to validate.')).toBeTruthy();
  expect(screen.getByText('128 / 16 = 8 updates an epoch.')).toBeTruthy();
});

test('a ragged last batch is counted and said', () => {
  stage({ ...NOISY, fit: { batch_size: 20 } });
  render(<FitPanel />);
  expect(screen.getByText('128 / 20 = 6.4: 7 updates an epoch, the last with 8.')).toBeTruthy();
});

test('the next batch is the one the run stands before', () => {
  const position = { step: 11, epoch: 1, cursor: 48, batch: 3, phase: 0 };
  stage(
    { ...NOISY, fit: { batch_size: 16 } },
    { position, callbacks: { files: [], patience: null, log: [] } },
  );
  const { container } = render(<FitPanel />);
  expect(screen.getByText('Next batch, 4 of 8')).toBeTruthy();
  expect(container.querySelectorAll('ol > li')).toHaveLength(8);
});

test('more than 16 batches are not drawn', () => {
  stage({ ...NOISY, fit: { batch_size: 4 } });
  const { container } = render(<FitPanel />);
  expect(container.querySelector('ol')).toBeNull();
});

test('epochs left empty run until paused; a number stops the run', () => {
  stage({ fit: { epochs: 60 } });
  render(<FitPanel />);
  const epochs = screen.getByRole('textbox', { name: /^epochs/ });
  fireEvent.change(epochs, { target: { value: '' } });
  fireEvent.blur(epochs);
  expect(edit.mock.calls[0]?.[0]).toEqual({ fit: { epochs: null } });
  fireEvent.change(epochs, { target: { value: '300' } });
  fireEvent.keyDown(epochs, { key: 'Enter' });
  expect(edit.mock.calls[1]?.[0]).toEqual({ fit: { epochs: 300 } });
});

test('a batch_size of no whole number is refused', () => {
  stage();
  render(<FitPanel />);
  const input = screen.getByRole('textbox', { name: 'batch_size' });
  fireEvent.change(input, { target: { value: '2.5' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(edit).not.toHaveBeenCalled();
  expect(screen.getByText('batch_size must be a whole number.')).toBeTruthy();
});

test('shuffle is a switch', () => {
  stage();
  render(<FitPanel />);
  fireEvent.click(screen.getByRole('switch', { name: 'shuffle' }));
  expect(edit.mock.calls[0]?.[0]).toEqual({ fit: { shuffle: false } });
});

test('four exact points are all trained on, and it says why', () => {
  stage();
  render(<FitPanel />);
  expect(screen.getByText('4 points, all of them to train.')).toBeTruthy();
  expect(screen.getByText('Four points only: none set aside for validation.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'validation_split' }).disabled).toBe(true);
});

test('a point added by hand is counted where it is said that none is set aside', () => {
  stage({ data: { changes: [{ op: 'add', x: [0.5, 0.5], answer: 1 }] } });
  render(<FitPanel />);
  expect(screen.getByText('5 points, none set aside for validation.')).toBeTruthy();
});
