import * as v from 'valibot';
import { callbackNames, type CallbackState } from '../engine/callbacks/index.ts';

export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const orNaN = v.union([v.number(), v.nan()]);

/** What a callback remembers: which names it has is looked at where the callback is known. */
const states = v.pipe(
  v.array(v.record(v.string(), v.nullable(v.union([v.number(), v.string(), v.boolean()])))),
  v.transform((list) => list as readonly unknown[] as readonly CallbackState[]),
);

const fit = v.strictObject({
  stopAt: v.number(),
  states,
  rate: v.nullable(v.number()),
  kept: v.nullable(v.strictObject({ epoch: countSchema, weights: v.instance(Float32Array) })),
  ended: v.nullable(
    v.strictObject({
      step: countSchema,
      by: v.picklist(['epochs', ...callbackNames]),
      restored: v.nullable(countSchema),
      states,
    }),
  ),
});

/** The counters of a moment; of one that was kept before there were callbacks, with a fit() that has none. */
export const countersSchema = v.strictObject({
  step: countSchema,
  // Records of before there were several optimizers do not have it.
  began: v.optional(countSchema, 0),
  epoch: countSchema,
  cursor: countSchema,
  batch: countSchema,
  lossSum: v.number(),
  lossRows: countSchema,
  right: countSchema,
  epochLoss: orNaN,
  epochWrong: orNaN,
  epochRows: v.optional(countSchema, 0),
  epochBatches: countSchema,
  batchLoss: orNaN,
  edits: countSchema,
  fit: v.optional(fit, { stopAt: Infinity, states: [], rate: null, kept: null, ended: null }),
  sums: v.optional(v.instance(Float64Array), () => new Float64Array(0)),
});
