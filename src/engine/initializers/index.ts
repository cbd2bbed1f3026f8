import { glorot_uniform } from './glorot_uniform.ts';
import type { Initializer } from './initializer.ts';
import { zeros } from './zeros.ts';

export type { Initializer } from './initializer.ts';

export const initializers = { glorot_uniform, zeros } satisfies Record<string, Initializer>;
export type InitializerName = keyof typeof initializers;
