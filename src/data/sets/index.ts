import { blobs } from './blobs.ts';
import { circle } from './circle.ts';
import { gate } from './gate.ts';
import { moons } from './moons.ts';
import type { SetDefinition } from './set.ts';
import { spiral } from './spiral.ts';

export type { SetDefinition } from './set.ts';

/** Every kind of data, in the order in which it is offered. */
export const sets = { gate, circle, moons, spiral, blobs } satisfies Record<string, SetDefinition>;

export type SetName = keyof typeof sets;
