import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import type { Curve, Saved } from '../worker/frame.ts';

/** What one tab leaves behind to open again. The experiment is its JSON text: it is parsed like any text from outside. */
export interface Record {
  readonly experiment: string;
  readonly saved: Saved;
  readonly ghost: {
    readonly curve: Curve;
    readonly name: { readonly en: string; readonly ko: string };
  } | null;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}

interface Gradus extends DBSchema {
  tabs: { key: string; value: unknown };
}

const text = v.strictObject({ en: v.string(), ko: v.string() });
const curve = v.pipe(
  v.strictObject({
    epoch: v.instance(Float64Array),
    step: v.instance(Float64Array),
    loss: v.instance(Float32Array),
    val_loss: v.instance(Float32Array),
    wrong: v.instance(Float32Array),
  }),
  v.check(({ epoch, ...others }) => Object.values(others).every((array) => array.length === epoch.length)),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const counters = v.strictObject({
  step: count,
  // Records of before there were several optimizers do not have it.
  began: v.optional(count, 0),
  epoch: count,
  cursor: count,
  batch: count,
  lossSum: v.number(),
  lossRows: count,
  right: count,
  epochLoss: v.union([v.number(), v.nan()]),
  epochWrong: v.union([v.number(), v.nan()]),
  epochBatches: count,
  batchLoss: v.union([v.number(), v.nan()]),
  edits: count,
});
const moment = v.strictObject({ counters, state: v.instance(Float32Array) });
const record = v.strictObject({
  experiment: v.string(),
  saved: v.strictObject({
    now: moment,
    past: v.array(moment),
    newest: v.strictObject({ step: count, epoch: count, edits: count }),
    stopAt: v.number(),
    curve,
    marks: v.array(
      v.strictObject({ epoch: v.number(), step: count, words: text, kind: v.picklist(['solved', 'edit']) }),
    ),
  }),
  ghost: v.nullable(v.strictObject({ curve, name: text })),
  at: v.number(),
});

let database: Promise<IDBPDatabase<Gradus>> | null = null;
const connect = (): Promise<IDBPDatabase<Gradus>> => {
  database ??= openDB<Gradus>('gradus', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('tabs');
    },
  });
  return database;
};

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
