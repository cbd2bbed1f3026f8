import { expect, test } from 'vitest';
import { inexact } from './arithmetic.ts';
import { CODE, readSources } from './sources.ts';

test('engine and data compute with nothing whose bits differ between machines', () => {
  const sources = { ...readSources('src/engine', CODE), ...readSources('src/data', CODE) };
  expect(Object.keys(sources).length).toBeGreaterThan(0);
  expect(inexact(sources)).toEqual([]);
});

test.each([
  'Math.exp(x)',
  'Math.log(x)',
  'Math.pow(x, 2)',
  'Math.sin(x)',
  'Math.cos(x)',
  'Math.tan(x)',
  'Math.tanh(x)',
  'Math.hypot(x, 1)',
  'Math.cbrt(x)',
  'Math.log1p(x)',
  'Math.random()',
  "Math['exp'](x)",
  'Math[name](x)',
  '((M) => M.exp(x))(Math)',
  'x ** 2',
  'Date.now()',
  'new Date()',
  'performance.now()',
])('%s is found', (expression) => {
  expect(inexact({ 'src/engine/a.ts': `// one line\nexport const y = ${expression};` })).toEqual([
    expect.stringContaining('src/engine/a.ts:2'),
  ]);
});

test('Math taken apart and **= are found', () => {
  expect(inexact({ 'src/engine/a.ts': 'const { exp } = Math;' })).toHaveLength(1);
  expect(inexact({ 'src/engine/a.ts': 'let x = 2; x **= 2;' })).toHaveLength(1);
});

test('exact functions, and forbidden words in comments and strings, are left alone', () => {
  const fine = `
    /** y = Math.exp(x) and x ** 2 are what this is about. */
    export const y = Math.sqrt(Math.fround(2)) + Math.imul(3, 4) + Math.abs(-1) * Math.PI;
    export const words = 'Math.random() and Date';`;
  expect(inexact({ 'src/engine/a.ts': fine })).toEqual([]);
});
