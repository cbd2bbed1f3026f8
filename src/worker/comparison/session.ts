import { makeKnown } from '../../data/imported.ts';
import { both, type Both, PAIR } from '../../experiment/pair.ts';
import type { Run } from '../run.ts';
import { savedOf } from '../saved.ts';
import type { Compared, ComparisonFace, Shifted } from './comparison.ts';
import { type Held, heldOut, mostShift } from './held.ts';
import { movedOf, shiftedOf } from './measures.ts';
import { countImported, judgedRows, type Learner, learner, learnEpoch } from './side.ts';

/** What a comparison needs of the place it runs in. */
interface Place {
  readonly now: () => number;
  readonly later: (task: () => void, delay: number) => void;
}

/** One slice of work, in milliseconds, and how long nothing is told of what goes on within an epoch. */
const SLICE = 8;
const QUIET = 100;
/** Held-out pictures that are moved after each epoch; at the end all of them are. */
const FEW = 100;

/** Two networks that are compared, and how far that has come. */
interface Comparing {
  readonly sides: Both<Learner>;
  readonly runs: Both<Run>;
  readonly held: Held;
  shifted: Shifted | null;
  measuring: number | null;
}

/** The comparison's side of the page: two runs that learn in turn, epoch by epoch, and what is measured of both. */
export const createComparison = ({ now, later }: Place): ComparisonFace => {
  let present: Comparing | null = null;
  let work: Generator<void, void> | null = null;
  let going = false;
  let version = 0;
  let told = Number.NEGATIVE_INFINITY;
  /** Counts the slices that were asked for. */
  let turn = 0;
  /** Who waits to hear more. */
  const waiting: (() => void)[] = [];

  const tell = (): void => {
    version += 1;
    told = now();
    for (const resume of waiting.splice(0)) resume();
  };

  function* measure(comparing: Comparing, most: number): Generator<void, void> {
    const { runs, held } = comparing;
    comparing.shifted = yield* shiftedOf(runs, held, most, (share) => {
      comparing.measuring = share;
    });
    comparing.measuring = null;
    tell();
  }

  /** All there is to do, the MLP before the CNN; it may be left for a while at any yield. */
  function* compare(comparing: Comparing, imported: string | null): Generator<void, void> {
    const { sides, held } = comparing;
    const open = (): Learner[] => PAIR.map((kind) => sides[kind]).filter(({ run }) => run.halt === null);
    while (open().length > 0) {
      for (const side of open()) {
        yield* learnEpoch(side, now);
        tell();
      }
      if (open().length > 0) yield* measure(comparing, FEW);
    }
    yield* measure(comparing, held.count);
    if (imported === null) return;
    for (const kind of PAIR) yield* countImported(sides[kind], imported);
  }

  const tick = (): void => {
    const started = now();
    while (going && now() - started < SLICE) {
      if (!work || work.next().done) going = false;
    }
    if (!going || now() - told >= QUIET) tell();
    again();
  };
  /** The next slice, once waiting commands are answered. */
  const again = (): void => {
    turn += 1;
    if (!going) return;
    const mine = turn;
    later(() => {
      if (mine === turn) tick();
    }, 0);
  };

  const seen = (): Compared | null => {
    if (!present) return null;
    const { sides, runs, held, shifted, measuring } = present;
    const { setup } = runs.mlp;
    return {
      version,
      going,
      sides: both((kind) => {
        const { run, parameters, ends, begun, imported } = sides[kind];
        return { parameters, ends: [...ends], begun, halt: run.halt, imported };
      }),
      judged: judgedRows(runs.mlp) === setup.validation ? 'validation' : 'training',
      held: { kind: held.kind, count: held.count },
      most: mostShift(held.size),
      shifted,
      measuring,
    };
  };

  return {
    know: async (imported) => makeKnown(imported),
    async begin(pair, imported) {
      const mlp = learner(1, pair.mlp);
      if ('refused' in mlp) return mlp;
      const cnn = learner(2, pair.cnn);
      if ('refused' in cnn) return cnn;
      const sides = { mlp, cnn };
      const runs = both((kind) => sides[kind].run);
      going = false;
      present = {
        sides,
        runs,
        held: heldOut(runs.mlp.setup),
        shifted: null,
        measuring: null,
      };
      work = compare(present, imported);
      tell();
      return { refused: null };
    },
    async go() {
      going = present !== null;
      tell();
      again();
    },
    async rest() {
      going = false;
      tell();
    },
    async compared(since) {
      if (present && version <= since) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      return seen();
    },
    async moved(index, by) {
      if (!present) return null;
      const { runs, held } = present;
      const which = index % held.count;
      return { answer: held.answers[which] ?? 0, ways: movedOf(runs, held, which, by) };
    },
    saved: async (kind) => present && savedOf(present.runs[kind]),
  };
};
