import { useEffect, useEffectEvent } from 'react';
import { focusOf } from '../keys/keys.ts';

interface Turning {
  readonly left: () => void;
  readonly right: () => void;
}

/** Where arrows turn the frames: nothing has the keyboard, or a button of the lesson, which knows no arrows. */
const turns = (target: EventTarget | null): boolean =>
  target instanceof Element && (focusOf(target) === 'none' || target.closest('[data-turns]') !== null);

/** ← and → turn the frames while a lesson is open, before they move time. */
export const useTurningKeys = (turning: Turning): void => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const turn = { ArrowLeft: turning.left, ArrowRight: turning.right }[event.key];
    const plain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey);
    if (!turn || !plain || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (!turns(event.target)) return;
    event.preventDefault();
    turn();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    // Before the keys of the page, which would move time.
    addEventListener('keydown', listen, true);
    return () => removeEventListener('keydown', listen, true);
  }, []);
};
