// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { DragNumber } from '../../../src/ui/controls/DragNumber.tsx';

afterEach(cleanup);

const show = (value = -0.7) => {
  const onChange = vi.fn<(value: number, gesture?: string) => void>();
  render(<DragNumber value={value} label="w₂" onChange={onChange} />);
  return { onChange, number: screen.getByRole('spinbutton', { name: 'w₂' }) };
};

test('it reads as a number with three decimals and a true minus', () => {
  expect(show().number.textContent).toBe('\u22120.700');
});

test('arrow keys step, ten times as far with Shift and a tenth with Alt', () => {
  const { onChange, number } = show();
  fireEvent.keyDown(number, { key: 'ArrowRight' });
  fireEvent.keyDown(number, { key: 'ArrowDown', shiftKey: true });
  fireEvent.keyDown(number, { key: 'ArrowUp', altKey: true });
  expect(onChange.mock.calls.map(([value]) => value)).toEqual([-0.6, -1.7, -0.69]);
});

test('a click opens it for typing; Enter takes what was typed', () => {
  const { onChange, number } = show();
  fireEvent.pointerDown(number, { pointerId: 1, button: 0, clientX: 10 });
  fireEvent.pointerUp(number, { pointerId: 1, clientX: 10 });
  const input = screen.getByRole('textbox', { name: 'w₂' });
  fireEvent.change(input, { target: { value: '\u22121.25' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onChange).toHaveBeenCalledExactlyOnceWith(-1.25);
  expect(screen.getByRole('spinbutton')).toBeTruthy();
});

test('what is no number is dropped', () => {
  const { onChange, number } = show();
  fireEvent.keyDown(number, { key: 'Enter' });
  const input = screen.getByRole('textbox');
  fireEvent.change(input, { target: { value: 'x' } });
  fireEvent.blur(input);
  expect(onChange).not.toHaveBeenCalled();
});

test('a drag goes on from where it began, as one gesture', () => {
  const { onChange, number } = show(1);
  fireEvent.pointerDown(number, { pointerId: 1, button: 0, clientX: 0 });
  fireEvent.pointerMove(number, { pointerId: 1, clientX: -4 });
  fireEvent.pointerMove(number, { pointerId: 1, clientX: -20 });
  fireEvent.pointerUp(number, { pointerId: 1, clientX: -20 });
  expect(onChange.mock.calls.map(([value]) => value)).toEqual([0.9, 0.5]);
  expect(onChange.mock.calls[0]?.[1]).toBe(onChange.mock.calls[1]?.[1]);
  expect(screen.queryByRole('textbox')).toBeNull();
});
