// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { Tile } from '../../../src/ui/controls/Tile.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const choices = () =>
  render(
    <>
      <Segmented
        label="Step size"
        options={[
          { value: 'batch', words: 'batch' },
          { value: 'epoch', words: 'epoch' },
        ]}
        value="epoch"
        onChange={() => undefined}
      />
      <Tile name="gates" words="XOR" checked={false} onChoose={() => undefined}>
        {null}
      </Tile>
    </>,
  );

test.each(['batch', 'XOR'])('%s keeps the focus after keys and lets it go after a pointer', (name) => {
  choices();
  const radio = screen.getByRole('radio', { name });
  radio.focus();
  fireEvent.click(radio, { detail: 0 });
  vi.runAllTimers();
  expect(document.activeElement).toBe(radio);
  fireEvent.click(radio, { detail: 1 });
  vi.runAllTimers();
  expect(document.activeElement).not.toBe(radio);
});
