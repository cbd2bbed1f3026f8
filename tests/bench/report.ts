import { type Goal, rate, type Run, taskOf, unmeasurable, verdicts, type Where } from './goals.ts';
import { median } from './statistics.ts';
import { OURS } from './workloads.ts';

/** What the machine and the run were. */
export interface Circumstances {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  readonly versions: Readonly<Record<string, string>>;
  /** One-minute load averages before the first round and after the last. */
  readonly load: readonly [number, number];
  readonly rounds: number;
  readonly slice: number;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const named = ({ name, threads }: Goal): string => (threads === 1 ? name : `${name}, ${threads} threads`);

/** The goals, the ratios, and whether they are met. */
const goalsTable = (runs: readonly Run[]): string =>
  table(
    ['workload', 'in', 'Gradus', 'compared with', 'its rate', 'ratio (95 %)', 'goal', ''],
    verdicts(runs).map(({ goal, where, ours, peer, theirs, ratio, wanted, met }) => [
      `${named(goal)} (${goal.ratio})`,
      where,
      ours,
      peer,
      theirs,
      ratio,
      wanted,
      met,
    ]),
  );

/** Every program in every task. */
const programsTable = (runs: readonly Run[]): string =>
  table(
    ['task', 'threads', 'in', 'program', 'rate', 'after the same steps', 'difference'],
    runs.flatMap(({ where, threads, outcomes }) =>
      outcomes.map(({ task, program, seconds, figure, difference, same }) => [
        task,
        String(threads),
        where,
        program,
        rate(taskOf(task), median(seconds)),
        task.startsWith('w7') ? '' : figure.toPrecision(6),
        task.startsWith('w7') || program === OURS
          ? ''
          : same
            ? difference.toExponential(1)
            : 'computes something else',
      ]),
    ),
  );

const NOTES = `- A ratio is the median over the rounds, with a 95 % interval of that median (sign test). In a round every program runs
  for one slice of time; their order rotates. The peer of a row is the one whose median is best. "speed" is our rate over
  its rate, "time" our time over its time. "met" and "MISSED" are about the median.
- Programs start from the same weights and the same batches. After the same steps the loss (for products and passes: the
  root mean square of the results) has to equal ours within 0.001, else the bench stops. Two programs cannot:
  brain.js updates after every row (four updates count as one of our steps), has sigmoid in every layer, the squared error
  and always momentum; convnetjs has a linear output and half the squared error on W1 and W2.
- tfjs runs with gradients written by hand, which are faster than its optimizers; jax-js with gradients by hand and the whole
  step under jit, and waits for every step. tfjs has no gradient of a convolution on its wasm backend, so it is not in W4;
  convnetjs 0.3.0 has no Adam; brain.js has no batches and is in W1 alone.
- jax-js stands twice in W4, with the same goal. "im2col" is the form that the goal was set against: im2col written by hand,
  the gradients by its grad(), the whole step under jit. The other row takes the fastest of every form we know, which is
  "by hand": im2col as a gather, gradients written by hand, and a jit for each piece.
- W3 with Adam: the goal is 1.25 × 0.38 of the best peer's time with plain SGD.
- W7 compares our convolutions with our own product of 512 × 512 in the same rounds. Floating-point operations with the
  padding are not counted.
- With two threads jax-js gets two as well, but for Node, where it has one whatever is asked; tfjs and convnetjs have one.`;

const lines = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const places = (runs: readonly Run[]): Where[] => [...new Set(runs.map(({ where }) => where))];

/** The report of a run. */
export const report = (runs: readonly Run[], seen: Circumstances): string => {
  const missing = [...new Set(unmeasurable().map(named))];
  const judged = verdicts(runs).filter(({ wanted }) => wanted !== '');
  const missed = judged.filter(({ met }) => met.startsWith('MISSED')).length;
  return lines([
    '# The bench',
    `Written by \`npm run bench\`. ${judged.length - missed} goals met, ${missed} missed, ${missing.length} not measurable.`,
    [
      `- ${seen.date}, ${seen.processor}, ${seen.cores} cores seen, ${seen.system}`,
      `- load average ${seen.load[0].toFixed(2)} before, ${seen.load[1].toFixed(2)} after (the bench itself is about 1)`,
      `- ${seen.rounds} rounds of ${seen.slice} ms, in ${places(runs).join(' and ')}`,
      `- ${Object.entries(seen.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ')}`,
    ].join('\n'),
    goalsTable(runs),
    ...(missing.length === 0
      ? []
      : [`Not measured, since the engine has no threads yet: ${missing.join('; ')}.`]),
    '## How to read it',
    NOTES,
    '## Every program',
    programsTable(runs),
  ]);
};
