import * as v from 'valibot';
import { LARGEST_WEIGHT } from './limits.ts';

/* Pieces that the forms of a document are made of. */

export const between = (low: number, high: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high));

export const whole = (low: number, high: number) => v.pipe(between(low, high), v.integer());

/** A list of at most `most`: its length is looked at before any of its items. */
export const listOf = <const Item extends v.GenericSchema>(item: Item, most: number, least = 0) =>
  v.pipe(
    v.unknown(),
    v.check((value) => Array.isArray(value) && value.length >= least && value.length <= most),
    v.array(item),
  );

export const weight = between(-LARGEST_WEIGHT, LARGEST_WEIGHT);
