import { compare, TOLERANCE } from './agreement.ts';
import type { Place, Running } from './program.ts';
import { warm, timeSlice } from './slices.ts';
import { type Contender, OURS, type Task, workloads } from './workloads.ts';

/** What one process or page is asked to do. */
export interface Request extends Place {
  readonly workload: string;
  readonly rounds: number;
  /** Milliseconds of one program in one round. */
  readonly slice: number;
}

/** What came of one program in one task. */
export interface Outcome {
  readonly task: string;
  readonly program: string;
  /** Loss after the task's steps (or the size of the result), and how far it is from ours. */
  readonly figure: number;
  readonly difference: number;
  /** Whether it had to come to the same numbers. */
  readonly same: boolean;
  /** Seconds a step, a round each. */
  readonly seconds: readonly number[];
}

interface Runner {
  readonly task: Task;
  readonly contender: Contender;
  readonly running: Running;
  readonly figure: number;
  readonly difference: number;
  readonly seconds: number[];
}

/** Makes every program ready and compares it with ours. Throws where one that must agree does not. */
const prepare = async (
  tasks: readonly Task[],
  contenders: readonly Contender[],
  place: Place,
): Promise<Runner[]> => {
  const runners: Runner[] = [];
  const ours = new Map<string, ArrayLike<number>>();
  for (const contender of contenders) {
    const task = tasks.find(({ id }) => id === contender.task)!;
    const running = await contender.make(place);
    const { outputs, figure, difference } = await compare(task, running, ours.get(task.id) ?? null);
    if (contender.program === OURS) ours.set(task.id, outputs);
    if (contender.same && !(difference <= TOLERANCE)) {
      throw new Error(
        `${task.id}: expected ${contender.program} to differ from ours by at most ${TOLERANCE} after ${task.steps} steps, received ${difference} (${figure}). One of the two computes something else.`,
      );
    }
    runners.push({ task, contender, running, figure, difference, seconds: [] });
  }
  return runners;
};

/** One workload: every program warm, then in rounds, each for one slice of time, in an order that rotates. */
export const measure = async ({ workload, rounds, slice, threads, wasm }: Request): Promise<Outcome[]> => {
  const found = workloads.map((make) => make()).find(({ id }) => id === workload);
  if (!found) throw new Error(`measure: expected the id of a workload, received "${workload}".`);
  const runners = await prepare(found.tasks, found.contenders, { threads, wasm });
  const chunks = new Map<Runner, number>();
  for (const runner of runners) chunks.set(runner, await warm(runner.running, slice));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(turn + round) % runners.length]!;
      runner.seconds.push(await timeSlice(runner.running, chunks.get(runner)!, slice));
    }
  }
  return runners.map(({ task, contender, figure, difference, seconds }) => ({
    task: task.id,
    program: contender.program,
    same: contender.same,
    figure,
    difference,
    seconds,
  }));
};
