import { expect, test } from 'vitest';
import { importsOf, packagesInEngine, wrongWay } from './imports.ts';
import { CODE, readSources } from './sources.ts';

const imports = importsOf(readSources('src', CODE));

test('imports only go down the floors', () => {
  expect(imports.length).toBeGreaterThan(0);
  expect(wrongWay(imports)).toEqual([]);
});

test('the engine imports no package', () => {
  expect(packagesInEngine(imports)).toEqual([]);
});

test.each([
  ['an import', 'src/engine/a.ts', "import { run } from '../state/run.ts';"],
  ['an import of a type', 'src/engine/a.ts', "import type { Data } from '../data/data.ts';"],
  ['an import inside a type', 'src/engine/a.ts', "type Data = import('../data/data.ts').Data;"],
  ['a re-export', 'src/worker/a.ts', "export * from '../panels/strip/Strip.tsx';"],
  ['an import while running', 'src/data/a.ts', "const link = await import('../experiment/link.ts');"],
  ['a worker', 'src/engine/a.ts', "new Worker(new URL('../worker/trainer.worker.ts', import.meta.url));"],
  ['the ui reading state', 'src/ui/controls/a.tsx', "import { useRun } from '../../state/run.ts';"],
  ['state reading the ui', 'src/state/a.ts', "import { Axis } from '../ui/charts/Axis.tsx';"],
  ['a panel reading the roof', 'src/panels/a/a.tsx', "import { App } from '../../App.tsx';"],
  ['a way out of src', 'src/state/a.ts', "import { policy } from '../../scripts/policy.mjs';"],
  ['a folder that is no floor', 'src/helpers/a.ts', "import { say } from '../text.ts';"],
])('%s that goes the wrong way is found', (_, path, text) => {
  expect(wrongWay(importsOf({ [path]: `// a comment\n${text}\n` }))).toEqual([
    expect.stringContaining(`${path}:2`),
  ]);
});

test('imports down, within a floor and of packages are left alone, and so are words in comments and strings', () => {
  const fine = {
    'src/panels/strip/Strip.tsx': `
      // import { App } from '../../App.tsx';
      import { scaleLinear } from 'd3';
      import { useRun } from '../../state/run.ts';
      import { Axis } from '../../ui/charts/Axis.tsx';
      import './Strip.module.css';
      export const Strip = () => <p>import x from '../../App.tsx'</p>;`,
    'src/main.tsx': "import { App } from './App.tsx';",
  };
  expect(wrongWay(importsOf(fine))).toEqual([]);
});

test('a package in the engine is found', () => {
  const found = packagesInEngine(importsOf({ 'src/engine/a.ts': "import { sum } from 'd3';" }));
  expect(found).toEqual(['src/engine/a.ts:1 imports d3: the engine has no dependency.']);
});
