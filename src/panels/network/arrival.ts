import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useDeed } from '../../state/deed.ts';

/**
 * In a drawing of so many layers one that was put in by hand takes the keyboard once it is on the screen: its column rather
 * than a control in it, so that Tab goes on at its chip and Space plays.
 */
export const useArrival = (drawing: RefObject<HTMLElement | null>, layers: number): void => {
  const deed = useDeed();
  const arrive = useEffectEvent((there: number) => {
    if (deed.kind !== 'layer' || deed.at === undefined || deed.at >= there) return;
    drawing.current?.querySelector<HTMLElement>(`[data-layer="${deed.at}"]`)?.focus();
  });
  useEffect(() => arrive(layers), [layers]);
};
