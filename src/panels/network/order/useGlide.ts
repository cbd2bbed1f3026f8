import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What moves with a column: its head and foot, its maps, or the tiles of its units. */
const PARTS = '[data-of], [data-maps], [data-neuron]:not([data-maps] *)';
const GLIDE = { duration: 240, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** Where a part lies in the drawing, in px; a group of maps lies where the first of them does. */
const leftOf = (part: HTMLElement): number => {
  const { left } = (part.style.left ? part : (part.firstElementChild as HTMLElement | null))?.style ?? {};
  return Number.parseFloat(left ?? '');
};

/**
 * Columns glide to their places when layers come, go, or change their order; the head by which one was moved keeps the
 * keyboard.
 */
export const useGlide = (
  drawing: RefObject<HTMLElement | null>,
  ids: readonly number[],
  gaps: readonly number[],
): void => {
  const before = useRef({ order: '', gaps: '', places: new Map<HTMLElement, number>() });
  const focused = useRef<string | undefined>(undefined);
  const order = ids.join();
  const between = gaps.join();
  useLayoutEffect(() => {
    const root = drawing.current;
    if (!root) return;
    const parts = [...root.querySelectorAll<HTMLElement>(PARTS)];
    const places = new Map(parts.map((part) => [part, leftOf(part)]));
    const was = before.current;
    // What was noted while the columns lay elsewhere would let them come from there.
    before.current = { order, gaps: between, places };
    if (was.order === order || was.order === '') return;
    // An element that was put elsewhere has lost the focus.
    if (focused.current && document.activeElement === document.body) {
      root.querySelector<HTMLElement>(`[data-grip="${focused.current}"]`)?.focus();
    }
    if (globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches) return;
    for (const [part, left] of places) {
      const from = was.places.get(part);
      // What was not there comes up where it is.
      if (from === undefined) part.animate?.([{ opacity: 0 }], GLIDE);
      else if (from !== left) part.animate?.([{ transform: `translateX(${from - left}px)` }], GLIDE);
    }
  }, [drawing, order, between]);
  useLayoutEffect(() => {
    const root = drawing.current;
    const note = ({ target }: FocusEvent) => {
      focused.current = target instanceof HTMLElement ? target.dataset['grip'] : undefined;
    };
    root?.addEventListener('focusin', note);
    return () => root?.removeEventListener('focusin', note);
  }, [drawing]);
};
