import { blobs } from './blobs.ts';
import { circle } from './circle.ts';
import { gate } from './gate.ts';
import { grades } from './grades.ts';
import { line } from './line.ts';
import { moons } from './moons.ts';
import { digits, shapes, shifted_digits, stripes } from './pictures.ts';
import { plane } from './plane.ts';
import type { SetDefinition } from './set.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';
import { three } from './three.ts';

export type { SetDefinition } from './set.ts';

/** Every kind of data, in the order in which it is offered. */
const all = {
  gate,
  circle,
  moons,
  spiral,
  blobs,
  three,
  line,
  sine,
  plane,
  grades,
  digits,
  shifted_digits,
  shapes,
  stripes,
} satisfies Record<string, SetDefinition>;

export type SetName = keyof typeof all;
export const sets: Readonly<Record<SetName, SetDefinition>> = all;
