// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { commandOf, focusOf, type Focus, type Pressed } from '../../../src/panels/keys/keys.ts';

const key = (code: string, more: Partial<Pressed> = {}): Pressed => ({
  code,
  key: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const command = (code: string, more: Partial<Pressed> = {}, focus: Focus = 'none') =>
  commandOf(key(code, more), focus, true);

test('every key has its command', () => {
  expect(command('Space')).toEqual({ do: 'play' });
  expect(command('Period')).toEqual({ do: 'step', way: 'forward', larger: false });
  expect(command('Comma')).toEqual({ do: 'step', way: 'back', larger: false });
  expect(command('Comma', { shiftKey: true })).toEqual({ do: 'step', way: 'back', larger: true });
  expect(command('ArrowRight', { shiftKey: true })).toEqual({ do: 'step', way: 'forward', larger: true });
  expect(command('KeyR')).toEqual({ do: 'reset' });
  expect(command('Digit3')).toEqual({ do: 'stage', stage: 'fit' });
  expect(command('Digit4', { shiftKey: true })).toEqual({ do: 'gate', gate: 'XOR' });
  expect(command('KeyH')).toEqual({ do: 'predictions' });
  expect(command('KeyD')).toEqual({ do: 'descent' });
  expect(command('KeyG')).toEqual({ do: 'gradients' });
  expect(command('KeyP')).toEqual({ do: 'large' });
  expect(command('KeyT')).toEqual({ do: 'theme' });
  expect(command('BracketLeft')).toEqual({ do: 'units', by: -1 });
  expect(command('BracketRight')).toEqual({ do: 'units', by: 1 });
  expect(command('Escape')).toEqual({ do: 'close' });
  expect(command('Home')).toEqual({ do: 'oldest' });
  expect(command('End')).toEqual({ do: 'newest' });
  expect(command('Slash', { shiftKey: true, key: '?' })).toEqual({ do: 'keys' });
  expect(command('KeyZ', { ctrlKey: true })).toEqual({ do: 'undo' });
  expect(command('KeyZ', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
  expect(command('KeyY', { ctrlKey: true })).toEqual({ do: 'redo' });
});

test('a Korean layout gives the same commands, except while a syllable is composed', () => {
  expect(command('KeyR', { key: 'ㄱ' })).toEqual({ do: 'reset' });
  expect(command('KeyZ', { key: 'ㅋ', ctrlKey: true })).toEqual({ do: 'undo' });
  expect(command('KeyR', { key: 'ㄱ', isComposing: true })).toBeNull();
});

test('a field keeps all its keys, its own undo included', () => {
  for (const code of ['Space', 'KeyR', 'Period', 'ArrowLeft', 'Digit1', 'Escape']) {
    expect(command(code, {}, 'field')).toBeNull();
  }
  expect(command('KeyZ', { ctrlKey: true }, 'field')).toBeNull();
});

test('a focused control keeps Space and its arrows, the letters still work', () => {
  expect(command('Space', {}, 'control')).toBeNull();
  expect(command('ArrowRight', {}, 'control')).toBeNull();
  expect(command('End', {}, 'control')).toBeNull();
  expect(command('Period', {}, 'control')).toEqual({ do: 'step', way: 'forward', larger: false });
  expect(command('KeyR', {}, 'control')).toEqual({ do: 'reset' });
});

test('single letters, digits and signs can be switched off; Space, arrows and undo stay', () => {
  const off = (code: string, more: Partial<Pressed> = {}) => commandOf(key(code, more), 'none', false);
  for (const code of ['KeyR', 'KeyP', 'Digit1', 'Period', 'Comma', 'BracketLeft'])
    expect(off(code)).toBeNull();
  expect(off('Digit4', { shiftKey: true })).toBeNull();
  expect(off('Slash', { shiftKey: true, key: '?' })).toBeNull();
  expect(off('Space')).toEqual({ do: 'play' });
  expect(off('ArrowRight')).toEqual({ do: 'step', way: 'forward', larger: false });
  expect(off('KeyZ', { ctrlKey: true })).toEqual({ do: 'undo' });
});

test('a held key steps on, but switches once', () => {
  expect(command('Period', { repeat: true })).not.toBeNull();
  expect(command('Space', { repeat: true })).toBeNull();
  expect(command('KeyP', { repeat: true })).toBeNull();
});

test('keys of the browser are left to it', () => {
  expect(command('KeyR', { ctrlKey: true })).toBeNull();
  expect(command('ArrowLeft', { altKey: true })).toBeNull();
  expect(command('KeyP', { metaKey: true })).toBeNull();
});

test('what the focus is on decides what is kept', () => {
  document.body.innerHTML = `
    <input id="typed" type="text"><select id="chosen"></select><input id="slid" type="range">
    <button id="pressed"><b id="inside"></b></button><p id="read"></p>`;
  const at = (id: string) => focusOf(document.getElementById(id));
  expect(at('typed')).toBe('field');
  expect(at('chosen')).toBe('field');
  expect(at('slid')).toBe('control');
  expect(at('inside')).toBe('control');
  expect(at('read')).toBe('none');
  expect(focusOf(document.body)).toBe('none');
});
