import type { DataSpec } from '../../data/data.ts';
import { rowWords } from '../../data/rowWords.ts';
import { fill, type Text, withNames } from '../../text.ts';
import type { Frame, Halt } from '../../worker/frame.ts';
import { count, fixed } from '../../ui/format.ts';

const MEASURED = {
  four: { en: 'mean of the four points', ko: '점 네 개의 평균' },
  rows: { en: 'mean of {n} {rows}', ko: '{rows} {n}개의 평균' },
  epoch: { en: 'mean over epoch {e}', ko: '에포크 {e}의 평균' },
  epochBefore: { en: 'epoch {e}, before its update', ko: '에포크 {e}, 갱신 전' },
  batch: { en: 'this batch, before its update', ko: '이 배치, 갱신 전' },
} satisfies Record<string, Text>;

/** How the training loss was measured. Where an epoch is one update, its mean is that batch's loss before it. */
export const measuredWords = (
  { reading, position }: Pick<Frame, 'reading' | 'position'>,
  batches: number,
  data: Pick<DataSpec, 'set'>,
): Text => {
  if (reading.measured === 'batch') return MEASURED.batch;
  if (reading.measured === 'epoch') {
    return fill(batches === 1 ? MEASURED.epochBefore : MEASURED.epoch, { e: count(position.epoch) });
  }
  if (reading.rows === 4) return MEASURED.four;
  return withNames(MEASURED.rows, { rows: rowWords(data, reading.rows) }, { n: count(reading.rows) });
};

const UPDATES = {
  single: {
    en: '1 sample, batch_size {size}: one update an epoch',
    ko: '데이터 1개, batch_size {size}: 에포크마다 1번 갱신',
  },
  one: {
    en: '{rows} samples, batch_size {size}: one update an epoch',
    ko: '데이터 {rows}개, batch_size {size}: 에포크마다 1번 갱신',
  },
  many: {
    en: '{rows} samples, batch_size {size}: {n} updates an epoch',
    ko: '데이터 {rows}개, batch_size {size}: 에포크마다 {n}번 갱신',
  },
} satisfies Record<string, Text>;

/** How many updates an epoch makes, and why. */
export const updatesWords = (rows: number, batchSize: number, batches: number): Text =>
  fill(rows === 1 ? UPDATES.single : batches === 1 ? UPDATES.one : UPDATES.many, {
    rows: count(rows),
    size: count(batchSize),
    n: count(batches),
  });

const STOPPED = {
  epochs: { en: 'Stopped at epochs = {n}', ko: 'epochs = {n}에서 멈춤' },
  other: { en: 'Stopped at epoch {n}', ko: '에포크 {n}에서 멈춤' },
} satisfies Record<string, Text>;

/** Where the run came to rest by itself; why is said by the sentence. `epochs`: the setting that stopped it. */
export const haltWords = (halt: Halt, epochs: number | null): Text =>
  halt.kind === 'epochs'
    ? fill(STOPPED.epochs, { n: count(epochs ?? halt.epoch) })
    : fill(STOPPED.other, { n: count(halt.epoch) });

/** From this size on a loss is printed without decimals, so that it keeps to its place. */
const THREE_DECIMALS_BELOW = 1000;

/** A loss as the strip prints it: three decimals, none where it is large. */
export const lossWords = (loss: number): string => fixed(loss, Math.abs(loss) < THREE_DECIMALS_BELOW ? 3 : 0);
