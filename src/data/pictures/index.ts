import { digits } from './digits.ts';
import type { PictureSet } from './picture.ts';
import { shapes } from './shapes.ts';
import { shifted_digits } from './shifted_digits.ts';
import { stripes } from './stripes.ts';

export type { PictureSet } from './picture.ts';

/** Every kind of picture, in the order in which it is offered. */
const all = { digits, shifted_digits, shapes, stripes } satisfies Record<string, PictureSet>;

export type PictureSetName = keyof typeof all;
export const pictures: Readonly<Record<PictureSetName, PictureSet>> = all;

/** Is it a kind of picture? */
export const isPictureSet = (name: string): name is PictureSetName => Object.hasOwn(pictures, name);
