import { fill, type Language, say, type Text } from '../../text.ts';
import type { Checkpoint } from '../../ui/charts/Checkpoints.tsx';
import type { ChartMark } from '../../ui/charts/CurveMarks.tsx';
import type { PatienceBarProps } from '../../ui/charts/PatienceBar.tsx';
import { count, fixed } from '../../ui/format.ts';
import type { CallbacksReading, Patience, SavedFile } from '../../worker/frame.ts';

const WORDS = {
  checkpoint: { en: 'epoch {e}, {name}', ko: '{e}에포크, {name}' },
  bestOne: { en: 'epoch {e}, {name}, best', ko: '{e}에포크, {name}, 최고 기록' },
  best: { en: 'best: epoch {e}, {what}', ko: '최고: {e}에포크, {what}' },
  bestBrief: { en: 'best: {e}', ko: '최고: {e}' },
  patience: { en: 'patience {n} of {p}', ko: 'patience {n} / {p}' },
  stops: {
    en: 'patience {n} of {p}: stops at {stop}',
    ko: 'patience {n} / {p}: {stop}에포크에서 멈춤',
  },
  restores: {
    en: 'patience {n} of {p}: stops at {stop}, back to {e}',
    ko: 'patience {n} / {p}: {stop}에포크에서 멈추고 {e}에포크로',
  },
} satisfies Record<string, Text>;

/** Saved models as they stand on the time axis. `epochOf`: where a file lies on it. */
export const checkpointsOf = (
  files: readonly SavedFile[],
  epochOf: (file: SavedFile) => number,
  language: Language,
): readonly Checkpoint[] =>
  files.map((file) => ({
    epoch: epochOf(file),
    step: file.step,
    best: file.best,
    words: say(file.best ? WORDS.bestOne : WORDS.checkpoint, language, {
      e: count(file.epoch),
      name: file.name,
    }),
  }));

/** The best epoch as a line on the chart: by what EarlyStopping watches, else by the model that was saved there. */
export const bestMark = ({ files, patience }: CallbacksReading): ChartMark | null => {
  const file = files.findLast(({ best }) => best);
  const best = patience?.best;
  const epoch = best?.epoch ?? file?.epoch;
  if (epoch === undefined || (best && patience.waited === 0)) return null;
  const what = best ? `${patience.monitor} ${fixed(best.value, 3)}` : (file?.name ?? '');
  return {
    kind: 'best',
    epoch,
    step: 0,
    words: fill(WORDS.best, { e: count(epoch), what }),
    brief: fill(WORDS.bestBrief, { e: count(epoch) }),
  };
};

/** The bar of patience: from the best epoch over what was waited to where the run would stop. */
export const patienceBar = (
  { waited, patience, best, restores }: Patience,
  epoch: number,
  language: Language,
): Omit<PatienceBarProps, 'geometry'> | null => {
  if (!best || waited === 0 || patience === 0) return null;
  const from = epoch - waited;
  const values = { n: count(waited), p: count(patience), stop: count(from + patience), e: count(best.epoch) };
  return {
    from,
    now: epoch,
    stop: from + patience,
    words: say(restores ? WORDS.restores : WORDS.stops, language, values),
    brief: say(WORDS.patience, language, values),
  };
};

export const LEGEND: Text = {
  en: '◆ best, ◇ saved; click one to go back to it',
  ko: '◆ 최고 기록, ◇ 저장됨. 누르면 그때로 돌아간다',
};
export const SAVED: Text = { en: 'Saved models on the time axis', ko: '시간축의 저장된 모델' };
