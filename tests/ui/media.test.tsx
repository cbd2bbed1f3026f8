// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useDensity, useMedia } from '../../src/ui/useMedia.ts';

/** A window whose screen has so many pixels to one px, and that tells of a change as browsers do: by the query that held. */
const screenOf = (density: number) => {
  const now = { density };
  const lists = new Map<string, EventTarget>();
  const holds = (query: string): boolean => query === `(resolution: ${now.density}dppx)`;
  vi.stubGlobal('devicePixelRatio', density);
  vi.stubGlobal('matchMedia', (query: string) => {
    const list = Object.defineProperty(new EventTarget(), 'matches', { get: () => holds(query) });
    lists.set(query, list);
    return list;
  });
  const goTo = (next: number) => {
    const before = `(resolution: ${now.density}dppx)`;
    now.density = next;
    vi.stubGlobal('devicePixelRatio', next);
    for (const query of [before, `(resolution: ${next}dppx)`])
      lists.get(query)?.dispatchEvent(new Event('change'));
  };
  return { goTo, lists };
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('what is painted is told of each other screen that its window goes to', () => {
  const { goTo } = screenOf(1);
  const Painted = () => <p>{useDensity()} to one</p>;
  render(<Painted />);
  for (const density of [2, 1.5, 1, 3]) {
    act(() => goTo(density));
    expect(screen.getByText(`${density} to one`)).toBeTruthy();
  }
});

test('an answer of the window is followed, and no more once nobody asks', () => {
  const { goTo, lists } = screenOf(2);
  const seen: boolean[] = [];
  const Asked = () => {
    seen.push(useMedia('(resolution: 4dppx)'));
    return null;
  };
  const { unmount } = render(<Asked />);
  act(() => goTo(4));
  act(() => goTo(2));
  expect(seen).toEqual([false, true, false]);
  const heard = vi.spyOn(EventTarget.prototype, 'removeEventListener');
  unmount();
  const dropped = heard.mock.contexts.filter((_, call) => heard.mock.calls[call]?.[0] === 'change');
  expect(dropped).toContain(lists.get('(resolution: 4dppx)'));
});
