import { expect, test } from 'vitest';
import { injecting, tooLong } from './habits.ts';
import { CODE, readSources } from './sources.ts';

const src = readSources('src', CODE);

test('no file is over 300 lines', () => {
  const all = {
    ...src,
    ...readSources('src', /\.css$/),
    ...readSources('tests', CODE),
    ...readSources('scripts', /\.mjs$/),
  };
  expect(tooLong(all)).toEqual([]);
});

test('a file of 301 lines is found, one of 300 is not', () => {
  expect(tooLong({ 'src/a.ts': 'x;\n'.repeat(301), 'src/b.ts': 'x;\n'.repeat(300) })).toEqual([
    expect.stringContaining('src/a.ts has 301 lines'),
  ]);
});

test('nothing in src makes code or markup out of text', () => {
  expect(injecting(src)).toEqual([]);
});

test.each([
  'element.innerHTML = text',
  "element['innerHTML'] = text",
  "element.insertAdjacentHTML('beforeend', text)",
  '<p dangerouslySetInnerHTML={{ __html: text }} />',
  'eval(text)',
  'new Function(text)',
  'Function(text)',
])('%s is found', (expression) => {
  expect(injecting({ 'src/a.tsx': `const y = ${expression};` })).toHaveLength(1);
});

test('the words alone, in a comment or a sentence, are left alone', () => {
  expect(
    injecting({
      'src/a.ts': "// never innerHTML, never eval(\nconst y = 'innerHTML is not used, nor eval(';",
    }),
  ).toEqual([]);
});
