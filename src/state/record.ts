import * as v from 'valibot';
import type { Moment, Saved } from '../worker/frame.ts';
import { countersSchema, countSchema as count } from './counters.ts';
import { connect } from './database.ts';
import type { Record } from './storage.ts';

const text = v.strictObject({ en: v.string(), ko: v.string() });
export const curveSchema = v.pipe(
  v.strictObject({
    epoch: v.instance(Float64Array),
    step: v.instance(Float64Array),
    loss: v.instance(Float32Array),
    val_loss: v.instance(Float32Array),
    wrong: v.instance(Float32Array),
  }),
  v.check(({ epoch, ...others }) => Object.values(others).every((array) => array.length === epoch.length)),
);
export const momentSchema = v.strictObject({ counters: countersSchema, state: v.instance(Float32Array) });
const savedSchema = v.pipe(
  v.strictObject({
    now: momentSchema,
    // Of a run that begins at its first weights, and in records of before there were other beginnings, left out.
    origin: v.optional(momentSchema),
    past: v.array(momentSchema),
    newest: v.strictObject({ step: count, epoch: count, edits: count }),
    // Where fit() ends, in records of before the counters said so.
    stopAt: v.optional(v.number()),
    curve: curveSchema,
    marks: v.array(
      v.strictObject({
        epoch: v.number(),
        step: count,
        words: text,
        kind: v.picklist(['solved', 'edit', 'restored']),
      }),
    ),
    log: v.optional(v.array(v.strictObject({ step: count, edits: count, epoch: count, text: v.string() }))),
    files: v.optional(
      v.array(
        v.strictObject({
          name: v.string(),
          epoch: count,
          step: count,
          edits: count,
          // Records of before files were told apart by it do not have it.
          checksum: v.optional(count, 0),
          weightsOnly: v.boolean(),
          rank: v.nullable(v.number()),
        }),
      ),
    ),
  }),
  v.transform(({ stopAt, now, origin, past, log, files, ...others }): Saved => {
    const at = ({ counters, state }: Moment): Moment => ({
      counters: stopAt === undefined ? counters : { ...counters, fit: { ...counters.fit, stopAt } },
      state,
    });
    return {
      ...others,
      now: at(now),
      ...(origin && { origin }),
      past: past.map(at),
      ...(log && { log }),
      ...(files && { files }),
    };
  }),
);
const record = v.strictObject({
  experiment: v.string(),
  saved: savedSchema,
  ghost: v.nullable(v.strictObject({ curve: curveSchema, name: text, measures: v.optional(v.string()) })),
  at: v.number(),
});

export const writeRecord = async (tab: string, value: Record): Promise<void> => {
  const transaction = (await connect()).transaction('tabs', 'readwrite');
  // Committed at once: a page that is being left does not live to do it when the answer comes.
  const put = transaction.store.put(value, tab);
  transaction.commit();
  await Promise.all([put, transaction.done]);
};

/** A tab's record; 'broken' with what was found if it is not one, null if there is none (or no storage at all). */
export const readRecord = async (tab: string): Promise<Record | { readonly broken: unknown } | null> => {
  let found: unknown;
  try {
    found = await (await connect()).get('tabs', tab);
  } catch {
    return null;
  }
  if (found === undefined) return null;
  const parsed = v.safeParse(record, found);
  return parsed.success ? parsed.output : { broken: found };
};

/** The records of tabs long closed are let go, the newest kept. */
export const forgetOld = async (keep: number): Promise<void> => {
  const store = (await connect()).transaction('tabs', 'readwrite').store;
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const times = values.map((value, i) => ({
    key: keys[i]!,
    at: v.safeParse(record, value).success ? (value as Record).at : 0,
  }));
  times.sort((a, b) => b.at - a.at);
  await Promise.all(times.slice(keep).map(({ key }) => store.delete(key)));
};
