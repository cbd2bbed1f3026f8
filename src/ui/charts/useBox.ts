import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Size in px of an element's content box. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

const boxOf = (element: Element): Box => {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element);
  const [left, right, top, bottom] = [paddingLeft, paddingRight, paddingTop, paddingBottom].map(
    (side) => Number.parseFloat(side) || 0,
  ) as [number, number, number, number];
  return { width: element.clientWidth - left - right, height: element.clientHeight - top - bottom };
};

/**
 * An element's size, followed as it changes; `initial` until it has one. It is measured before it is painted for the
 * first time: drawn at another size even once, it would run over the side of a phone and flicker.
 */
export const useBox = <Kind extends Element>(initial: Box): [RefObject<Kind | null>, Box] => {
  const element = useRef<Kind>(null);
  const [box, setBox] = useState(initial);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const measured = ({ width, height }: Box) => {
      if (!(width > 0 && height > 0)) return;
      const now = { width: Math.round(width), height: Math.round(height) };
      setBox((was) => (was.width === now.width && was.height === now.height ? was : now));
    };
    measured(boxOf(observed));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) measured(entry.contentRect);
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return [element, box];
};
