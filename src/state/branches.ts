import { designAt } from '../experiment/apply.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { same, type Text, withNames } from '../text.ts';
import type { Saved } from '../worker/frame.ts';
import { branchName, partedAt } from './branchName.ts';
import { measureOf } from './measure.ts';
import { putAway, tell } from './notice.ts';
import { type Branch, useWork, work } from './store.ts';
import { trainer } from './trainer.ts';

/** The most branches that are kept. */
export const MOST_BRANCHES = 8;

let last = 0;
/** What tells a branch from the others as long as the page lives. */
export const newBranchId = (): number => {
  last += 1;
  return last;
};

/** The run on the screen as a branch, once the trainer has left it under this number for another document. */
export const branchOf = async (left: number, other: Experiment): Promise<Branch | null> => {
  const { experiment, frame } = useWork.getState();
  if (!frame) return null;
  let saved: Saved | null = null;
  try {
    saved = await trainer().reached(left);
  } catch {
    // It is drawn all the same; it only cannot be shown again.
  }
  return {
    id: newBranchId(),
    name: branchName(experiment, other),
    renamed: false,
    shown: true,
    measures: measureOf(designAt(experiment, experiment.edits.length)),
    curve: saved?.curve ?? frame.curve,
    road: saved && { experiment, saved },
  };
};

/** A name that no other branch has: "one neuron", then "one neuron 2". */
const unlike = (name: Text, branches: readonly Branch[]): Text => {
  const isTaken = ({ en }: Text): boolean => branches.some((branch) => branch.name.en === en);
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : { en: `${name.en} ${number}`, ko: `${name.ko} ${number}` };
    if (!isTaken(numbered)) return numbered;
  }
};

/** Does a branch come by all that another one is? Then the other has nothing to show. */
const covers = (branch: Branch, other: Branch): boolean =>
  branch.road !== null &&
  other.road !== null &&
  branch.road.saved.newest.step >= other.road.saved.newest.step &&
  JSON.stringify(branch.road.experiment) === JSON.stringify(other.road.experiment) &&
  !branch.road.saved.origin &&
  !other.road.saved.origin;

/** The list with one more branch at its end, and without what that makes superfluous; `gone` gave way for want of room. */
export const withBranch = (
  branches: readonly Branch[],
  branch: Branch | null,
): { readonly branches: readonly Branch[]; readonly gone: Branch | null } => {
  if (!branch || branches.some((other) => covers(other, branch))) return { branches, gone: null };
  const stay = branches.filter((other) => other.renamed || !covers(branch, other));
  const gone = stay.length < MOST_BRANCHES ? null : (stay.find(({ renamed }) => !renamed) ?? stay[0] ?? null);
  const others = stay.filter((other) => other !== gone);
  return { branches: [...others, { ...branch, name: unlike(branch.name, others) }], gone };
};

/** Says that a branch gave way, and offers it in exchange for the one that came. */
export const tellGone = (gone: Branch | null, came: Branch | null): void => {
  if (!gone || !came) return;
  tell(withNames(GAVE_WAY, { gone: gone.name, came: came.name }), {
    words: UNDO,
    run: () => {
      putAway();
      const others = useWork.getState().branches.filter(({ id }) => id !== came.id && id !== gone.id);
      work({ branches: [gone, ...others] });
    },
  });
};

const change = (id: number, to: Partial<Branch>): void => {
  const { branches } = useWork.getState();
  work({ branches: branches.map((branch) => (branch.id === id ? { ...branch, ...to } : branch)) });
};

/** The longest name that can be given, in letters. */
export const LONGEST_NAME = 40;

/** Names a branch; an empty name leaves the one it has. */
export const renameBranch = (id: number, to: string): void => {
  const name = to.trim().slice(0, LONGEST_NAME);
  if (name !== '') change(id, { name: same(name), renamed: true });
};

/** Draws the curve of a branch beside the present one, or not. */
export const showBeside = (id: number, shown: boolean): void => change(id, { shown });

/** Takes a branch off the list; nothing is lost as long as the notice stands. */
export const deleteBranch = (branch: Branch): void => {
  const { branches, deleted } = useWork.getState();
  const at = branches.findIndex(({ id }) => id === branch.id);
  work({ branches: branches.filter(({ id }) => id !== branch.id), deleted: [...deleted, branch.id] });
  const back = (): void => {
    putAway();
    const { branches: now, deleted: gone } = useWork.getState();
    work({ deleted: gone.filter((id) => id !== branch.id) });
    if (now.some(({ id }) => id === branch.id)) return;
    const room = now.length < MOST_BRANCHES;
    work({
      branches: room ? [...now.slice(0, at), branch, ...now.slice(at)] : withBranch(now, branch).branches,
    });
  };
  tell(withNames(DELETED, { name: branch.name }), { words: UNDO, run: back });
};

const UNDO: Text = { en: 'Undo', ko: '되돌리기' };
const DELETED: Text = { en: 'The branch “{name}” is deleted.', ko: '갈래 {name:을/를} 지웠습니다.' };
const GAVE_WAY: Text = {
  en: `Up to ${MOST_BRANCHES} branches are kept: “{gone}” gave way to “{came}”.`,
  ko: `갈래는 ${MOST_BRANCHES}개까지 남습니다. {gone} 대신 {came:이/가} 들어왔습니다.`,
};

const known = new WeakMap<Experiment, WeakMap<Experiment, number>>();

/** Updates that a branch has in common with a document. */
export const partedFrom = ({ road }: Branch, experiment: Experiment): number => {
  if (!road) return 0;
  const of = known.get(experiment) ?? new WeakMap<Experiment, number>();
  known.set(experiment, of);
  const at = of.get(road.experiment) ?? partedAt(road.experiment, experiment);
  of.set(road.experiment, at);
  return at;
};
