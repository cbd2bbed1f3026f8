import { join } from 'node:path';
import { expect, test } from 'vitest';
import { className } from '../../scripts/classNames.mjs';
import { top } from '../../scripts/run.mjs';

const app = join(top, 'src', 'App.module.css');
const button = join(top, 'src', 'ui', 'controls', 'Button.module.css');

test('a class keeps its name, and no other class has it', () => {
  const names = [className('left', app), className('page', app), className('left', button)];
  expect(new Set(names).size).toBe(3);
  expect(className('left', app)).toBe(names[0]);
  for (const name of names) expect(name).toMatch(/^_[0-9a-z]+-[0-9a-z]+$/);
});

test('a style sheet that is not of src is refused', () => {
  expect(() => className('left', join(top, 'elsewhere', 'App.module.css'))).toThrow('is no *.module.css');
});
