import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../../src/${path}`, import.meta.url), 'utf8');

test('the style sheets of all controls come before those of the panels, however the page is split', () => {
  const sheets = readdirSync(new URL('../../../src/ui/controls/', import.meta.url)).filter((name) =>
    name.endsWith('.module.css'),
  );
  expect(sheets.length).toBeGreaterThan(10);
  for (const sheet of sheets) expect(read('ui/controls/styles.ts')).toContain(`import './${sheet}';`);
  const main = read('main.tsx');
  expect(main).toContain("'./ui/controls/styles.ts'");
  expect(main.indexOf("'./ui/controls/styles.ts'")).toBeLessThan(main.indexOf("'./App.tsx'"));
});
