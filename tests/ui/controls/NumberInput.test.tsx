// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { NumberField } from '../../../src/engine/fields.ts';
import { NumberInput } from '../../../src/ui/controls/NumberInput.tsx';

const rate: NumberField = {
  kind: 'number',
  name: 'learning_rate',
  words: { en: 'The learning rate', ko: '학습률' },
  effect: 'keep',
  initial: 0.01,
  min: 0,
  above: true,
  max: 100,
  step: 0.1,
};

afterEach(() => {
  cleanup();
  document.documentElement.lang = 'en';
});

const show = (value: number | null = 0.5, onEmpty?: () => void) => {
  const onChange = vi.fn<(value: number, gesture?: string) => void>();
  render(<NumberInput field={rate} label="rate" value={value} onChange={onChange} onEmpty={onEmpty} />);
  return { onChange, input: screen.getByRole<HTMLInputElement>('textbox', { name: 'rate' }) };
};
const type = (input: HTMLInputElement, words: string) =>
  fireEvent.change(input, { target: { value: words } });

test('a typed number is taken on Enter, and not before', () => {
  const { onChange, input } = show();
  type(input, '0.25');
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onChange).toHaveBeenCalledWith(0.25, undefined);
});

test('a typed number is taken when the field is left', () => {
  const { onChange, input } = show();
  type(input, '2');
  fireEvent.blur(input);
  expect(onChange).toHaveBeenCalledWith(2, undefined);
});

test('a number the field does not allow is refused with its sentence', () => {
  const { onChange, input } = show();
  type(input, '0');
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole('status').textContent).toBe('The learning rate must be a number above 0.');
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('the sentence goes with Escape, with the old value, and with the next number that will do', () => {
  const { input } = show();
  const said = () => screen.getByRole('status').textContent;
  const refuse = () => {
    type(input, '0');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(said()).not.toBe('');
  };
  refuse();
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(said()).toBe('');
  refuse();
  fireEvent.blur(input);
  expect([input.value, said()]).toEqual(['0.5', '']);
  refuse();
  type(input, '0.5');
  expect(said()).toBe('');
});

test('a number that will not do is said after a pause in typing, before the field is left', () => {
  vi.useFakeTimers();
  const { input } = show();
  type(input, '0');
  expect(screen.getByRole('status').textContent).toBe('');
  act(() => void vi.advanceTimersByTime(1000));
  expect(screen.getByRole('status').textContent).not.toBe('');
  vi.useRealTimers();
});

test('a number that will not do in a field that is left at once is said all the same, for a while', () => {
  vi.useFakeTimers();
  const { onChange, input } = show();
  const said = () => screen.getByRole('status').textContent;
  const leave = () => {
    type(input, '0');
    fireEvent.blur(input);
    expect([input.value, input.getAttribute('aria-invalid')]).toEqual(['0.5', 'false']);
    expect(said()).not.toBe('');
  };
  leave();
  act(() => void vi.advanceTimersByTime(10_000));
  expect(said()).toBe('');
  leave();
  fireEvent.focus(input);
  expect(said()).toBe('');
  expect(onChange).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test('the sentence is Korean on a Korean page', () => {
  document.documentElement.lang = 'ko';
  const { input } = show();
  type(input, 'abc');
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(screen.getByRole('status').textContent).toBe('학습률에는 숫자를 적어 주세요.');
});

test('Escape puts back what was there', () => {
  const { onChange, input } = show();
  type(input, '9');
  fireEvent.keyDown(input, { key: 'Escape' });
  fireEvent.blur(input);
  expect(input.value).toBe('0.5');
  expect(onChange).not.toHaveBeenCalled();
});

test('arrow keys step, ten times as far with Shift and a tenth with Alt, never onto a limit that is not allowed', () => {
  const { onChange, input } = show();
  fireEvent.focus(input);
  fireEvent.keyDown(input, { key: 'ArrowUp' });
  fireEvent.keyDown(input, { key: 'ArrowUp', shiftKey: true });
  fireEvent.keyDown(input, { key: 'ArrowDown', altKey: true });
  fireEvent.keyDown(input, { key: 'ArrowDown', shiftKey: true });
  expect(onChange.mock.calls.map(([value]) => value)).toEqual([0.6, 1.5, 0.49]);
  expect(new Set(onChange.mock.calls.map(([, gesture]) => gesture)).size).toBe(1);
});

test('a field that may be empty says so when it is emptied', () => {
  const onEmpty = vi.fn<() => void>();
  const { onChange, input } = show(3, onEmpty);
  type(input, '');
  fireEvent.blur(input);
  expect(onEmpty).toHaveBeenCalledOnce();
  expect(onChange).not.toHaveBeenCalled();
});

test('dragging sideways changes the number, one gesture a drag', () => {
  const { onChange, input } = show();
  fireEvent.pointerDown(input, { pointerId: 1, button: 0, clientX: 100 });
  fireEvent.pointerMove(input, { pointerId: 1, clientX: 108 });
  fireEvent.pointerMove(input, { pointerId: 1, clientX: 120 });
  fireEvent.pointerUp(input, { pointerId: 1, clientX: 120 });
  expect(onChange.mock.calls.map(([value]) => value)).toEqual([0.7, 1]);
  expect(new Set(onChange.mock.calls.map(([, gesture]) => gesture)).size).toBe(1);
  expect(document.activeElement).not.toBe(input);
});
