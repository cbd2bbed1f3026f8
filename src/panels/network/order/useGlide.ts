import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** What moves with a column: its head and foot, its maps, or the tiles of its units. */
const PARTS = '[data-of], [data-maps], [data-neuron]:not([data-maps] *)';
const GLIDE = { duration: 240, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** Where a part lies in the drawing, in px; a group of maps lies where the first of them does. */
const leftOf = (part: HTMLElement): number => {
  const { left } = (part.style.left ? part : (part.firstElementChild as HTMLElement | null))?.style ?? {};
  return Number.parseFloat(left ?? '');
};

const placesIn = (root: HTMLElement): ReadonlyMap<HTMLElement, number> =>
  new Map([...root.querySelectorAll<HTMLElement>(PARTS)].map((part) => [part, leftOf(part)]));

/**
 * Columns glide to their places when layers come, go, or change their order; the head by which one was moved keeps the
 * keyboard.
 */
export const useGlide = (
  drawing: RefObject<HTMLElement | null>,
  ids: readonly number[],
  gaps: readonly number[],
): void => {
  /** Where everything lies for these layers and gaps; null before it was looked at. */
  const before = useRef<{ order: string; gaps: string; places: ReadonlyMap<HTMLElement, number> } | null>(
    null,
  );
  const focused = useRef<string | undefined>(undefined);
  const order = ids.join();
  const between = gaps.join();
  useLayoutEffect(() => {
    const [root, was] = [drawing.current, before.current];
    if (!root) return;
    const places = placesIn(root);
    before.current = { order, gaps: between, places };
    if (!was || was.order === order) return;
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
  // The drawing is around what asks for this: it is there only once all of it is.
  useEffect(() => {
    const root = drawing.current;
    if (root) before.current ??= { order, gaps: between, places: placesIn(root) };
  }, [drawing, order, between]);
  useEffect(() => {
    const root = drawing.current;
    const note = ({ target }: FocusEvent) => {
      focused.current = target instanceof HTMLElement ? target.dataset['grip'] : undefined;
    };
    // Left for nothing in particular, it is left; one that is only put elsewhere has the focus again by then.
    const leave = () =>
      queueMicrotask(() => {
        if (document.activeElement === document.body) focused.current = undefined;
      });
    root?.addEventListener('focusin', note);
    root?.addEventListener('focusout', leave);
    return () => {
      root?.removeEventListener('focusin', note);
      root?.removeEventListener('focusout', leave);
    };
  }, [drawing]);
};
