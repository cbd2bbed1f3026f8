import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSources, top } from './sources.ts';

const files = Object.entries(readSources('tests/golden', /\.json$/));
const scripts = Object.keys(readSources('tests/golden', /\.py$/));
const MOST_BYTES = 3 * 1024 * 1024;

const read = (path: string): Readonly<Record<string, readonly unknown[]>> =>
  JSON.parse(files.find(([name]) => name === path)?.[1] ?? '{}');

test.each(files)('%s was made by the script of its name and says with what', (path, text) => {
  expect(scripts).toContain(path.replace(/\.json$/, '.py'));
  const made: Readonly<Record<string, string | undefined>> = JSON.parse(text);
  const authority = 'keras' in made ? `Keras ${made.keras}, ${made.backend}` : (made.source ?? made.numpy);
  expect(authority).toMatch(/^(Keras 3\.\d+\.\d+, jax|mpmath \d|\d+\.\d+)/);
});

test('Keras was asked at least 500 times, layer by layer, update by update, rule by rule', () => {
  const count = (path: string, ...keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + (read(`tests/golden/${path}.json`)[key]?.length ?? 0), 0);
  expect(count('layers', 'cases', 'refusals', 'models')).toBeGreaterThanOrEqual(400);
  expect(count('optimizers', 'runs', 'schedules')).toBeGreaterThanOrEqual(70);
  expect(
    count('definitions', 'activations', 'losses', 'metrics', 'refused', 'mismatched'),
  ).toBeGreaterThanOrEqual(80);
  expect(count('callbacks', 'cases', 'refused')).toBeGreaterThanOrEqual(200);
  expect(count('fits', 'models')).toBe(5);
});

test('all of it together is at most 3 MB', () => {
  const bytes = files.map(([path]) => statSync(join(top, path)).size).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
