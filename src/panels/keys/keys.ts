import type { Stage } from '../../state/view.ts';

/** What a key asks for. */
export type Command =
  | { readonly do: 'play' }
  /** One step of the chosen size, or of the next larger one. */
  | { readonly do: 'step'; readonly way: 'forward' | 'back'; readonly larger: boolean }
  /** The oldest and the newest moment of the run. */
  | { readonly do: 'oldest' | 'newest' }
  | { readonly do: 'reset' }
  | { readonly do: 'stage'; readonly stage: Stage }
  | { readonly do: 'gate'; readonly gate: 'AND' | 'OR' | 'NAND' | 'XOR' }
  | { readonly do: 'units'; readonly by: 1 | -1 }
  | {
      readonly do:
        | 'predictions'
        | 'microscope'
        | 'gradients'
        | 'descent'
        | 'lesson'
        | 'large'
        | 'theme'
        | 'keys'
        | 'undo'
        | 'redo'
        | 'close';
    };

/**
 * Where the keyboard is: nowhere in particular, on a choice already made or whatever else leaves Space free, on
 * another control that knows some keys itself, or in a field.
 */
export type Focus = 'none' | 'chosen' | 'control' | 'field';

export type Pressed = Pick<
  KeyboardEvent,
  'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'
>;

const STAGES: Readonly<Record<string, Stage>> = {
  Digit1: 'design',
  Digit2: 'compile',
  Digit3: 'fit',
  Digit4: 'evaluate',
};
const GATES: Readonly<Record<string, 'AND' | 'OR' | 'NAND' | 'XOR'>> = {
  Digit1: 'AND',
  Digit2: 'OR',
  Digit3: 'NAND',
  Digit4: 'XOR',
};
const LETTERS: Readonly<Record<string, Command>> = {
  KeyR: { do: 'reset' },
  KeyH: { do: 'predictions' },
  KeyM: { do: 'microscope' },
  KeyD: { do: 'descent' },
  KeyL: { do: 'lesson' },
  KeyG: { do: 'gradients' },
  KeyP: { do: 'large' },
  KeyT: { do: 'theme' },
};
const STEPS: Readonly<Record<string, 'forward' | 'back'>> = {
  Period: 'forward',
  ArrowRight: 'forward',
  Comma: 'back',
  ArrowLeft: 'back',
};

/**
 * The command of a key, or null. Keys are told by their place (event.code), so that a Korean layout works like a
 * Latin one. A field keeps all its keys, a control its arrows and Space. With `singleKeys` off, letters, digits and
 * signs alone do nothing; Space, arrows, Esc and Ctrl or Cmd+Z still do.
 */
export const commandOf = (pressed: Pressed, focus: Focus, singleKeys: boolean): Command | null => {
  const { code, key, shiftKey, repeat } = pressed;
  if (pressed.isComposing || pressed.altKey || focus === 'field') return null;
  if (pressed.ctrlKey || pressed.metaKey) return undoOrRedo(pressed);
  if (code === 'Escape') return { do: 'close' };
  if (code === 'Home' || code === 'End') {
    return focus === 'none' && !shiftKey ? { do: code === 'Home' ? 'oldest' : 'newest' } : null;
  }

  const way = STEPS[code];
  if (way && (code.startsWith('Arrow') ? focus === 'none' : singleKeys)) {
    return { do: 'step', way, larger: shiftKey };
  }
  if (code === 'Space') return focus !== 'control' && !shiftKey && !repeat ? { do: 'play' } : null;
  if (!singleKeys) return null;
  if (!shiftKey && code === 'BracketLeft') return { do: 'units', by: -1 };
  if (!shiftKey && code === 'BracketRight') return { do: 'units', by: 1 };
  // What switches to and fro does so once, however long the key is held.
  if (repeat) return null;
  if (key === '?' || (shiftKey && code === 'Slash')) return { do: 'keys' };
  const gate = GATES[code];
  const stage = STAGES[code];
  if (shiftKey) return gate ? { do: 'gate', gate } : null;
  return stage ? { do: 'stage', stage } : (LETTERS[code] ?? null);
};

/** Ctrl or Cmd+Z, with Shift or as Ctrl+Y the other way; held, it goes on. */
const undoOrRedo = ({ code, shiftKey, ctrlKey }: Pressed): Command | null => {
  if (code === 'KeyZ') return { do: shiftKey ? 'redo' : 'undo' };
  return code === 'KeyY' && ctrlKey && !shiftKey ? { do: 'redo' } : null;
};

const CHOSEN =
  'input[type=radio]:checked, [role=radio][aria-checked=true], [role=tab][aria-selected=true], [data-space=free]';
const TYPED = 'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select';
const CONTROLS =
  'button, input, a[href], summary, [role=slider], [role=spinbutton], [role=tab], [role=option], [role=menuitem], [tabindex]:not([tabindex="-1"])';

/** Where the keyboard is, by the element that has the focus. */
export const focusOf = (element: Element | null): Focus => {
  if (!element?.closest) return 'none';
  if (element.matches(TYPED) || element.closest('[contenteditable=true], [contenteditable=""]'))
    return 'field';
  if (element.closest(CHOSEN)) return 'chosen';
  return element.closest(CONTROLS) ? 'control' : 'none';
};
