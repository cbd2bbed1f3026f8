import type { CallbackName, Logs } from '../engine/callbacks/index.ts';
import {
  checksumOf,
  type Ended,
  epochLine,
  epochLogs,
  type Evaluation,
  type Happening,
  type Model,
  progressLine,
  type Trainer,
} from '../engine/index.ts';
import type { Halt } from './frame.ts';
import { GAP, isBy } from './log.ts';
import { noteEpochEnd } from './evaluated.ts';
import { putsOff } from './judging.ts';
import { owe } from './owed.ts';
import { epochNow, epochPoint, markSolved, putPresent } from './points.ts';
import type { Run } from './run.ts';

/** Something that the trainer told, and when: updates made, edits in force, and whole epochs finished by then. */
export interface Heard {
  readonly what: Happening;
  readonly step: number;
  readonly edits: number;
  readonly epoch: number;
  /** Of a state that was saved; 0 of all else. */
  readonly checksum: number;
}

const stateOf = ({ arena, state }: Model): Float32Array | Float64Array =>
  arena.memory.subarray(state.at, state.at + state.count);

/** What a trainer tells at this moment, with all that will be asked of the moment when it is taken in. */
export const heardOf = (what: Happening, { counters, settings }: Trainer): Heard => ({
  what,
  step: counters.step,
  edits: counters.edits,
  epoch: counters.epoch,
  checksum: what.kind === 'saved' ? checksumOf(stateOf(settings.model)) : 0,
});

/**
 * Takes in what the trainer told since the last time, and the end of an epoch if it came to one: the log, the files,
 * the curve, and why the run comes to rest. What was there before, on the way to the newest moment, is not written
 * again.
 */
export const takeIn = (run: Run, epochEnded: boolean): void => {
  const heard = run.heard.length > 0 ? run.heard.splice(0) : NOTHING;
  const failed = heard.some(({ what }) => what.kind === 'failed');
  if (epochEnded) meetEpoch(run, logsOf(heard), failed);
  for (const one of heard) hear(run, one);
};

const NOTHING: readonly Heard[] = [];

const logsOf = (heard: readonly Heard[]): Logs | null => {
  for (const { what } of heard) if (what.kind === 'logged') return what.logs;
  return null;
};

/** What an end of an epoch is to the curve and the log: beyond what was trained, and where they take one. */
export interface EpochEnd {
  readonly beyond: boolean;
  readonly onGrid: boolean;
  readonly writes: boolean;
}

/** What is looked at when an epoch ends. An error leaves it without a log. */
const meetEpoch = (run: Run, logs: Logs | null, failed: boolean): void => {
  const { counters } = run.trainer;
  const beyond = counters.step > run.newest.step;
  const onGrid = counters.epoch % run.curve.stride === 0;
  // Without callbacks nobody has measured it yet.
  const writes = !isBy(counters, run.newest) && onGrid && !logs && !failed;
  const end = { beyond, onGrid, writes };
  // Callbacks and the perceptron rule have to know at once.
  const waits = putsOff(run) && run.setup.validation && !logs && !failed && !isRule(run);
  if (waits) owe(run, { kind: 'epoch', ...end });
  else finishEpoch(run, logs, end, null);
};

const isRule = ({ setup }: Run): boolean => setup.design.compile.loss === 'perceptron';

/** The end of an epoch; `held`: what the rows held back come to, where that is known. */
export const finishEpoch = (
  run: Run,
  logs: Logs | null,
  { beyond, onGrid, writes }: EpochEnd,
  held: Evaluation | null,
): void => {
  const { counters } = run.trainer;
  const written = writes ? epochLogs(run.trainer, held ?? undefined) : null;
  if (written) writeEpoch(run, written);
  // Of a run that nobody sees nothing is told.
  if (run.newest.step < Number.POSITIVE_INFINITY) noteEpochEnd(run, logs ?? written, held);
  if (beyond && onGrid) run.curve.push({ ...epochPoint(run, logs ?? written), kept: false });
  if (beyond && counters.epochWrong === 0) {
    // With one batch an epoch the rows were answered before its update, i.e. at the end of the epoch before.
    const earlier = counters.epochBatches === 1 ? 1 : 0;
    markSolved(run, counters.epoch - earlier, counters.step - earlier);
  }
  if (isRule(run)) {
    const end = run.rounds.meet(run.trainer, counters.epochWrong);
    if (end) run.halt = { kind: end, epoch: counters.epoch };
  }
};

/** The log of an epoch of a run without callbacks: only where the curve takes a point, for it costs an evaluation. */
const writeEpoch = (run: Run, logs: Logs): void => {
  const { counters } = run.trainer;
  const { step, edits, epoch, fit } = counters;
  const before = run.log.last();
  const write = (text: string): void => run.log.push({ step, edits, epoch, text });
  const missing = epoch - 1 - (before?.epoch ?? 0);
  if (missing > 0 && before?.text !== GAP) write(GAP);
  const line = epochLine(epoch, fit.ended?.step === step ? epoch : fit.stopAt);
  // It is there already where callbacks were taken away since the epoch began.
  if (before?.text !== line) write(line);
  write(progressLine(counters.epochBatches, logs));
};

const hear = (run: Run, { what, step, edits, epoch, checksum }: Heard): void => {
  const beyond = !isBy({ step, edits }, run.newest);
  switch (what.kind) {
    case 'line':
      if (beyond) run.log.push({ step, edits, epoch, text: what.line }, what.once);
      return;
    case 'saved': {
      const { kind: _saved, ...save } = what;
      if (beyond) run.saves.push({ ...save, step, edits, checksum });
      return;
    }
    case 'logged':
      return;
    case 'ended':
      run.halt = haltOf(what.ended, epoch);
      if (what.ended.restored !== null) meetRestored(run, what.ended.restored, beyond);
      return;
    case 'failed': {
      const { text, keras } = what.failure;
      // In the middle of an epoch that is the one under way.
      const at = run.trainer.counters.cursor > 0 ? epoch + 1 : epoch;
      run.halt = { kind: 'failed', epoch: at, text, ...(keras !== undefined && { keras }) };
    }
  }
};

const haltOf = ({ by, restored }: Ended, epoch: number): Halt =>
  isStopping(by)
    ? { kind: 'stopped', epoch, by, restored }
    : { kind: 'epochs', epoch, ...(restored !== null && { restored }) };

const isStopping = (by: 'epochs' | CallbackName): by is 'EarlyStopping' | 'TerminateOnNaN' =>
  by === 'EarlyStopping' || by === 'TerminateOnNaN';

/** Other weights than those that were trained last: the curve jumps, and says back to where. */
const meetRestored = (run: Run, restored: number, beyond: boolean): void => {
  run.settled = false;
  if (!beyond) return;
  const words = { en: `back to ${restored}`, ko: `${restored}에포크로` };
  run.marks.push({ epoch: epochNow(run), step: run.trainer.counters.step, words, kind: 'restored' });
  putPresent(run);
};
