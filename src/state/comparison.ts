import { create } from 'zustand';
import { importedBy } from '../data/imported.ts';
import type { Design, Experiment } from '../experiment/experiment.ts';
import type { Both, PairKind, Terms } from '../experiment/pair.ts';
import type { Text } from '../text.ts';
import { connectComparison } from '../worker/client.ts';
import type { Compared, ComparisonFace } from '../worker/comparison/comparison.ts';
import { goesOn } from '../worker/frame.ts';
import { open } from './experiment.ts';
import { bringBackImports, judgedOf, provide, useImports } from './imported.ts';
import { tell } from './notice.ts';
import { pause, play } from './run.ts';
import { useWork } from './store.ts';
import { showComparison, useView } from './view.ts';
import { tellOpened } from './wayBack.ts';

/** Two networks that are compared: what was begun, what is known of it, and why it could not be begun. */
interface Comparison {
  /** What a person set of it; all else is as the experiment has it. */
  readonly own: Partial<Terms>;
  readonly pair: Both<Experiment> | null;
  readonly compared: Compared | null;
  readonly refused: Text | null;
}

export const useComparison = create<Comparison>(() => ({
  own: {},
  pair: null,
  compared: null,
  refused: null,
}));

export const setTerms = (change: Partial<Terms>): void =>
  useComparison.setState(({ own }) => ({ own: { ...own, ...change } }));

/** Epochs that show what there is to see, where the experiment says none, and the most that are compared. */
const USUAL = 10;
export const MOST_EPOCHS = 50;

/** How long, from how many pictures and from which seed the two learn. */
export const termsOf = ({ data, fit, seed }: Design, own: Partial<Terms>): Terms => ({
  epochs: Math.min(fit.epochs ?? USUAL, MOST_EPOCHS),
  points: data.points,
  seed,
  ...own,
});

let face: ComparisonFace | null = null;
/** The files that its worker knows. */
let known = new Set<string>();
const comparison = (): ComparisonFace => (face ??= connectComparison(() => tell(FAILED)));

/** Puts another one in its place: tests run one without a worker. */
export const replaceComparison = (other: ComparisonFace | null): void => {
  face = other;
  known = new Set();
  useComparison.setState(useComparison.getInitialState(), true);
};

/** Makes files that are known to the page known there. */
const share = async (hash: string | undefined): Promise<void> => {
  const imported = hash === undefined || known.has(hash) ? null : importedBy(hash);
  if (!imported) return;
  known.add(imported.hash);
  await comparison().know(imported);
};

/** Digits from files that neither network of a pair learns from; null where there are none. */
const judgedBy = async ({ set, asset }: Design['data']): Promise<string | null> => {
  if (!set.endsWith('digits')) return null;
  await bringBackImports();
  const hash = judgedOf(useImports.getState().kept, asset)?.hash;
  // What cannot be read any more is not counted; the comparison itself does without.
  return hash === undefined || (await provide(hash)) ? null : hash;
};

/** Counts what was asked for: who has left meanwhile, or asked again, is not to see an earlier one begin. */
let asked = 0;

/** Begins to compare these two. One's own run waits meanwhile: both at once would take longer than each alone. */
export const compare = async (pair: Both<Experiment>): Promise<void> => {
  const mine = ++asked;
  hold();
  const { data } = pair.mlp;
  const imported = await judgedBy(data);
  for (const hash of [data.asset, imported ?? undefined]) await share(hash);
  if (mine !== asked) return;
  const { refused } = await comparison()
    .begin(pair, imported)
    .catch(() => ({ refused: FAILED }));
  useComparison.setState({ refused, ...(!refused && { pair, compared: null }) });
  if (refused) return;
  void follow();
  if (mine === asked) await goOn();
};

export const goOn = async (): Promise<void> => {
  hold();
  await comparison().go();
};

export const rest = async (): Promise<void> => {
  await face?.rest();
};

/** What both say of a held-out picture, moved. */
export const movedPicture = (index: number, by: number): ReturnType<ComparisonFace['moved']> =>
  comparison().moved(index, by);

let following: ComparisonFace | null = null;

/** Hears what is known, no oftener than the screen is drawn; it waits as long as nothing goes on. */
const follow = async (): Promise<void> => {
  const followed = comparison();
  if (following === followed) return;
  following = followed;
  for (;;) {
    const next = await followed.compared(useComparison.getState().compared?.version ?? -1);
    if (following !== face) return;
    useComparison.setState({ compared: next });
    await new Promise(requestAnimationFrame);
  }
};

/** The run that waits, by its number, because it trained when the comparison began. */
let waits: number | null = null;

const hold = (): void => {
  const { frame } = useWork.getState();
  if (!frame || !goesOn(frame)) return;
  waits = frame.run;
  pause();
};

/** The comparison is left: what is known stays, and the run that waited for it goes on. */
export const leave = (): void => {
  asked += 1;
  void rest();
  const { frame } = useWork.getState();
  if (frame?.run === waits && !frame.playing && useView.getState().lesson === null) play();
  waits = null;
};

/** A run that is set going by hand goes first. */
useWork.subscribe(({ frame }, before) => {
  if (!frame?.playing || before.frame?.playing || frame.run !== before.frame?.run) return;
  waits = null;
  void rest();
});

/**
 * Opens one of the two in place of one's own work, at the very moment it has come to. Undo leads back.
 */
export const takeOver = async (kind: PairKind): Promise<void> => {
  const { pair } = useComparison.getState();
  await rest();
  const saved = await comparison().saved(kind);
  if (!pair || !saved || !(await open(pair[kind], { saved }))) return;
  waits = null;
  showComparison(false);
  tellOpened(OPENED[kind]);
};

const FAILED: Text = {
  en: 'The part of the page that compares has failed. Your work is saved: reload the page to compare.',
  ko: '비교를 맡은 부분이 멈췄습니다. 하던 실험은 저장되어 있으니 새로 고침한 뒤 다시 비교하세요.',
};

const OPENED: Both<Text> = {
  mlp: {
    en: 'This is the MLP of the comparison, with the weights it has learned. Play goes on from there.',
    ko: '비교하던 MLP를 배운 가중치 그대로 열었습니다. 재생하면 이어서 학습합니다.',
  },
  cnn: {
    en: 'This is the CNN of the comparison, with the weights it has learned. Play goes on from there.',
    ko: '비교하던 CNN을 배운 가중치 그대로 열었습니다. 재생하면 이어서 학습합니다.',
  },
};
