import { fill, type Text } from '../../text.ts';
import type { Frame, Halt } from '../../worker/frame.ts';
import { count } from '../../ui/format.ts';

const MEASURED = {
  four: { en: 'mean of the four points', ko: '점 네 개의 평균' },
  points: { en: 'mean of {n} points', ko: '점 {n}개의 평균' },
  epoch: { en: 'mean over epoch {e}', ko: '에포크 {e}의 평균' },
  epochBefore: { en: 'epoch {e}, before its update', ko: '에포크 {e}, 갱신 전' },
  batch: { en: 'this batch, before its update', ko: '이 배치, 갱신 전' },
} satisfies Record<string, Text>;

/** How the training loss was measured. Where an epoch is one update, its mean is that batch's loss before it. */
export const measuredWords = (
  { reading, position }: Pick<Frame, 'reading' | 'position'>,
  batches: number,
): Text => {
  if (reading.measured === 'batch') return MEASURED.batch;
  if (reading.measured === 'epoch') {
    return fill(batches === 1 ? MEASURED.epochBefore : MEASURED.epoch, { e: count(position.epoch) });
  }
  return reading.rows === 4 ? MEASURED.four : fill(MEASURED.points, { n: count(reading.rows) });
};

const UPDATES = {
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
  fill(batches === 1 ? UPDATES.one : UPDATES.many, {
    rows: count(rows),
    size: count(batchSize),
    n: count(batches),
  });

const HALTS: Record<Halt['kind'], Text> = {
  epochs: {
    en: 'Stopped at epoch {e}, as epochs says. Play adds {n} more.',
    ko: 'epochs에 정한 대로 에포크 {e}에서 멈췄다. 재생하면 {n}에포크를 더 배운다.',
  },
  diverged: {
    en: 'Stopped at epoch {e}: the loss grew beyond numbers.',
    ko: '에포크 {e}에서 멈췄다. 손실이 너무 커져 계산할 수 없다.',
  },
  parted: {
    en: 'Stopped at epoch {e}: a full round without a mistake.',
    ko: '에포크 {e}에서 멈췄다. 한 바퀴 동안 틀린 점이 없다.',
  },
  repeats: {
    en: 'Stopped at epoch {e}: the same weights come round again.',
    ko: '에포크 {e}에서 멈췄다. 같은 가중치가 되풀이된다.',
  },
};

/** Why the run came to rest by itself. `epochs`: how many more play adds. */
export const haltWords = (halt: Halt, epochs: number | null): Text =>
  fill(HALTS[halt.kind], { e: count(halt.epoch), n: count(epochs ?? 0) });
