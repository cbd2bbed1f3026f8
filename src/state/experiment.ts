import { useMemo } from 'react';
import { apply, effectOf, inverse, rebase } from '../experiment/apply.ts';
import { check, type Problem } from '../experiment/check.ts';
import { merge } from '../experiment/edits.ts';
import {
  type Design,
  type Experiment,
  type Patch,
  VERSION,
  type WeightChange,
} from '../experiment/experiment.ts';
import { MOST_EDITS } from '../experiment/schema.ts';
import type { Text } from '../text.ts';
import type { Started, StartOptions } from '../worker/frame.ts';
import { type Deed, noteDeed } from './deed.ts';
import { tell } from './notice.ts';
import { networkName } from './names.ts';
import { refresh } from './frames.ts';
import { enter, expectRun, inTurn, release, turnTo } from './arrivals.ts';
import { type Pending, type Road, useWork, work } from './store.ts';
import { trainer } from './trainer.ts';

/** The design as it is at the playhead. */
export const useDesign = (): Design => useWork((now) => now.design);

export const useProblems = (): Problem[] => {
  const design = useDesign();
  return useMemo(() => check(design), [design]);
};

export const useCanUndo = (): boolean => useWork((now) => now.past.length > 0);
export const useCanRedo = (): boolean => useWork((now) => now.future.length > 0);

export interface EditOptions {
  /** Edits one after the other with the same gesture (a drag) are undone as one. */
  readonly gesture?: string;
  readonly deed?: Deed;
  /** The name of the edit on the curve. */
  readonly mark?: Text;
}

/** Makes an edit: keeps the weights or starts over as the patch asks for. Undoable. Null does nothing. */
export const edit = (patch: Patch | null, options: EditOptions = {}): void => {
  if (!patch) return;
  noteDeed(options.deed ?? { kind: 'other' });
  const { gesture = null, mark = null } = options;
  inTurn(gesture, () => make(patch, gesture, mark));
};

const make = (patch: Patch, gesture: string | null, mark: Text | null): void => {
  const { design, past } = useWork.getState();
  // An edit that was asked for twice while the first was on its way changes nothing any more.
  if (!patch.weights && JSON.stringify(apply(design, patch)) === JSON.stringify(design)) return;
  if (effectOf(design, patch) === 'restart') return void startOver(patch, gesture);
  const undo = { ...inverse(design, patch), ...weightsBefore(patch) };
  const last = past.at(-1);
  const goesOn = gesture !== null && last?.kind === 'keep' && last.gesture === gesture;
  work({
    past: goesOn
      ? [...past.slice(0, -1), { ...last, undo: merge(undo, last.undo), redo: merge(last.redo, patch) }]
      : [...past, { kind: 'keep', gesture, undo, redo: patch }],
    future: [],
  });
  void send(patch, mark);
};

/** The present values of the weights that a patch sets. */
const weightsBefore = (patch: Patch): { weights?: readonly WeightChange[] } => {
  const { frame } = useWork.getState();
  if (!patch.weights || !frame) return {};
  const weights = patch.weights.flatMap(({ layer, at }) => {
    const place = frame.weights[layer];
    const value =
      place && (at < place.kernel.length ? place.kernel[at] : place.bias[at - place.kernel.length]);
    return value === undefined ? [] : [{ layer, at, value }];
  });
  return { weights };
};

/** Sends a patch that keeps the weights; it shows at once and enters the document when the trainer says where. */
const send = async (patch: Patch, mark: Text | null): Promise<void> => {
  const { design, experiment } = useWork.getState();
  if (experiment.edits.length >= MOST_EDITS) return tell(TOO_MANY);
  // What cannot be trained comes to rest; the sentence says why.
  if (refused(apply(design, patch))) void trainer().pause();
  const waiting: Pending = { patch, edits: Number.POSITIVE_INFINITY };
  work({ pending: [...useWork.getState().pending, waiting] });
  const { step, applied } = await trainer().edit(patch, mark);
  const { edits } = enter(applied, step, patch);
  work({
    pending: useWork.getState().pending.map((other) => (other === waiting ? { patch, edits } : other)),
  });
  refresh();
};

const TOO_MANY: Text = {
  en: `This run holds ${MOST_EDITS} edits, as many as a link or a reload can keep. Press R to start over from here, then go on editing.`,
  ko: `이 실험에는 링크와 저장에 담을 수 있는 만큼의 수정 ${MOST_EDITS}개가 모두 들어 있습니다. R로 여기서 처음부터 시작한 뒤 이어서 고쳐 주세요.`,
};

/** Would Keras refuse this design? Then it is shown, and explained, but not trained. */
export const refused = (design: Design): boolean => check(design).some(({ kind }) => kind === 'refused');

/** The run on the screen, to come back to. */
const roadHere = (): Road => {
  const { experiment, frame, ghost } = useWork.getState();
  return { run: frame?.run ?? 0, experiment, step: frame?.position.step ?? 0, ghost };
};

/** Starts over from the design with the patch in; the curve before stays as a ghost, named by what was there. */
const startOver = async (
  patch: Patch,
  gesture: string | null = null,
  playing = useWork.getState().frame?.playing ?? false,
): Promise<void> => {
  const { design } = useWork.getState();
  const next = rebase({ version: VERSION, ...design, edits: [] }, 0, patch);
  await begin(next, playing && !refused(next), gesture);
};

/**
 * Starts an experiment and shows it with its first frame; what was on the screen stays if it is refused. While one
 * gesture goes on, undo leads back to where it began, and what it passed through is forgotten.
 */
const begin = async (next: Experiment, playing: boolean, gesture: string | null): Promise<void> => {
  const { frame, design, past, future, ghost: before } = useWork.getState();
  const last = past.at(-1);
  const goesOn = gesture !== null && last?.kind === 'restart' && last.gesture === gesture;
  if (!goesOn) work({ past: [...past, { kind: 'restart', gesture, other: roadHere() }], future: [] });
  const started = await start(next, { playing, forget: goesOn });
  if (started.refused) {
    work({ past, future });
    release();
    return tell(started.refused);
  }
  const trained = frame && frame.newest.step > 0;
  const ghost = trained ? { curve: frame.curve, name: networkName(design.model.layers) } : null;
  turnTo(started.run, next, goesOn ? before : ghost);
};

/** Asks for another run; what is edited from here on waits until it is on the screen. */
const start = async (experiment: Experiment, options: StartOptions): Promise<Started> => {
  expectRun();
  try {
    return await trainer().start(experiment, options);
  } catch (error) {
    release();
    throw error;
  }
};

/** Opens another experiment in place of the one on the screen; undo brings that back. */
export const open = (next: Experiment): Promise<void> =>
  new Promise((resolve) => inTurn(null, () => resolve(begin(next, false, null))));

/** From the start, with the same first weights. */
export const reset = (): void => inTurn(null, () => void startOver({}, null, false));

/** One edit back: the experiment changes, not the time; a run that was left for a new start comes back as it was. */
export const undo = (): Promise<void> => walk('past', 'future');
export const redo = (): Promise<void> => walk('future', 'past');

const walk = (from: 'past' | 'future', to: 'past' | 'future'): Promise<void> =>
  new Promise((resolve) => inTurn(null, () => resolve(travel(from, to))));

const travel = async (from: 'past' | 'future', to: 'past' | 'future'): Promise<void> => {
  const now = useWork.getState();
  const entry = now[from].at(-1);
  if (!entry) return;
  noteDeed({ kind: 'other' });
  const rest = now[from].slice(0, -1);
  if (entry.kind === 'keep') {
    work({ [from]: rest, [to]: [...now[to], entry] });
    return send(from === 'past' ? entry.undo : entry.redo, null);
  }
  work({ [from]: rest, [to]: [...now[to], { kind: 'restart', gesture: null, other: roadHere() }] });
  expectRun();
  const { run, experiment, step, ghost } = entry.other;
  if (await trainer().restore(run)) return turnTo(run, experiment, ghost);
  const started = await start(experiment, { step });
  if (started.refused) {
    release();
    return tell(started.refused);
  }
  return turnTo(started.run, experiment, ghost);
};
