import { useEffect, useEffectEvent } from 'react';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { obey } from './commands.ts';
import { commandOf, focusOf } from './keys.ts';

/** Listens to the keys of the whole page; an open dialog, and a control that took the key, come first. */
export const useKeys = (): void => {
  const design = useDesign();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const focused = event.target instanceof Element ? event.target : null;
    const command = commandOf(event, focusOf(focused), useView.getState().singleKeys);
    if (!command) return;
    // Esc also closes what the browser has open: a list, a full screen.
    if (command.do !== 'close') event.preventDefault();
    obey(command, design);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
};
