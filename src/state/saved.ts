import { create } from 'zustand';
import { fromText } from '../experiment/parse.ts';
import { fill, type Text } from '../text.ts';
import type { Saved, SavedFile } from '../worker/frame.ts';
import {
  bytesOf,
  type GoneAsset,
  keyOf,
  readAssets,
  removeAsset,
  type SavedAsset,
  writeAsset,
} from './assets.ts';
import { open, undo } from './experiment.ts';
import { putAway, tell } from './notice.ts';
import { beginningAt } from './origin.ts';
import { useWork } from './store.ts';

/** A saved model as a list shows it. */
export interface KeptModel {
  readonly key: string;
  readonly asset: SavedAsset;
  /** The run on whose way it was saved, by its number; null: in an earlier visit. */
  readonly run: number | null;
}

interface Shelf {
  /** Newest first. */
  readonly models: readonly KeptModel[];
  /** Models that were deleted or let go, by their keys. */
  readonly gone: Readonly<Record<string, GoneAsset>>;
}

export const useShelf = create<Shelf>(() => ({ models: [], gone: {} }));

/** The most models that are kept, and the most they may take together, in bytes. */
export const MOST_MODELS = 50;
const MOST_BYTES = 32e6;
/** How many are remembered as gone. */
const MOST_GONE = 500;

/** No storage, or a full one: what is saved lives as long as the page. */
export const unkept = (): void => {};

/** Is a model what a file of the run on the screen stands for? */
export const isOf = (asset: SavedAsset, { name, step, checksum, weightsOnly }: SavedFile): boolean =>
  asset.name === name &&
  asset.step === step &&
  asset.checksum === checksum &&
  asset.weightsOnly === weightsOnly;

/** Brings out what was kept in earlier visits. */
export const bringOut = async (): Promise<void> => {
  const found = [...(await readAssets())];
  useShelf.setState({
    models: sorted(found.flatMap(([key, asset]) => ('gone' in asset ? [] : [{ key, asset, run: null }]))),
    gone: Object.fromEntries(found.flatMap(([key, asset]) => ('gone' in asset ? [[key, asset]] : []))),
  });
};

/** Puts a model on the shelf; of the same run it takes the place of an earlier one of its name, and the oldest make room. */
export const keep = async (asset: SavedAsset, run: number): Promise<void> => {
  const key = await keyOf(asset);
  const { models, gone } = useShelf.getState();
  if (gone[key]) return;
  const others = models.filter((other) => other.key !== key);
  const named = others.filter(
    (other) => other.asset.name === asset.name && other.asset.experiment === asset.experiment,
  );
  if (named.some((other) => other.asset.step > asset.step)) return;
  const known = models.find((other) => other.key === key)?.asset;
  // Brought in after later ones of its run, it is no newer than they are.
  const later = others.filter((other) => other.run === run && other.asset.step > asset.step);
  const at = Math.min(asset.at, ...later.map((other) => other.asset.at));
  const kept = known ? { ...known, checksum: asset.checksum } : { ...asset, at };
  const stay = others.filter((other) => !named.includes(other));
  useShelf.setState({ models: sorted([...stay, { key, asset: kept, run }]) });
  for (const other of named) removeAsset(other.key).catch(unkept);
  if (known?.checksum !== kept.checksum) writeAsset(key, kept).catch(unkept);
  makeRoom();
};

const sorted = (models: readonly KeptModel[]): readonly KeptModel[] =>
  models.toSorted((a, b) => b.asset.at - a.asset.at || b.asset.step - a.asset.step);

/** Lets the oldest go that are too many or too large together; the best of the run on the screen stays. */
const makeRoom = (): void => {
  const { models } = useShelf.getState();
  const { frame } = useWork.getState();
  const best = frame?.callbacks.files.find((file) => file.best);
  const isBest = ({ asset, run }: KeptModel): boolean =>
    best !== undefined && run === frame?.run && isOf(asset, best);
  const inTurn = models.toSorted((a, b) => Number(isBest(b)) - Number(isBest(a)));
  let bytes = 0;
  const room = inTurn.findIndex(({ asset }, place) => {
    bytes += bytesOf(asset);
    return place >= MOST_MODELS || bytes > MOST_BYTES;
  });
  if (room > 0) for (const { key } of inTurn.slice(room)) drop(key, 'room');
};

const drop = (key: string, why: GoneAsset['gone']): void => {
  const { models, gone } = useShelf.getState();
  const mark: GoneAsset = { gone: why, at: Date.now() };
  const all = [...Object.entries(gone).filter(([other]) => other !== key), [key, mark] as const];
  useShelf.setState({
    models: models.filter((other) => other.key !== key),
    gone: Object.fromEntries(all.slice(-MOST_GONE)),
  });
  writeAsset(key, mark).catch(unkept);
  for (const [old] of all.slice(0, -MOST_GONE)) removeAsset(old).catch(unkept);
};

/** Takes a model away; nothing is lost as long as the notice stands. */
export const deleteModel = ({ key, asset, run }: KeptModel): void => {
  drop(key, 'deleted');
  const back = (): void => {
    putAway();
    const { models, gone } = useShelf.getState();
    const { [key]: _mark, ...others } = gone;
    useShelf.setState({ models: sorted([...models, { key, asset, run }]), gone: others });
    writeAsset(key, asset).catch(unkept);
  };
  tell(fill(DELETED, { name: asset.name }), { words: UNDO, run: back });
};

/** Takes the run up at the moment at which a model was saved, as a document of its own. Undo leads back. */
export const openModel = async ({ asset }: KeptModel): Promise<void> => {
  const read = fromText(asset.experiment);
  if (!read.ok) return tell(fill(UNREADABLE, { name: asset.name }));
  const { origin, ...begun } = beginningAt(asset.moment, asset.curve);
  const saved: Saved = { ...begun, ...(!asset.replays && { origin }) };
  if (!(await open(read.experiment, { saved }))) return;
  tell(fill(OPENED, { name: asset.name, e: asset.epoch }), {
    words: BACK,
    run: () => {
      putAway();
      void undo();
    },
  });
};

const UNDO: Text = { en: 'Undo', ko: '되돌리기' };
const BACK: Text = { en: 'Back', ko: '돌아가기' };
const DELETED: Text = { en: '{name} is deleted.', ko: '{name:을/를} 지웠습니다.' };
const OPENED: Text = {
  en: '{name} is open, as it was after epoch {e}. The run before is kept.',
  ko: '{name:을/를} 열었습니다. {e}에포크 뒤의 모습입니다. 하던 학습은 남아 있습니다.',
};
const UNREADABLE: Text = {
  en: '{name} could not be read, so it was not opened.',
  ko: '{name:을/를} 읽지 못해 열지 않았습니다.',
};
