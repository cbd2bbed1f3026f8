import { readFileSync } from 'node:fs';
import {
  type Action,
  type Call,
  type CallbackSpec,
  type CallbackState,
  callAll,
  type Logs,
  startAll,
} from '../../src/engine/callbacks/index.ts';

type Written = number | string;
export type Note = readonly (Written | boolean | null)[];

interface Row {
  readonly [name: string]: Written | readonly Written[];
}

/** What was done at one moment: [at, epoch, batch, notes, values added to the log]. */
export type Noted = readonly [
  string,
  number | null,
  number | null,
  readonly Note[],
  Readonly<Record<string, number>>?,
];

export interface Case {
  readonly history: string | readonly Row[];
  readonly specs: readonly Readonly<Record<string, unknown>>[];
  readonly metrics: readonly string[];
  readonly rate: number;
  readonly batches: number;
  readonly moments: readonly Noted[];
}

export interface Golden {
  readonly keras: string;
  readonly backend: string;
  readonly histories: Readonly<Record<string, readonly Row[]>>;
  readonly cases: readonly Case[];
  readonly refused: readonly (readonly [string, boolean, string | null])[];
  readonly scheduled: string;
  readonly signatures: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly formatted: readonly (readonly [number, 'repr' | number, string])[];
}

export const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/callbacks.json', import.meta.url), 'utf8'),
);

/** A spec as Keras is given it, as the engine is: switches are no numbers. */
export const specOf = (given: Readonly<Record<string, unknown>>): CallbackSpec =>
  ({
    ...given,
    ...('verbose' in given && { verbose: given['verbose'] === 1 }),
  }) as unknown as CallbackSpec;

const noteOf = (action: Action): Note | null => {
  switch (action.do) {
    case 'stop':
      return ['stop'];
    case 'save':
      return ['save', action.file, action.weightsOnly];
    case 'keep':
    case 'restore':
      return [action.do, action.epoch];
    case 'rate':
      return ['rate', action.rate];
    case 'say':
    case 'warn':
      return [action.do, action.line];
    case 'fail':
      return ['fail', action.error ?? null, action.keras ?? null];
    case 'log':
      return null;
  }
};

const numbersOf = (row: Row): Logs =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));

/** Goes through a case's history as fit() does; `carry` is what happens to the states between two moments. */
export const runCase = (
  { history, specs: given, metrics, rate: first, batches }: Case,
  carry: (states: CallbackState[]) => CallbackState[],
): Noted[] => {
  const specs = given.map(specOf);
  const moments: Noted[] = [];
  let states = startAll(specs, metrics);
  let rate = Math.fround(first);
  let stopped = false;

  /** False: the run has failed. */
  const call = (moment: Call): boolean => {
    const { states: next, actions } = callAll(specs, carry(states), moment);
    states = next;
    const failed = actions.some((action) => action.do === 'fail');
    const added: Record<string, number> = {};
    for (const action of actions) {
      if (action.do === 'rate') rate = Math.fround(action.rate);
      if (action.do === 'stop') stopped = true;
      if (action.do === 'log' && !failed) added[action.name] = action.value;
    }
    const notes = actions.map(noteOf).filter((note) => note !== null);
    const some = Object.keys(added).length > 0;
    if (notes.length > 0 || some) {
      const epoch = 'epoch' in moment ? moment.epoch : null;
      const batch = 'batch' in moment ? moment.batch : null;
      moments.push(some ? [moment.at, epoch, batch, notes, added] : [moment.at, epoch, batch, notes]);
    }
    return !failed;
  };

  const rows = typeof history === 'string' ? golden.histories[history]! : history;
  for (const [epoch, { losses, ...row }] of rows.entries()) {
    const logs = numbersOf(row);
    const own = Object.entries(logs).filter(([name]) => !name.startsWith('val_'));
    const each = Array.isArray(losses)
      ? losses.map(Number)
      : Array.from({ length: batches }, () => logs['loss']!);
    if (!call({ at: 'epochBegin', epoch, rate })) return moments;
    for (const [batch, loss] of each.entries()) {
      if (!call({ at: 'batchEnd', epoch, batch, logs: { ...Object.fromEntries(own), loss } })) return moments;
      if (stopped) break;
    }
    if (!call({ at: 'epochEnd', epoch, logs, rate })) return moments;
    if (stopped) break;
  }
  call({ at: 'trainEnd' });
  return moments;
};

/** Keras asks for the first epoch's weights twice where they are both the first and the best. */
export const keptOnce = (moments: readonly Noted[]): Noted[] =>
  moments.map(([at, epoch, batch, notes, ...added]) => [
    at,
    epoch,
    batch,
    notes.filter((note, i) => note[0] !== 'keep' || notes[i - 1]?.[0] !== 'keep'),
    ...added,
  ]);
