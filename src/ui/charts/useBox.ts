import { type RefObject, useEffect, useRef, useState } from 'react';

/** Size in px of an element's content box. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** An element's size, followed as it changes; `initial` until it was measured. */
export const useBox = <Kind extends Element>(initial: Box): [RefObject<Kind | null>, Box] => {
  const element = useRef<Kind>(null);
  const [box, setBox] = useState(initial);
  useEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setBox({ width: Math.round(width), height: Math.round(height) });
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return [element, box];
};
