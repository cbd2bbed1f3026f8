import type { NumberField, SwitchField } from '../fields.ts';
import {
  type Action,
  type Callback,
  type Logs,
  type Outcome,
  type TextField,
  verboseField,
} from './callback.ts';
import { checkFilePath } from './file_path.ts';
import { fileName } from './file_name.ts';
import {
  checkWatch,
  type Direction,
  directionOf,
  isBetter,
  type Kept,
  keep,
  modeField,
  monitorField,
  noDirection,
  type Watch,
} from './monitor.ts';
import { fixed } from './python.ts';

export interface ModelCheckpointSpec extends Watch {
  readonly type: 'ModelCheckpoint';
  readonly filepath: string;
  readonly verbose?: boolean;
  readonly save_best_only?: boolean;
  readonly save_weights_only?: boolean;
  /** So many batches; left out: every epoch, Keras's 'epoch'. */
  readonly save_freq?: number;
  /** Left out: none. */
  readonly initial_value_threshold?: number;
}

export interface ModelCheckpointState {
  readonly direction: Direction | null;
  /** False until the first epoch has ended: Keras knows no direction before. */
  readonly compares: boolean;
  readonly best: Kept | null;
  /** Batches since the last save. */
  readonly batches: number;
  readonly lastBatch: number | null;
}

const filePath: TextField = {
  kind: 'text',
  name: 'filepath',
  words: { en: 'filepath', ko: '파일 이름(filepath)' },
  hint: {
    en: 'epoch and values of the log may stand in braces',
    ko: '중괄호 안에 epoch와 기록의 값을 쓸 수 있다',
  },
  effect: 'keep',
  initial: 'model-{epoch:03d}-{val_loss:.4f}.keras',
};

const switchOf = (name: string, words: SwitchField['words'], more?: true): SwitchField => ({
  kind: 'switch',
  name,
  words,
  effect: 'keep',
  initial: false,
  ...(more && { more }),
});
const bestOnly = switchOf('save_best_only', { en: 'save_best_only', ko: '최고 기록일 때만 저장' });
const weightsOnly = switchOf('save_weights_only', { en: 'save_weights_only', ko: '가중치만 저장' }, true);

const saveFreq: NumberField = {
  kind: 'number',
  name: 'save_freq',
  words: { en: 'save_freq', ko: 'save_freq' },
  hint: {
    en: 'saves after so many batches; off: every epoch',
    ko: '이만큼의 배치마다 저장한다. 끄면 에포크마다',
  },
  effect: 'keep',
  initial: 100,
  min: 1,
  max: 1_000_000_000,
  integer: true,
  step: 1,
  optional: true,
  more: true,
};

const threshold: NumberField = {
  kind: 'number',
  name: 'initial_value_threshold',
  words: { en: 'initial_value_threshold', ko: 'initial_value_threshold' },
  hint: { en: 'the record to beat at first', ko: '처음에 넘어야 하는 기록' },
  effect: 'keep',
  initial: 0,
  min: -1_000_000,
  max: 1_000_000,
  step: 0.1,
  optional: true,
  more: true,
};

type State = ModelCheckpointState;

/** Saves at this moment if it is to be saved; `batch` is null at the end of an epoch. */
const save = (
  spec: ModelCheckpointSpec,
  state: State,
  { epoch, batch, logs }: { readonly epoch: number; readonly batch: number | null; readonly logs: Logs },
): Outcome<State> => {
  const own = { epoch: epoch + 1, ...(batch !== null && { batch: batch + 1 }) };
  const file = fileName(spec.filepath, { ...own, ...logs });
  if (typeof file !== 'string') return { state, actions: [{ do: 'fail', ...file }] };
  const actions: Action[] = [];
  const say = (words: string): void => {
    if (spec.verbose) actions.push({ do: 'say', line: `\nEpoch ${epoch + 1}: ${words}` });
  };
  const monitor = spec.monitor ?? monitorField.initial;
  const current = logs[monitor];
  const store = (next: State): Outcome<State> => {
    const rank = rankOf(current, state.direction);
    actions.push({ do: 'save', file, weightsOnly: spec.save_weights_only ?? weightsOnly.initial, rank });
    say(`finished saving model to ${file}`);
    return { state: next, actions };
  };

  if (!spec.save_best_only) {
    say(`saving model to ${file}`);
    return store(state);
  }
  if (current === undefined) {
    actions.push({ do: 'warn', line: `Can save best model only with ${monitor} available.` });
    return store(state);
  }
  if (state.best !== null && !state.compares) return { state, actions: [TOO_EARLY] };
  const record = state.best === null ? 'None' : fixed(Number(state.best), 5);
  if (state.direction === null || isBetter(current, state.best, state.direction, 0)) {
    say(`${monitor} improved from ${record} to ${fixed(current, 5)}, saving model to ${file}`);
    return store({ ...state, best: keep(current) });
  }
  say(`${monitor} did not improve from ${record}`);
  return { state, actions };
};

const rankOf = (value: number | undefined, direction: Direction | null): number | null => {
  if (value === undefined || Number.isNaN(value) || direction === null) return null;
  return direction === 'min' ? value : -value;
};

const TOO_EARLY: Action = {
  do: 'fail',
  error: 'TypeError',
  keras: "'NoneType' object is not callable",
  text: {
    en: 'With save_freq as a number Keras cannot compare two values before the first epoch has ended. Turn save_best_only off, or save every epoch.',
    ko: 'save_freq가 수일 때 Keras는 첫 에포크가 끝나기 전에 두 값을 비교하지 못한다. save_best_only를 끄거나 에포크마다 저장한다.',
  },
};

/** keras.callbacks.ModelCheckpoint. `.hdf5` is accepted, as Keras 2 courses write it. */
export const ModelCheckpoint: Callback<ModelCheckpointSpec, State> = {
  name: 'ModelCheckpoint',
  words: { en: 'ModelCheckpoint', ko: '모델 저장(ModelCheckpoint)' },
  line: {
    en: 'Saves the model after every epoch, or only when it is the best so far.',
    ko: '에포크가 끝날 때마다, 또는 최고 기록일 때만 모델을 저장한다.',
  },
  fields: [filePath, monitorField, verboseField, bestOnly, weightsOnly, modeField, saveFreq, threshold],
  start: (spec, metrics) => ({
    direction: directionOf(spec, metrics),
    compares: false,
    best: spec.initial_value_threshold === undefined ? null : keep(spec.initial_value_threshold),
    batches: 0,
    lastBatch: null,
  }),
  // It has no on_train_begin: what was best, and the batches it counts, go on from one fit() to the next.
  again: (state) => state,
  seesBatches: (spec) => spec.save_freq !== undefined,
  batchEnd(spec, state, { epoch, batch, logs }) {
    if (spec.save_freq === undefined) return { state, actions: [] };
    const { lastBatch } = state;
    const more = lastBatch === null || batch <= lastBatch ? batch + 1 : batch - lastBatch;
    const batches = state.batches + more;
    if (batches < spec.save_freq) return { state: { ...state, batches, lastBatch: batch }, actions: [] };
    return save(spec, { ...state, batches: 0, lastBatch: batch }, { epoch, batch, logs });
  },
  epochEnd(spec, state, { epoch, logs }) {
    if (state.direction === null) {
      const failure = noDirection('ModelCheckpoint', spec.monitor ?? monitorField.initial);
      return { state, actions: [{ do: 'fail', ...failure }] };
    }
    const next = { ...state, compares: true };
    return spec.save_freq === undefined
      ? save(spec, next, { epoch, batch: null, logs })
      : { state: next, actions: [] };
  },
  check: (spec, circumstances) => [
    ...checkFilePath(spec, circumstances),
    ...checkWatch('ModelCheckpoint', spec, circumstances, {
      en: 'save_best_only then saves every time.',
      ko: '그러면 save_best_only를 켜도 매번 저장한다.',
    }).filter(({ kind }) => kind === 'refused' || spec.save_best_only),
  ],
};
