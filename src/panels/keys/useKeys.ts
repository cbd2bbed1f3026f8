import { useEffect, useEffectEvent } from 'react';
import { part } from '../../part.ts';
import { useDesign } from '../../state/experiment.ts';
import { tell } from '../../state/notice.ts';
import { NOT_FETCHED } from '../../state/parts.ts';
import { useView } from '../../state/view.ts';
import { commandOf, focusOf } from './keys.ts';

/** What the keys do. */
const commands = part(() => import('./commands.ts'));

/** Listens to the keys of the whole page; an open dialog, and a control that took the key, come first. */
export const useKeys = (): void => {
  const design = useDesign();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const focused = event.target instanceof Element ? event.target : null;
    const command = commandOf(event, focusOf(focused), useView.getState().singleKeys);
    if (!command) return;
    // Esc also closes what the browser has open: a full screen; a list comes first.
    if (command.do === 'close' && document.querySelector(':popover-open')) return;
    if (command.do !== 'close') event.preventDefault();
    if (commands.here) return commands.here.obey(command, design);
    commands.fetch().then(
      ({ obey }) => obey(command, design),
      () => tell(NOT_FETCHED),
    );
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
};
