// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { apply, designAt } from '../../../src/experiment/apply.ts';
import { demos } from '../../../src/experiment/demos.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { addLayer } from '../../../src/experiment/moves.ts';
import { moveLayer } from '../../../src/experiment/order.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { NetworkPanel } from '../../../src/panels/network/NetworkPanel.tsx';
import { fetchParts } from '../../../src/part.ts';
import { useView } from '../../../src/state/view.ts';

const run = vi.hoisted(() => ({
  frame: { weights: [], playing: false, phase: null, position: { step: 1 } },
}));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => run.frame,
  useViews: () => ({}),
  useShows: () => undefined,
}));
const experiment = vi.hoisted(() => ({
  design: null as unknown,
  edit: vi.fn<(patch: Patch, options?: object) => void>(),
}));
vi.mock('../../../src/state/experiment.ts', async () => {
  const { patching } = await import('../stage.ts');
  return {
    useDesign: () => experiment.design,
    edit: patching(experiment.edit, () => experiment.design as Design),
  };
});

/** Dense 2, Dropout 3, Dense 4, and the output 1. */
const deep: Design = [
  (now: Design) => addLayer(now, 0),
  (now: Design) => addLayer(now, 1, 'Dropout'),
  (now: Design) => addLayer(now, 2),
].reduce((now, move) => apply(now, move(now)), designAt(opening, 0));

const show = (design: Design) => {
  experiment.design = design;
  return render(<NetworkPanel />);
};
const grip = (name: RegExp) => screen.getByRole('button', { name });
const mark = () => document.querySelector<HTMLElement>('[data-gap]')?.dataset['gap'] ?? null;
const said = () => document.querySelector('[aria-live=assertive]')?.textContent ?? null;

beforeAll(() => fetchParts());
beforeEach(() => {
  vi.clearAllMocks();
  useView.setState(useView.getInitialState(), true);
});
afterEach(cleanup);

test('every layer but the output is taken by its name, in both languages and both drawings', () => {
  for (const language of ['en', 'ko'] as const) {
    useView.setState({ language });
    for (const [design, count] of [
      [deep, 3],
      [designAt(demos.digits, 0), 5],
    ] as const) {
      show(design);
      const named =
        language === 'en' ? /^Move (\w+), layer \d of \d: starts over$/ : /^\w+ 옮기기, 층 \d개 중/;
      expect(screen.getAllByRole('button', { name: named })).toHaveLength(count);
      cleanup();
    }
  }
});

test('where there is but one place there is nothing to take', () => {
  show(apply(designAt(opening, 0), addLayer(designAt(opening, 0))));
  expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
});

test('Alt and an arrow key put a layer one place further at once; other arrows are left to others', () => {
  show(deep);
  const dropout = grip(/^Move Dropout/);
  expect(fireEvent.keyDown(dropout, { key: 'ArrowRight' })).toBe(true);
  expect(experiment.edit).not.toHaveBeenCalled();
  // What is prevented does not lead to the page before.
  expect(fireEvent.keyDown(dropout, { key: 'ArrowLeft', altKey: true })).toBe(false);
  expect(experiment.edit).toHaveBeenLastCalledWith(moveLayer(deep, 3, 0), {
    deed: { kind: 'moved', id: 3, from: 1 },
  });
  fireEvent.keyDown(dropout, { key: 'ArrowRight', altKey: true });
  expect(experiment.edit.mock.lastCall?.[0]).toEqual(moveLayer(deep, 3, 2));
});

test('Enter takes a layer, arrows carry it from place to place, Enter puts it there, Esc gives up', () => {
  show(deep);
  const dropout = grip(/^Move Dropout/);
  fireEvent.click(dropout, { detail: 0 });
  expect(dropout.getAttribute('aria-pressed')).toBe('true');
  expect(said()).toMatch(/^Dropout: place 2 of 3, where it is\./);
  expect(mark()).toBeNull();
  fireEvent.keyDown(dropout, { key: 'ArrowRight' });
  expect([mark(), said()]).toEqual(['3', 'place 3 of 3, before Dense']);
  // Before the output is the last place.
  fireEvent.keyDown(dropout, { key: 'ArrowRight' });
  expect(mark()).toBe('3');
  fireEvent.keyDown(dropout, { key: 'ArrowLeft' });
  expect(mark()).toBeNull();
  fireEvent.keyDown(dropout, { key: 'ArrowLeft' });
  expect([mark(), said()]).toEqual(['0', 'place 1 of 3, before Dense']);
  fireEvent.keyDown(dropout, { key: 'Escape' });
  expect([mark(), said(), experiment.edit.mock.calls.length]).toEqual([null, null, 0]);
  fireEvent.click(dropout, { detail: 0 });
  fireEvent.keyDown(dropout, { key: 'ArrowLeft' });
  fireEvent.click(dropout, { detail: 0 });
  expect(experiment.edit.mock.lastCall?.[0]).toEqual(moveLayer(deep, 3, 0));
  expect(mark()).toBeNull();
});

test('where a layer would not take what comes it is said before it is put there', () => {
  show(designAt(demos.digits, 0));
  const flatten = grip(/^Move Flatten/);
  fireEvent.click(flatten, { detail: 0 });
  fireEvent.keyDown(flatten, { key: 'ArrowLeft' });
  expect(said()).toBe('place 4 of 5, before MaxPooling2D, does not fit here');
});

test('a press of the mouse that is no drag takes nothing', () => {
  show(deep);
  const dropout = grip(/^Move Dropout/);
  const at = { button: 0, isPrimary: true, pointerId: 1, clientX: 100, clientY: 10 };
  fireEvent.pointerDown(dropout, at);
  fireEvent.pointerMove(dropout, { ...at, clientX: 102 });
  fireEvent.pointerUp(dropout, at);
  fireEvent.click(dropout, { detail: 1 });
  expect([mark(), dropout.getAttribute('aria-pressed'), experiment.edit.mock.calls.length]).toEqual([
    null,
    'false',
    0,
  ]);
});

test('columns glide to where they go, unless motion is to be reduced, and a layer keeps the keyboard', () => {
  const animate = vi.fn<(frames: Keyframe[], timing: object) => void>();
  Object.assign(HTMLElement.prototype, { animate });
  const still = vi.fn<(query: string) => { matches: boolean }>(() => ({ matches: false }));
  vi.stubGlobal('matchMedia', still);
  const { rerender } = show(deep);
  const move = (to: Design) => {
    animate.mockClear();
    experiment.design = to;
    rerender(<NetworkPanel />);
  };
  grip(/^Move Dense, layer 1 of 4/).focus();
  move(apply(deep, moveLayer(deep, 2, 1) ?? {}));
  const glides = animate.mock.calls.filter(([[frame]]) =>
    /^translateX\(-?[\d.]+px\)$/.test(String(frame?.['transform'])),
  );
  // Of both layers that changed places at least the heads and the feet.
  expect(glides.length).toBeGreaterThanOrEqual(4);
  expect(glides[0]?.[1]).toEqual({ duration: 240, easing: 'cubic-bezier(0.2, 0, 0, 1)' });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Move Dense, layer 2 of 4/);
  still.mockReturnValue({ matches: true });
  move(deep);
  expect(animate).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(HTMLElement.prototype, 'animate');
});
