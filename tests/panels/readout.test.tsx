// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { oneWeight } from '../../src/experiment/demos.ts';
import { Readout } from '../../src/panels/strip/Readout.tsx';
import { opened } from './strip-frames.ts';

vi.mock('../../src/state/experiment.ts', () => ({ useDesign: () => oneWeight }));

afterEach(cleanup);

test('the only weight of a network stands beside the loss', () => {
  const only = { kernel: Float32Array.of(1.75), bias: new Float32Array(0) };
  const { rerender } = render(<Readout frame={{ ...opened, weights: [only] }} />);
  expect(screen.getByText('w').parentElement?.textContent).toBe('w1.750');
  // With a bias there are two, and which one is meant would not be said.
  rerender(<Readout frame={{ ...opened, weights: [{ ...only, bias: Float32Array.of(0) }] }} />);
  expect(screen.queryByText('w')).toBeNull();
});
