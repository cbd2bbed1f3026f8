import { Dense, type DenseSpec } from './dense.ts';

export type { DenseSpec } from './dense.ts';

export const layers = { Dense };
export type LayerSpec = DenseSpec;
