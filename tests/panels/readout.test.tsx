// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { oneWeight } from '../../src/experiment/demos.ts';
import type { Design } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import { Readout } from '../../src/panels/strip/Readout.tsx';
import { later, opened } from './strip-frames.ts';

const now = vi.hoisted(() => ({ design: null as Design | null }));
vi.mock('../../src/state/experiment.ts', () => ({ useDesign: () => now.design }));

afterEach(cleanup);

test('the only weight of a network stands beside the loss', () => {
  now.design = oneWeight;
  const only = { kernel: Float32Array.of(1.75), bias: new Float32Array(0) };
  const { rerender } = render(<Readout frame={{ ...opened, weights: [only] }} />);
  expect(screen.getByText('w').parentElement?.textContent).toBe('w1.750');
  // With a bias there are two, and which one is meant would not be said.
  rerender(<Readout frame={{ ...opened, weights: [{ ...only, bias: Float32Array.of(0) }] }} />);
  expect(screen.queryByText('w')).toBeNull();
});

test('an epoch has as many updates as ever where only some of very many rows are counted', () => {
  const data = { ...opening.data, noise: 0.15, points: 160 };
  now.design = { ...opening, data, fit: { ...opening.fit, batch_size: 16, validation_split: 0.2 } };
  for (const rows of [128, 16]) {
    const { unmount } = render(<Readout frame={{ ...opened, reading: { ...opened.reading, rows } }} />);
    expect(screen.getByText(/128.*16.*8 updates/)).toBeTruthy();
    unmount();
  }
});

test('while very many rows are counted it is said how many are', () => {
  const { container, rerender } = render(
    <Readout frame={{ ...opened, reading: { ...opened.reading, counted: 0.25 } }} />,
  );
  expect(container.textContent).toContain('counted so far: 25.0 %');
  // On the way each frame looks at other ones.
  rerender(<Readout frame={{ ...opened, playing: true, reading: { ...opened.reading, counted: 0.25 } }} />);
  expect(container.textContent).toContain('from a sample of 25.0 %');
  expect(container.textContent).not.toContain('counted so far');
});

test('beside a narrow chart it is said below the figures, which have no line of their own, how the loss was measured', () => {
  now.design = opening;
  expect(matchMedia('(width < 1200px)').matches).toBe(true);
  const { container } = render(<Readout frame={opened} />);
  const [state] = container.querySelectorAll(':scope > div > p');
  expect(state?.textContent).toBe('mean of the four points');
});

test('at rest the loss at these very weights stands there where it differs, and not while playing', () => {
  now.design = opening;
  const reading = { ...later.reading, measured: 'epoch' as const, loss: 0.61, present: 0.602 };
  const same = { ...reading, present: 0.6104 };
  const { container, rerender } = render(<Readout frame={{ ...later, reading: same }} />);
  expect(container.textContent).not.toContain('now');
  rerender(<Readout frame={{ ...later, reading }} />);
  expect(container.textContent).toContain('now 0.602');
  rerender(<Readout frame={{ ...later, playing: true, reading }} />);
  expect(container.textContent).not.toContain('now');
});
