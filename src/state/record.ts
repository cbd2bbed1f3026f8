import * as v from 'valibot';
import type { Moment, Saved } from '../worker/frame.ts';
import { countersSchema, countSchema as count } from './counters.ts';
import { isBranchKey } from './assetKeys.ts';
import { connect } from './database.ts';
import type { BranchAsset, Record } from './storage.ts';

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
export const savedSchema = v.pipe(
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
        // Records of before one step could see several do not have it.
        edits: v.exactOptional(count),
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
  branches: v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        name: text,
        renamed: v.boolean(),
        shown: v.boolean(),
        measures: v.optional(v.string()),
      }),
    ),
    [],
  ),
  ghost: v.nullable(v.strictObject({ curve: curveSchema, name: text, measures: v.optional(v.string()) })),
  at: v.number(),
});

/** Writes a record, and with it the assets that it names and the one before did not. */
export const writeRecord = async (
  tab: string,
  value: Record,
  assets: ReadonlyMap<string, BranchAsset>,
): Promise<void> => {
  const transaction = (await connect()).transaction(['tabs', 'assets'], 'readwrite');
  // Committed at once: a page that is being left does not live to do it when the answer comes.
  const puts: Promise<unknown>[] = [transaction.objectStore('tabs').put(value, tab)];
  for (const [key, asset] of assets) puts.push(transaction.objectStore('assets').put(asset, key));
  transaction.commit();
  await Promise.all([...puts, transaction.done]);
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

/** What a record names, as far as it can be read: a broken one keeps what it names. */
const naming = v.looseObject({ branches: v.array(v.looseObject({ key: v.string() })) });
const namedBy = (value: unknown): readonly string[] => {
  const parsed = v.safeParse(naming, value);
  return parsed.success ? parsed.output.branches.map(({ key }) => key) : [];
};

/** The records of tabs long closed are let go, the newest kept, and branches that no record names any more. */
export const forgetOld = async (keep: number): Promise<void> => {
  // One transaction: no tab can write a record in between.
  const transaction = (await connect()).transaction(['tabs', 'assets'], 'readwrite');
  const store = transaction.objectStore('tabs');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const times = values.map((value, i) => ({
    key: keys[i]!,
    at: v.safeParse(record, value).success ? (value as Record).at : 0,
  }));
  times.sort((a, b) => b.at - a.at);
  const old = new Set(times.slice(keep).map(({ key }) => key));
  const named = new Set(values.flatMap((value, i) => (old.has(keys[i]!) ? [] : namedBy(value))));
  const assets = transaction.objectStore('assets');
  const unnamed = (await assets.getAllKeys()).filter((key) => isBranchKey(key) && !named.has(key));
  await Promise.all([
    ...[...old].map((key) => store.delete(key)),
    ...unnamed.map((key) => assets.delete(key)),
    transaction.done,
  ]);
};
