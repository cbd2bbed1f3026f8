import { expect, test, vi } from 'vitest';
import { count, fixed, percent, readNumber, setting } from '../../src/ui/format.ts';

test('a fixed number has its decimals and a true minus', () => {
  expect(fixed(-0.7, 3)).toBe('\u22120.700');
  expect(fixed(0.9, 2)).toBe('0.90');
});

test('a number that rounds to nothing carries no minus', () => {
  expect(fixed(-0.0004, 3)).toBe('0.000');
});

test('from a million on a fixed number is a power of ten of at most six characters and its sign', () => {
  expect(fixed(999_999, 1)).toBe('999999.0');
  expect(fixed(1.5e36, 3)).toBe('1.5e36');
  expect(fixed(-1.5e6, 3)).toBe('\u22121.5e6');
  expect(fixed(1.64e308, 3)).toBe('2e308');
});

test('what is no number is a dash', () => {
  expect(fixed(Number.NaN, 3)).toBe('–');
});

test('a setting is shown as it was typed', () => {
  expect(setting(0.5)).toBe('0.5');
  expect(setting(0.1 + 0.2)).toBe('0.3');
  expect(setting(-2)).toBe('\u22122');
});

test('percentages and thousands', () => {
  expect(percent(0.961)).toBe('96.1 %');
  expect(count(1185)).toBe('1,185');
});

test('what is shown can be typed back, with a true minus or a decimal comma', () => {
  expect(readNumber('\u22120.7')).toBe(-0.7);
  expect(readNumber(' 0,25 ')).toBe(0.25);
  expect(readNumber('1e-3')).toBe(0.001);
  expect(readNumber('')).toBeNaN();
  expect(readNumber('fast')).toBeNaN();
});

test('where the comma is the decimal sign, numbers have it, and a semicolon parts them', async () => {
  vi.stubGlobal('navigator', { language: 'de-DE' });
  vi.resetModules();
  const german = await import('../../src/ui/format.ts');
  vi.unstubAllGlobals();
  expect(german.fixed(-0.7, 3)).toBe('\u22120,700');
  expect(german.fixed(1.5e36, 3)).toBe('1,5e36');
  expect(german.setting(0.25)).toBe('0,25');
  expect(german.percent(0.961)).toBe('96,1 %');
  expect(german.count(1185)).toBe('1.185');
  expect(german.APART).toBe('; ');
  expect(german.readNumber(german.fixed(-0.7, 3))).toBe(-0.7);
});

test('a place that names no language has the decimal point', async () => {
  vi.stubGlobal('navigator', { language: 'C' });
  vi.resetModules();
  const nowhere = await import('../../src/ui/format.ts');
  vi.unstubAllGlobals();
  expect(nowhere.fixed(0.5, 2)).toBe('0.50');
  expect(nowhere.count(1185)).toBe('1,185');
});
