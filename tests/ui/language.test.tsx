// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Field } from '../../src/ui/controls/Field.tsx';
import { TextInput } from '../../src/ui/controls/TextInput.tsx';

afterEach(() => {
  cleanup();
  document.documentElement.lang = 'en';
});

/** What App does once it is drawn in another language; nothing else is drawn anew. */
const choose = (language: string) =>
  act(async () => {
    document.documentElement.lang = language;
  });

test('what a setting does to the run is said in the language that the page changes to', async () => {
  await choose('en');
  render(
    <>
      <Field label="rate" effect="keep">
        <input />
      </Field>
      <Field label="units" effect="restart">
        <input />
      </Field>
    </>,
  );
  expect([screen.queryByText('keeps the weights'), screen.queryByText('starts over')]).not.toContain(null);
  await choose('ko');
  expect([screen.queryByText('가중치 유지'), screen.queryByText('처음부터 학습')]).not.toContain(null);
  expect(screen.queryByText(/keeps|starts/)).toBeNull();
  await choose('en');
  expect(screen.queryByText('keeps the weights')).not.toBeNull();
});

test('why an input was refused is said in the language that the page changes to', async () => {
  await choose('en');
  const why = { en: 'That will not do.', ko: '쓸 수 없는 값입니다.' };
  render(<TextInput label="shape" value="a" onChange={() => {}} refuse={() => why} />);
  const input = screen.getByRole('textbox');
  fireEvent.change(input, { target: { value: 'b' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(screen.getByRole('status').textContent).toBe(why.en);
  await choose('ko');
  expect(screen.getByRole('status').textContent).toBe(why.ko);
});
