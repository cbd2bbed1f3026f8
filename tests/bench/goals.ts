import { THREADS } from './programs/gradus.ts';
import type { Outcome } from './measure.ts';
import { intervalOfMedian, median } from './statistics.ts';
import {
  CONVOLUTIONS,
  convolutionTask,
  KINDS,
  OURS,
  SIZES,
  type Task,
  workloads,
  YARDSTICK,
} from './workloads.ts';

/** A row of the table: one of our tasks, whom it is compared with, and what is wanted. */
export interface Goal {
  readonly name: string;
  readonly threads: number;
  /** Our task, and the task of those it is compared with. */
  readonly ours: string;
  readonly theirs: string;
  /** The programs compared with, of which the fastest counts. */
  readonly peers: readonly string[];
  /** 'speed': our rate over theirs, at least the goal. 'time': our time over theirs, at most the goal. */
  readonly ratio: 'speed' | 'time';
  /** Null: shown for orientation. */
  readonly goal: number | null;
  /** The one place where the goal holds, if it does not hold in both. */
  readonly only?: Where;
}

const one = (
  name: string,
  task: string,
  peers: readonly string[],
  ratio: Goal['ratio'],
  goal: number | null,
): Goal => ({ name, threads: 1, ours: task, theirs: task, peers, ratio, goal });

const small = ['tfjs cpu', 'tfjs wasm', 'jax-js', 'convnetjs'];

/** The convolution that the goals of W4 are about: im2col written by hand, with jax-js's own gradients. */
const named = ['jax-js im2col'];
/** Every form we know, of which the fastest has gradients written by hand as well. */
const everyForm = ['jax-js by hand', 'jax-js im2col', 'jax-js own convolution'];

export const goals: readonly Goal[] = [
  one('W1 XOR 2-4-1, batch 4, SGD', 'w1', [...small, 'brain.js'], 'speed', 3),
  one('W2 2-8-8-1, batch 10, SGD', 'w2', small, 'speed', 9),
  one('W3 784-128-10, batch 32, SGD', 'w3', ['tfjs wasm', 'jax-js', 'convnetjs'], 'time', 0.38),
  {
    ...one(
      'W3 with Adam, against SGD of the peers',
      'w3 adam',
      ['tfjs wasm', 'jax-js', 'convnetjs'],
      'time',
      0.475,
    ),
    theirs: 'w3',
  },
  one('W3 with Adam, against Adam of the peers', 'w3 adam', ['tfjs wasm', 'jax-js'], 'time', null),
  one('W4 CNN, batch 32, SGD', 'w4', named, 'time', 0.12),
  one('W4 CNN, batch 32, SGD', 'w4', everyForm, 'time', 0.12),
  one('W4 CNN, batch 32, SGD', 'w4', ['convnetjs'], 'time', 1 / 30),
  { ...one('W4 CNN', 'w4', named, 'time', 0.07), threads: 2 },
  { ...one('W4 CNN', 'w4', everyForm, 'time', 0.07), threads: 2 },
  { ...one('W4 CNN', 'w4', ['convnetjs'], 'time', 1 / 50), threads: 2 },
  ...SIZES.map((size) => one(`W5 product ${size} × ${size}`, `w5 ${size}`, ['tfjs wasm'], 'speed', 1.08)),
  ...SIZES.map((size) => one(`W5 product ${size} × ${size}`, `w5 ${size}`, ['jax-js'], 'speed', null)),
  ...SIZES.map((size) => ({
    ...one(`W5 product ${size} × ${size}`, `w5 ${size}`, ['jax-js'], 'speed', 1.4),
    threads: 2,
    // jax-js has one thread in Node whatever is asked.
    only: 'Chromium' as const,
  })),
  one('W6 2-8-8-1 forward, 10,000 points', 'w6', ['tfjs cpu', 'tfjs wasm', 'jax-js'], 'time', 0.38),
  ...CONVOLUTIONS.flatMap((sizes) =>
    KINDS.map((kind) => ({
      ...one(
        `W7 ${convolutionTask(sizes, kind).slice(3)}`,
        convolutionTask(sizes, kind),
        [OURS],
        'speed',
        sizes[1] >= 8 ? 0.6 : null,
      ),
      theirs: 'w7 product',
    })),
  ),
];

export type Where = 'Node' | 'Chromium';

/** All outcomes of one workload in one place with so many threads. */
export interface Run {
  readonly where: Where;
  readonly threads: number;
  readonly outcomes: readonly Outcome[];
}

export interface Verdict {
  readonly goal: Goal;
  readonly where: Where;
  /** Rates in the task's unit; NaN where we have no program. */
  readonly ours: string;
  readonly peer: string;
  readonly theirs: string;
  readonly ratio: string;
  readonly wanted: string;
  readonly met: string;
}

const tasks = workloads.flatMap((make) => make().tasks);
export const taskOf = (id: string): Task => tasks.find((task) => task.id === id)!;

const digitsOf = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** A rate in the task's unit. */
export const rate = ({ unit, amount }: Task, seconds: number): string => {
  if (unit === 'ms') return `${digitsOf(seconds * 1000)} ms`;
  if (unit === 'GFLOP/s') return `${digitsOf(amount / seconds / 1e9)} GFLOP/s`;
  return `${digitsOf(amount / seconds)} ${unit}`;
};

const share = (value: number): string => value.toFixed(value < 0.1 ? 4 : value < 1 ? 3 : 2);

/** What one goal came to in one run; null where the run does not bear on it. */
const judge = (goal: Goal, { where, threads, outcomes }: Run): Verdict | null => {
  const ours = outcomes.find(({ task, program }) => task === goal.ours && program === OURS);
  if (threads !== goal.threads || !ours) return null;
  const peers = outcomes
    .filter(({ task, program }) => task === goal.theirs && goal.peers.includes(program))
    .sort((a, b) => median(a.seconds) / taskOf(a.task).amount - median(b.seconds) / taskOf(b.task).amount);
  const best = peers[0];
  if (!best) return null;
  const [mine, other] = [taskOf(goal.ours), taskOf(goal.theirs)];
  const ratios = ours.seconds.map((seconds, round) => {
    const time = (seconds / mine.amount / best.seconds[round]!) * other.amount;
    return goal.ratio === 'time' ? time : 1 / time;
  });
  const middle = median(ratios);
  const [from, to] = intervalOfMedian(ratios);
  const sign = goal.ratio === 'time' ? '≤' : '≥';
  const wanted = goal.only && goal.only !== where ? null : goal.goal;
  const reached = (value: number) => (goal.ratio === 'time' ? value <= wanted! : value >= wanted!);
  const met = wanted === null ? '' : reached(middle) ? 'met' : 'MISSED';
  const close = wanted !== null && reached(from) !== reached(to) ? ' (the interval holds the goal)' : '';
  return {
    goal,
    where,
    ours: rate(mine, median(ours.seconds)),
    peer: goal.peers.includes(OURS) ? `our product of ${YARDSTICK}` : best.program,
    theirs: rate(other, median(best.seconds)),
    ratio: `${share(middle)} (${share(from)}–${share(to)})`,
    wanted: wanted === null ? '' : `${sign} ${share(wanted)}`,
    met: `${met}${close}`,
  };
};

/** Every goal in every run that bears on it, in the order of the goals. */
export const verdicts = (runs: readonly Run[]): Verdict[] =>
  goals.flatMap((goal) => runs.map((run) => judge(goal, run)).filter((verdict) => verdict !== null));

/** Goals that no program of ours can be measured against yet. */
export const unmeasurable = (): Goal[] => goals.filter(({ threads }) => threads > THREADS);
