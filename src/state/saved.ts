import { create } from 'zustand';
import { fromText } from '../experiment/parse.ts';
import { fill, type Text } from '../text.ts';
import type { Curve, Saved, SavedFile, SavedModel } from '../worker/frame.ts';
import { runExpected } from './arrivals.ts';
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
import { trainer } from './trainer.ts';

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
/** While it plays, models are taken over one by one, so many milliseconds apart. */
const APART = 200;

/** What was asked of the trainer already, so that it is not asked again with every frame. */
const asked = new Set<string>();
const nameOf = (run: number, { name, step }: Pick<SavedFile, 'name' | 'step'>): string =>
  `${run} ${step} ${name}`;

/** No storage, or a full one: what is saved lives as long as the page. */
const unkept = (): void => {};

/** Brings out what was kept before, then keeps what ModelCheckpoint saves in the run on the screen. */
export const startKeeping = async (): Promise<void> => {
  const found = [...(await readAssets())];
  useShelf.setState({
    models: found
      .flatMap(([key, asset]) => ('gone' in asset ? [] : [{ key, asset, run: null }]))
      .toSorted((a, b) => b.asset.at - a.asset.at),
    gone: Object.fromEntries(found.flatMap(([key, asset]) => ('gone' in asset ? [[key, asset]] : []))),
  });
  let busy = false;
  const next = (): void => {
    if (busy || !waiting()) return;
    busy = true;
    void keepNext()
      .catch(unkept)
      .then(() => new Promise((resolve) => setTimeout(resolve, APART)))
      .finally(() => {
        busy = false;
        next();
      });
  };
  useWork.subscribe((now, before) => {
    if (now.frame?.callbacks.files !== before.frame?.callbacks.files) next();
  });
  next();
};

/** The oldest of the newest models of the run on the screen that was not asked for yet. */
const waiting = (): SavedFile | undefined => {
  const { frame } = useWork.getState();
  if (!frame || runExpected()) return undefined;
  return frame.callbacks.files.slice(-MOST_MODELS).find((file) => !asked.has(nameOf(frame.run, file)));
};

const keepNext = async (): Promise<void> => {
  const file = waiting();
  const { frame, experiment } = useWork.getState();
  if (!file || !frame) return;
  const { run, curve } = frame;
  asked.add(nameOf(run, file));
  const model = await trainer().file(file.name);
  const now = useWork.getState();
  // What came may be a later one of that name, or belong to another run: then its own turn comes.
  if (model?.step !== file.step || now.frame?.run !== run || runExpected()) return;
  const edits = experiment.edits.slice(0, model.edits);
  if (JSON.stringify(edits) !== JSON.stringify(now.experiment.edits.slice(0, model.edits))) return;
  const text = JSON.stringify({ ...experiment, edits });
  await keep(assetOf(model, text, curve), run);
};

const assetOf = (model: SavedModel, experiment: string, curve: Curve): SavedAsset => ({
  name: model.name,
  epoch: model.epoch,
  step: model.step,
  weightsOnly: model.weightsOnly,
  replays: model.replays,
  experiment,
  moment: model.moment,
  curve: upTo(curve, model.step),
  at: Date.now(),
});

/** The part of a curve that lies at or before an update. */
const upTo = ({ epoch, step, loss, val_loss, wrong }: Curve, last: number): Curve => {
  const reached = step.findIndex((each) => each > last);
  const end = reached < 0 ? step.length : reached;
  return {
    epoch: epoch.slice(0, end),
    step: step.slice(0, end),
    loss: loss.slice(0, end),
    val_loss: val_loss.slice(0, end),
    wrong: wrong.slice(0, end),
  };
};

/** Puts a model on the shelf; of the same run it takes the place of one of its name, and the oldest make room. */
const keep = async (asset: SavedAsset, run: number): Promise<void> => {
  const key = await keyOf(asset);
  const { models, gone } = useShelf.getState();
  if (gone[key]) return;
  const replaced = models.filter(
    (other) =>
      other.key !== key && other.asset.name === asset.name && other.asset.experiment === asset.experiment,
  );
  const known = models.find((other) => other.key === key);
  const others = models.filter((other) => other.key !== key && !replaced.includes(other));
  useShelf.setState({ models: sorted([...others, { key, asset: known?.asset ?? asset, run }]) });
  for (const other of replaced) removeAsset(other.key).catch(unkept);
  if (!known) writeAsset(key, asset).catch(unkept);
  makeRoom();
};

const sorted = (models: readonly KeptModel[]): readonly KeptModel[] =>
  models.toSorted((a, b) => b.asset.at - a.asset.at || b.asset.step - a.asset.step);

/** Lets the oldest go that are too many or too large together. */
const makeRoom = (): void => {
  const { models } = useShelf.getState();
  let bytes = 0;
  const room = models.findIndex(({ asset }, place) => {
    bytes += bytesOf(asset);
    return place >= MOST_MODELS || bytes > MOST_BYTES;
  });
  if (room > 0) for (const { key } of models.slice(room)) drop(key, 'room');
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
  if (!(await open(read.experiment, { saved, ghost: null }))) return;
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
