// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { type Checkpoint, Checkpoints } from '../../src/ui/charts/Checkpoints.tsx';
import { lossGeometry } from '../../src/ui/charts/lossGeometry.ts';
import { PatienceBar } from '../../src/ui/charts/PatienceBar.tsx';
import { spaced } from '../../src/ui/charts/spaced.ts';

afterEach(cleanup);

const geometry = lossGeometry({ width: 820, height: 152 }, { epoch: 60, value: 1 }, false);
const saved = (epoch: number, best = false): Checkpoint => ({
  epoch,
  step: epoch * 10,
  best,
  words: `epoch ${epoch}${best ? ', best' : ''}`,
});
const some = [saved(5), saved(13), saved(18, true), saved(30)];
const show = (checkpoints: readonly Checkpoint[], onChoose: (step: number) => void = () => {}) =>
  render(
    <Checkpoints
      checkpoints={checkpoints}
      geometry={geometry}
      label="Saved"
      legend="what they mean"
      onChoose={onChoose}
    />,
  );
const names = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));

test('each saved model is a button on the axis that leads back to it', () => {
  const choose = vi.fn<(step: number) => void>();
  show(some, choose);
  expect(names()).toEqual(['epoch 5', 'epoch 13', 'epoch 18, best', 'epoch 30']);
  for (const [i, button] of screen.getAllByRole('button').entries()) {
    expect(Number.parseFloat(button.style.left)).toBeCloseTo(geometry.x(some[i]!.epoch));
    expect(Number.parseFloat(button.style.top)).toBe(geometry.axis);
  }
  fireEvent.click(screen.getByRole('button', { name: 'epoch 13' }), { detail: 0 });
  expect(choose.mock.calls).toEqual([[130]]);
});

test('the Tab key stops once, at the best one; arrow keys, Home and End walk through them', () => {
  show(some);
  const stops = () => screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0);
  expect(stops().map((button) => button.getAttribute('aria-label'))).toEqual(['epoch 18, best']);
  let reached = 0;
  const count = () => {
    reached += 1;
  };
  window.addEventListener('keydown', count);
  stops()[0]!.focus();
  for (const [key, name] of [
    ['ArrowRight', 'epoch 30'],
    ['ArrowRight', 'epoch 30'],
    ['Home', 'epoch 5'],
    ['ArrowLeft', 'epoch 5'],
    ['End', 'epoch 30'],
    ['ArrowLeft', 'epoch 18, best'],
  ] as const) {
    fireEvent.keyDown(document.activeElement!, { key });
    expect(document.activeElement?.getAttribute('aria-label')).toBe(name);
  }
  window.removeEventListener('keydown', count);
  expect(reached).toBe(0);
});

test('a pointer means the nearest of those whose places overlap', () => {
  const choose = vi.fn<(step: number) => void>();
  show([saved(5), saved(6)], choose);
  fireEvent.click(screen.getByRole('button', { name: 'epoch 6' }), { detail: 1, clientX: geometry.x(5) + 2 });
  expect(choose.mock.calls).toEqual([[50]]);
});

test('of very many only those are drawn that do not touch, the best among them', () => {
  const many = Array.from({ length: 600 }, (_, i) => saved((i + 1) / 10, i === 301));
  show(many);
  expect(screen.getAllByRole('button').length).toBeLessThanOrEqual(65);
  expect(screen.getByRole('button', { name: 'epoch 30.2, best' })).toBeTruthy();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 60 }), fc.nat(60), (places, best) => {
      const items = places.toSorted((a, b) => a - b).map((at, i) => ({ at, best: i === best }));
      const kept = spaced(items, 12);
      for (const [i, { at }] of kept.entries())
        expect(at - (kept[i - 1]?.at ?? -12)).toBeGreaterThanOrEqual(12);
      // Whatever is left out would touch one that is drawn.
      for (const item of items) expect(kept.some(({ at }) => Math.abs(at - item.at) < 12)).toBe(true);
      expect(kept.filter((item) => item.best)).toEqual(items.filter((item) => item.best));
    }),
  );
});

test('nothing saved, nothing drawn; on a phone the legend stays away', () => {
  const { container, rerender } = show([]);
  expect(container.childElementCount).toBe(0);
  const low = lossGeometry({ width: 358, height: 72 }, { epoch: 60, value: 1 }, false);
  rerender(
    <Checkpoints
      checkpoints={some}
      geometry={low}
      label="Saved"
      legend="what they mean"
      onChoose={() => {}}
    />,
  );
  expect(screen.queryByText('what they mean')).toBeNull();
  expect(screen.getAllByRole('button')).toHaveLength(4);
});

const bar = (change: Partial<Parameters<typeof PatienceBar>[0]> = {}) => {
  const { container } = render(
    <svg>
      <PatienceBar
        from={18}
        now={42}
        stop={48}
        words="patience 24 of 30: stops at 48"
        brief="24 of 30"
        geometry={geometry}
        {...change}
      />
    </svg>,
  );
  const lines = [...container.querySelectorAll('line')].map((line) =>
    ['x1', 'x2'].map((name) => Number(line.getAttribute(name))),
  );
  return { lines, words: container.querySelector('text')?.textContent };
};

test('the bar of patience goes from the best epoch to now, and light on to where the run would stop', () => {
  const { x } = geometry;
  const { lines, words } = bar();
  expect(lines).toEqual([
    [x(18), x(48)],
    [x(18), x(42)],
    [x(48), x(48)],
  ]);
  expect(words).toBe('patience 24 of 30: stops at 48');
});

test('where there is little room it says less, and an end beyond the axis is not drawn', () => {
  expect(bar({ from: 40, now: 50, stop: 75 }).words).toBe('patience 24 of 30: stops at 48');
  cleanup();
  const near = bar({ from: 52, now: 58, stop: 82 });
  expect(near.words).toBe('24 of 30');
  expect(near.lines).toEqual([
    [geometry.x(52), geometry.right],
    [geometry.x(52), geometry.x(58)],
  ]);
});
