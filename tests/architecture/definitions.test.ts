import { expect, test } from 'vitest';
import { FOLDERS, unlisted } from './definitions.ts';
import { CODE, readSources } from './sources.ts';

const src = readSources('src', CODE);

test('every definition is listed in the index of its folder', () => {
  expect(unlisted(src)).toEqual([]);
});

test.each(FOLDERS)('%s holds definitions', (folder) => {
  expect(Object.keys(src)).toContain(`${folder}/index.ts`);
});

test('a definition that the index forgets is found', () => {
  const forgotten = {
    'src/engine/losses/index.ts': "import { mse } from './mse.ts'; export const losses = [mse];",
    'src/engine/losses/mse.ts': 'export const mse = {};',
    'src/engine/losses/hinge.ts': 'export const hinge = {};',
  };
  expect(unlisted(forgotten)).toEqual([
    'src/engine/losses/hinge.ts is not imported by src/engine/losses/index.ts: add its line.',
  ]);
});

test('a folder of definitions without an index is found', () => {
  expect(unlisted({ 'src/data/sets/moons.ts': '' })).toEqual([
    'src/data/sets has definitions and no index.ts.',
  ]);
});
