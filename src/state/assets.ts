import * as v from 'valibot';
import type { Curve, Moment } from '../worker/frame.ts';
import { hashOf, isBranchKey, isPicturesKey } from './assetKeys.ts';
import { connect } from './database.ts';
import { curveSchema, momentSchema } from './record.ts';

/** A model that ModelCheckpoint saved, with all that is needed to take its run up at that moment. */
export interface SavedAsset {
  readonly name: string;
  /** Counted from 1, as in the name, and updates made. */
  readonly epoch: number;
  readonly step: number;
  readonly weightsOnly: boolean;
  /** Of the state in its run, before slots were left out: with it a model is known before it is fetched. */
  readonly checksum?: number | undefined;
  /** Does its run, trained from its first weights, come by this moment? Of models that do not say so it is not known: false. */
  readonly replays: boolean;
  /** The JSON text of the experiment with the edits made by then: it is parsed like any text from outside. */
  readonly experiment: string;
  readonly moment: Moment;
  /** The curve of its run up to there. */
  readonly curve: Curve;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
}

/** What is left of a model that was deleted, or let go for want of room: it is not kept again. */
export interface GoneAsset {
  readonly gone: 'deleted' | 'room';
  readonly at: number;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const saved = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  epoch: count,
  step: count,
  weightsOnly: v.boolean(),
  // Models of before it was kept do not have it.
  checksum: v.optional(count),
  replays: v.optional(v.boolean(), false),
  experiment: v.string(),
  moment: momentSchema,
  curve: curveSchema,
  at: v.number(),
});
const gone = v.strictObject({ gone: v.picklist(['deleted', 'room']), at: v.number() });
const asset = v.union([saved, gone]);

/** Every model that is kept, by its key. What is no asset is passed over; nothing, where there is no storage. */
export const readAssets = async (): Promise<ReadonlyMap<string, SavedAsset | GoneAsset>> => {
  const found = new Map<string, SavedAsset | GoneAsset>();
  try {
    const store = (await connect()).transaction('assets').store;
    const keys = (await store.getAllKeys()).filter((key) => !isBranchKey(key) && !isPicturesKey(key));
    const values = await Promise.all(keys.map((key) => store.get(key)));
    for (const [i, key] of keys.entries()) {
      const parsed = v.safeParse(asset, values[i]);
      if (parsed.success) found.set(key, parsed.output);
    }
  } catch {
    // No storage here: what is saved lives as long as the page.
  }
  return found;
};

export const writeAsset = async (key: string, value: SavedAsset | GoneAsset): Promise<void> => {
  await (await connect()).put('assets', value, key);
};

export const removeAsset = async (key: string): Promise<void> => {
  await (await connect()).delete('assets', key);
};

/** The bytes that a model takes, its text included. */
export const bytesOf = ({ experiment, moment, curve }: SavedAsset): number =>
  2 * experiment.length +
  moment.state.byteLength +
  Object.values<Float64Array | Float32Array>({ ...curve }).reduce((sum, each) => sum + each.byteLength, 0);

/** The key of a model: the SHA-256 of its name, its moment and the document it belongs to, in hexadecimal. */
export const keyOf = ({ name, weightsOnly, experiment, moment }: SavedAsset): Promise<string> =>
  hashOf(JSON.stringify([name, weightsOnly, moment.counters, experiment]), [moment.state]);
