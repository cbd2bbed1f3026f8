import { constant } from './constant.ts';
import { glorot_normal } from './glorot_normal.ts';
import { glorot_uniform } from './glorot_uniform.ts';
import { he_normal } from './he_normal.ts';
import { he_uniform } from './he_uniform.ts';
import type { Draw, Initializer, InitializerSettings } from './initializer.ts';
import { lecun_normal } from './lecun_normal.ts';
import { lecun_uniform } from './lecun_uniform.ts';
import { ones } from './ones.ts';
import { random_normal } from './random_normal.ts';
import { random_uniform } from './random_uniform.ts';
import { zeros } from './zeros.ts';

export type { Initializer } from './initializer.ts';

export const initializers = {
  glorot_uniform,
  glorot_normal,
  he_uniform,
  he_normal,
  lecun_uniform,
  lecun_normal,
  zeros,
  ones,
  constant,
  random_uniform,
  random_normal,
} satisfies Record<string, Initializer>;
export type InitializerName = keyof typeof initializers;
export const initializerNames = Object.keys(initializers) as InitializerName[];

/** An initializer by its name, or with settings of its own. */
export type InitializerSpec =
  | InitializerName
  | { readonly type: InitializerName; readonly settings: InitializerSettings };

/** The number an initializer gives for a key. */
export const draw = (spec: InitializerSpec, key: Draw): number =>
  typeof spec === 'string' ? initializers[spec].draw(key) : initializers[spec.type].draw(key, spec.settings);
