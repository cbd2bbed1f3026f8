import * as v from 'valibot';
import { fromText } from '../experiment/parse.ts';
import { type Language, type Text, withNames } from '../text.ts';
import { branchKey, hashOf } from './assetKeys.ts';
import { newBranchId } from './branches.ts';
import { connect } from './database.ts';
import { tell } from './notice.ts';
import { curveSchema, savedSchema } from './record.ts';
import type { BranchAsset, NamedBranch, Record } from './storage.ts';
import type { Branch } from './store.ts';

const asset = v.strictObject({
  curve: curveSchema,
  road: v.nullable(v.strictObject({ experiment: v.string(), saved: savedSchema })),
});

/** Keys that are known; a branch never changes what is in its asset. */
const keys = new WeakMap<Branch['curve'], string>();

const keyOf = async ({ curve, road }: Branch, { road: kept }: BranchAsset): Promise<string> => {
  const known = keys.get(curve);
  if (known) return known;
  const head = JSON.stringify([kept?.experiment, road?.saved.now.counters, road?.saved.newest]);
  const hash = await hashOf(head, [...(road ? [road.saved.now.state] : []), ...Object.values({ ...curve })]);
  const key = branchKey(hash);
  keys.set(curve, key);
  return key;
};

const assetOf = ({ curve, road }: Branch): BranchAsset => ({
  curve,
  road: road && { experiment: JSON.stringify(road.experiment), saved: road.saved },
});

/** What a record says of the branches, and the assets that it names by that. */
export const namedBranches = async (
  branches: readonly Branch[],
): Promise<{ readonly named: readonly NamedBranch[]; readonly assets: ReadonlyMap<string, BranchAsset> }> => {
  const assets = new Map<string, BranchAsset>();
  const named: NamedBranch[] = [];
  for (const branch of branches) {
    const kept = assetOf(branch);
    const key = await keyOf(branch, kept);
    assets.set(key, kept);
    const { name, renamed, shown, measures } = branch;
    named.push({ key, name, renamed, shown, ...(measures !== undefined && { measures }) });
  }
  return { named, assets };
};

/** The branches that a record names, as far as they can be read. `lost`: those that cannot. */
export const readBranches = async ({
  branches,
  ghost,
}: Record): Promise<{ readonly branches: readonly Branch[]; readonly lost: readonly NamedBranch[] }> => {
  const found = await Promise.all(branches.map(readBranch));
  const before: Branch[] = ghost
    ? [{ ...ghost, id: newBranchId(), renamed: false, shown: true, road: null }]
    : [];
  return {
    branches: [...before, ...found.filter((branch) => branch !== null)],
    lost: branches.filter((_, i) => found[i] === null),
  };
};

/** The branches that a record names; those that cannot be read any more are told of. */
export const openBranches = async (record: Record): Promise<readonly Branch[]> => {
  const { branches, lost } = await readBranches(record);
  const names = (language: Language): string => lost.map(({ name }) => name[language]).join(', ');
  if (lost.length > 0) tell(withNames(LOST, { names: { en: names('en'), ko: names('ko') } }));
  return branches;
};

const LOST: Text = {
  en: 'These branches could not be read any more: {names}. Everything else is as it was.',
  ko: '읽지 못한 갈래가 있습니다: {names}. 나머지는 그대로입니다.',
};

const readBranch = async ({ key, ...named }: NamedBranch): Promise<Branch | null> => {
  try {
    const parsed = v.safeParse(asset, await (await connect()).get('assets', key));
    if (!parsed.success) return null;
    const { curve, road } = parsed.output;
    const read = road && fromText(road.experiment);
    if (read && !read.ok) return null;
    keys.set(curve, key);
    return {
      ...named,
      id: newBranchId(),
      curve,
      road: road && read ? { experiment: read.experiment, saved: road.saved } : null,
    };
  } catch {
    return null;
  }
};
