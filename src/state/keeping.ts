import type { Experiment } from '../experiment/experiment.ts';
import { fromText } from '../experiment/parse.ts';
import type { Curve, Frame, SavedFile, SavedModel } from '../worker/frame.ts';
import { runExpected } from './arrivals.ts';
import type { SavedAsset } from './assets.ts';
import { bringOut, isOf, keep, type KeptModel, MOST_MODELS, unkept, useShelf } from './saved.ts';
import { useWork } from './store.ts';
import { trainer } from './trainer.ts';

/** While it plays, models are taken over one by one, so many milliseconds apart. */
const APART = 200;

/** How often a request that comes to nothing is made again while nothing changes on the screen. */
const TRIES = 3;

/** Files of runs that are seen to: they are on the shelf, or were once, or are known to be gone. */
const settled = new Set<string>();
/** Files that the trainer did not have: asked for again once they have left the list and come back. */
const missing = new Set<string>();
/** Requests that failed or were overtaken, while one frame was on the screen. */
let vain: { readonly frame: Frame | null; readonly times: Map<string, number> } = {
  frame: null,
  times: new Map(),
};

const markOf = (run: number, { name, step, edits, checksum }: SavedFile): string =>
  `${run} ${step} ${edits} ${checksum} ${name}`;

const timesInVain = (frame: Frame): Map<string, number> => {
  if (vain.frame !== frame) vain = { frame, times: new Map() };
  return vain.times;
};

/** Brings out what was kept before, then keeps what ModelCheckpoint saves in the run on the screen. */
export const startKeeping = async (): Promise<void> => {
  await bringOut();
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
  let again: ReturnType<typeof setTimeout> | undefined;
  const meet = (): void => {
    const { frame, experiment } = useWork.getState();
    if (!frame) return;
    if (runExpected()) {
      // At rest no other frame may come once that run is here.
      again ??= setTimeout(() => {
        again = undefined;
        meet();
      }, APART);
      return;
    }
    meetFiles(frame, experiment);
    next();
  };
  useWork.subscribe((now, before) => {
    if (now.frame?.callbacks.files !== before.frame?.callbacks.files) meet();
  });
  meet();
};

/** Takes the files of a run in that need no asking: those that the shelf has from an earlier visit. */
const meetFiles = ({ run, callbacks: { files } }: Frame, experiment: Experiment): void => {
  const marks = new Set(files.map((file) => markOf(run, file)));
  for (const mark of missing) if (!marks.has(mark)) missing.delete(mark);
  const { models } = useShelf.getState();
  const known = new Set<KeptModel>();
  for (const file of files) {
    const mark = markOf(run, file);
    const model = settled.has(mark) ? undefined : models.find(({ asset }) => isOf(asset, file));
    if (!model || model.asset.experiment !== textOf(experiment, file.edits)) continue;
    settled.add(mark);
    known.add(model);
  }
  if (known.size === 0) return;
  useShelf.setState({ models: models.map((model) => (known.has(model) ? { ...model, run } : model)) });
};

/** The document a model belongs to, with the edits that were made by then: the same text before and after a reload. */
const textOf = (experiment: Experiment, edits: number): string => {
  const text = JSON.stringify({ ...experiment, edits: experiment.edits.slice(0, edits) });
  const read = fromText(text);
  return read.ok ? JSON.stringify(read.experiment) : text;
};

/** The next file to ask for: the best of the run on the screen, then its newest ones. */
const waiting = (): SavedFile | undefined => {
  const { frame } = useWork.getState();
  if (!frame || runExpected()) return undefined;
  const { run, callbacks } = frame;
  const newest = callbacks.files.slice(-MOST_MODELS).toReversed();
  const best = callbacks.files.find((file) => file.best);
  const times = timesInVain(frame);
  return (best ? [best, ...newest] : newest).find((file) => {
    const mark = markOf(run, file);
    return !settled.has(mark) && !missing.has(mark) && (times.get(mark) ?? 0) < TRIES;
  });
};

const keepNext = async (): Promise<void> => {
  const file = waiting();
  const { frame, experiment } = useWork.getState();
  if (!file || !frame) return;
  const { run, curve } = frame;
  const mark = markOf(run, file);
  const text = textOf(experiment, file.edits);
  let model: SavedModel | null | undefined;
  try {
    model = await trainer().file(file.name);
  } catch {
    model = undefined;
  }
  const now = useWork.getState();
  const here = now.frame?.run === run && !runExpected() && textOf(now.experiment, file.edits) === text;
  if (here && model === null) {
    missing.add(mark);
  } else if (here && model?.step === file.step && model.edits === file.edits) {
    settled.add(mark);
    await keep(assetOf(model, file.checksum, text, curve), run);
  } else if (now.frame) {
    // It failed, belongs to another run, or is a later one of that name: its own turn comes again.
    const times = timesInVain(now.frame);
    times.set(mark, (times.get(mark) ?? 0) + 1);
  }
};

const assetOf = (model: SavedModel, checksum: number, experiment: string, curve: Curve): SavedAsset => ({
  name: model.name,
  epoch: model.epoch,
  step: model.step,
  weightsOnly: model.weightsOnly,
  checksum,
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
