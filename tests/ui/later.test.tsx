// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { later } from '../../src/ui/later.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.documentElement.lang = 'en';
});

const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

/** A part that comes, or fails, when the test says so. */
const partOnItsWay = () => {
  let resolve: (shown: () => string) => void = () => {};
  let reject: (why: Error) => void = () => {};
  const coming = new Promise<() => string>((come, fail) => {
    resolve = come;
    reject = fail;
  });
  return { resolve, reject, Shown: later(() => coming) };
};

test.for([
  ['en', 'Loading …'],
  ['ko', '불러오는 중 …'],
] as const)('a part that takes longer than a moment says in %s that it comes', async ([language, words]) => {
  document.documentElement.lang = language;
  const { Shown, resolve } = partOnItsWay();
  const { container } = render(<Shown />);
  await pass(250);
  expect(container.textContent).toBe('');
  await pass(100);
  expect(container.textContent).toBe(words);
  expect(screen.getByText(words).getAttribute('aria-live')).toBe('polite');
  resolve(() => 'Here it is.');
  await pass(0);
  expect(container.textContent).toBe('Here it is.');
});

test('a part that fails after a moment says that instead, and says it in the language that is chosen then', async () => {
  const { Shown, reject } = partOnItsWay();
  const { container } = render(<Shown />);
  await pass(400);
  reject(new Error('no connection'));
  await pass(0);
  expect(screen.getByRole('alert').textContent).toMatch(/^This part of the page could not be fetched\./);
  expect(container.textContent).not.toContain('Loading');
  document.documentElement.lang = 'ko';
  await pass(0);
  expect(screen.getByRole('alert').textContent).toMatch(/^화면의 이 부분을 받아 오지 못했습니다\./);
});
