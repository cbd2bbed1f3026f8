import type { Kernels } from '../../../src/engine/kernels/kernels.ts';
import type { Draw, Kind } from './draw.ts';

/** Where each buffer of a case begins in the memory. */
export type Places = Readonly<Record<string, number>>;

/** One call of a kernel: the buffers that it gets, and how it is called. */
export interface Case {
  readonly buffers: Readonly<Record<string, readonly [count: number, kind: Kind]>>;
  /** What must have been computed before, by the reference. */
  readonly before?: (kernels: Kernels, at: Places) => void;
  readonly call: (kernels: Kernels, at: Places) => unknown;
}

export type Name = Exclude<keyof Kernels, 'note' | 'ask' | 'repeat'>;
export type Cases<Names extends Name = Name> = Readonly<Record<Names, (draw: Draw) => Case>>;
