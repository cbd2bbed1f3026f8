// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { same } from '../../src/text.ts';
import { LossChart } from '../../src/ui/charts/LossChart.tsx';
import { curveTo } from './curves.ts';
import { noteDrawing } from './drawn.ts';

let drawing: ReturnType<typeof noteDrawing>;
beforeEach(() => {
  drawing = noteDrawing();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const falling = (epoch: number): number => 0.7 - epoch / 1000;

type Props = Parameters<typeof LossChart>[0];
const chart = (change: Partial<Props> = {}) => {
  const props: Props = {
    curve: curveTo(200, falling),
    quantity: 'loss',
    now: { epoch: 200, step: 200, value: falling(200) },
    newest: { epoch: 200, step: 200 },
    oldest: 0,
    seeking: null,
    updates: 1,
    onHold: () => {},
    onSeek: () => {},
    onStep: () => {},
    epochs: null,
    run: 1,
    marks: [],
    settled: false,
    ghosts: [],
    flag: 'epoch 200',
    label: 'epoch 200, training loss 0.500',
    language: 'en',
    large: false,
    theme: 'light',
    known: Math.LN2,
    patience: null,
    saved: { checkpoints: [], label: '', legend: '', onChoose: () => {} },
    ...change,
  };
  return <LossChart {...props} />;
};
/** The curves that are drawn, those ahead of the playhead faint. */
const curves = (which: { dashed: boolean; ahead?: boolean }) =>
  drawing
    .last()
    .lines.filter(({ dashed, alpha }) => dashed === which.dashed && alpha < 1 === (which.ahead ?? false))
    .map(({ places }) => places);

test('the values under the pointer are shown', async () => {
  const { container } = render(chart({ language: 'ko' }));
  fireEvent.pointerMove(container.firstElementChild!, { clientX: 40 });
  expect(await screen.findByText('에포크 0 · loss 0.700')).toBeTruthy();
  fireEvent.pointerLeave(container.firstElementChild!);
  expect(screen.queryByText('에포크 0 · loss 0.700')).toBeNull();
});

test('after a step back the curve beyond the playhead stays, and says how far it was trained', () => {
  const { rerender } = render(chart());
  expect(screen.queryByText(/trained to/)).toBeNull();
  expect(curves({ dashed: false, ahead: true })).toEqual([]);
  rerender(chart({ now: { epoch: 96, step: 96, value: falling(96) } }));
  expect(screen.getByText('trained to 200')).toBeTruthy();
  // 97 points up to the playhead and the ball itself, then nothing beyond it in full ink.
  expect(curves({ dashed: false }).map(({ length }) => length)).toEqual([98]);
  // From the ball on, the other 104.
  expect(curves({ dashed: false, ahead: true }).map(({ length }) => length)).toEqual([105]);
  expect(drawing.last().words).toEqual(['epoch 200']);
});

test('validation is drawn where there is a validation set and nowhere else', () => {
  const { rerender } = render(chart());
  expect(curves({ dashed: true })).toEqual([]);
  rerender(chart({ curve: curveTo(200, falling, { validates: true }) }));
  expect(curves({ dashed: true }).map(({ length }) => length)).toEqual([201]);
});

test('under the perceptron rule the chart counts wrong points and says so', async () => {
  render(chart({ quantity: 'wrong', now: { epoch: 200, step: 200, value: 0 } }));
  expect(screen.getByText('wrong points')).toBeTruthy();
  fireEvent.pointerMove(screen.getByRole('slider'), { clientX: 40 });
  expect(await screen.findByText('epoch 0 · 2 wrong')).toBeTruthy();
});

test('marks, the settled loss and the ghost carry their words', async () => {
  render(
    chart({
      curve: curveTo(150, falling),
      now: { epoch: 150, step: 150, value: 0.693 },
      marks: [
        { epoch: 28, step: 28, words: { en: '4/4', ko: '4/4' }, kind: 'solved' },
        { epoch: 120, step: 120, words: { en: 'AND → XOR', ko: 'AND → XOR' }, kind: 'edit' },
      ],
      settled: true,
      ghosts: [
        { id: 1, parted: 0, curve: curveTo(80, falling), name: { en: 'one neuron', ko: '뉴런 하나' } },
      ],
    }),
  );
  for (const words of ['4/4', 'AND → XOR', '0.693', 'one neuron'])
    expect(await screen.findByText(words)).toBeTruthy();
});

test('of two marks side by side the newer one keeps its words, at the playhead too, where they stand aside', () => {
  const solved = (step: number) => ({ epoch: step, step, words: same('1600/1600'), kind: 'solved' }) as const;
  // The playhead stands on the newer one, so that its words are left of it, over the other's.
  render(chart({ marks: [solved(178), solved(200)] }));
  expect(screen.getAllByText('1600/1600')).toHaveLength(1);
  cleanup();
  render(chart({ marks: [solved(120), solved(200)] }));
  expect(screen.getAllByText('1600/1600')).toHaveLength(2);
});

test('while a run goes on, the value axis stays where it is; another run lets it go', () => {
  const small = (epoch: number): number => 0.3 - epoch / 1000;
  const { rerender } = render(chart());
  expect(screen.getByText('0.8')).toBeTruthy();
  const next = { curve: curveTo(150, small), now: { epoch: 150, step: 150, value: small(150) } };
  rerender(chart(next));
  expect(screen.getByText('0.8')).toBeTruthy();
  rerender(chart({ ...next, run: 2 }));
  expect(screen.queryByText('0.8')).toBeNull();
});

test('a loss that is no number breaks neither the curve nor the ball', () => {
  const { container } = render(
    chart({
      curve: curveTo(5, (epoch) => (epoch > 3 ? Number.NaN : 1)),
      now: { epoch: 5, step: 5, value: Number.NaN },
    }),
  );
  expect(container.innerHTML).not.toContain('NaN');
  const { lines, discs } = drawing.last();
  expect(discs).toHaveLength(1);
  expect([...lines.flatMap(({ places }) => places), ...discs].flat().every(Number.isFinite)).toBe(true);
});

test('a beginning above the axis is marked with how high it was, and the ball goes along the edge there', () => {
  const grades = (epoch: number): number => (epoch < 10 ? 4557 : 15);
  const props = {
    curve: curveTo(60, grades, { validates: true }),
    known: 0,
    newest: { epoch: 60, step: 60 },
  };
  const now = (epoch: number) => ({ now: { epoch, step: epoch, value: grades(epoch) } });
  const { container, rerender } = render(chart({ ...props, ...now(60) }));
  const ends = () => [...container.querySelectorAll('text[text-anchor=end]')].map((tick) => tick.textContent);
  expect(screen.getByText('up to 4,557')).toBeTruthy();
  expect(ends()).toContain('20');
  rerender(chart({ ...props, ...now(2) }));
  const topmost = Math.min(
    ...[...container.querySelectorAll('g[transform^="translate(0 "]')].map((tick) =>
      Number(/translate\(0 (.*)\)/.exec(tick.getAttribute('transform') ?? '')?.[1]),
    ),
  );
  expect(drawing.last().discs.at(-1)?.[1]).toBeCloseTo(topmost, 3);
  expect(ends()).toContain('20');
  expect(screen.getByText('up to 4,557')).toBeTruthy();
  rerender(chart({ ...props, ...now(60), language: 'ko' }));
  expect(screen.getByText('최고 4,557')).toBeTruthy();
});

test('a curve that lies inside the axis has no such mark', () => {
  const { container } = render(chart());
  expect(container.querySelector('[data-beyond]')).toBeNull();
});

test('a switch of the theme repaints the chart in the colours that the page then has', () => {
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(
    () =>
      ({
        fontFamily: 'sans-serif',
        getPropertyValue: (token: string) => `${token} of ${document.documentElement.dataset['theme']}`,
      }) as CSSStyleDeclaration,
  );
  // As the page does it: in a layout effect of what the chart stands in.
  const Page = ({ theme }: { readonly theme: 'light' | 'dark' }) => {
    useLayoutEffect(() => {
      document.documentElement.dataset['theme'] = theme;
    }, [theme]);
    return chart({ theme });
  };
  const inks = () => drawing.last().lines.filter(({ dashed }) => !dashed);
  const { rerender } = render(<Page theme="light" />);
  expect(inks().map(({ colour }) => colour)).toEqual(['--ink of light']);
  rerender(<Page theme="dark" />);
  expect(inks().map(({ colour }) => colour)).toEqual(['--ink of dark']);
});
