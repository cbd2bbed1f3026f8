import type { Text } from '../../../text.ts';

/** A kernel that a person knows by name, for any odd number of rows and columns. */
export interface KernelPreset {
  readonly name: string;
  readonly words: Text;
  /** The least rows and columns for which it says something. */
  readonly least: number;
  /** The weight at (y, x) cells from the middle, of a kernel of so many rows and columns. */
  readonly weight: (y: number, x: number, tall: number, wide: number) => number;
}

/** In the order in which they are offered. */
export const kernelPresets: readonly KernelPreset[] = [
  {
    // Prewitt's operator: what lies below less what lies above, and right less left.
    name: 'horizontal',
    words: { en: 'horizontal edge', ko: '가로 윤곽' },
    least: 3,
    weight: (y) => Math.sign(y),
  },
  {
    name: 'vertical',
    words: { en: 'vertical edge', ko: '세로 윤곽' },
    least: 3,
    weight: (_y, x) => Math.sign(x),
  },
  {
    name: 'blur',
    words: { en: 'blur', ko: '흐리게' },
    least: 3,
    weight: (_y, _x, tall, wide) => 1 / (tall * wide),
  },
  {
    // The picture and once more what the four neighbours differ from it by.
    name: 'sharpen',
    words: { en: 'sharpen', ko: '선명하게' },
    least: 3,
    weight: (y, x) => (y === 0 && x === 0 ? 5 : Math.abs(y) + Math.abs(x) === 1 ? -1 : 0),
  },
  {
    name: 'identity',
    words: { en: 'identity', ko: '그대로' },
    least: 1,
    weight: (y, x) => (y === 0 && x === 0 ? 1 : 0),
  },
];

/** Its weights row by row; null where a kernel of this size has no middle, or is too small for it. */
export const weightsOf = (preset: KernelPreset, tall: number, wide: number): readonly number[] | null => {
  if (tall % 2 === 0 || wide % 2 === 0 || Math.min(tall, wide) < preset.least) return null;
  return Array.from({ length: tall * wide }, (_, at) =>
    preset.weight(Math.floor(at / wide) - (tall - 1) / 2, (at % wide) - (wide - 1) / 2, tall, wide),
  );
};
