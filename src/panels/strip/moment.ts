import { fill, type Text } from '../../text.ts';
import type { ViewStep } from '../../state/view.ts';
import type { Frame } from '../../worker/frame.ts';
import { momentNames } from '../../ui/charts/momentName.ts';
import { count } from '../../ui/format.ts';
import { phasesOf, phaseWords } from './phases.ts';

/** Where a moment stands on the time axis, in epochs: whole ones, and the share of this one's rows already used. */
export const epochsPassed = ({ epoch, cursor }: Frame['position'], rows: number): number =>
  epoch + (rows > 0 ? cursor / rows : 0);

/** Updates an epoch makes: the last batch may be smaller. */
export const batchesOf = (rows: number, batchSize: number): number =>
  Math.max(1, Math.ceil(rows / batchSize));

const WORDS = {
  ...momentNames,
  batch: { en: 'batch {n}', ko: '배치 {n}' },
} satisfies Record<string, Text>;

interface Walk {
  readonly size: ViewStep;
  /** Updates an epoch makes. */
  readonly batches: number;
  /** The perceptron rule looks at one point after another: its updates are counted, not batches. */
  readonly rule: boolean;
}

/**
 * Names a moment by the unit one walks in: "epoch 96"; "batch 3" inside an epoch of several, "update 1" where an epoch
 * is one update or the perceptron rule learns; a phase by its own name, its last one being the update. Batches that
 * rush by while one plays by epochs are not named. A run that diverged stands at the epoch the sentence names.
 */
export const momentWords = (
  { position, phase, halt, playing }: Pick<Frame, 'position' | 'phase' | 'halt' | 'playing'>,
  { size, batches, rule }: Walk,
): Text => {
  if (halt?.kind === 'diverged') return fill(WORDS.epoch, { n: count(halt.epoch) });
  if (phase) return phaseWords(phase.phase);
  const byUpdates =
    size === 'phase' || size === 'neuron' ? position.step > 0 : size === 'batch' && (batches === 1 || rule);
  if (byUpdates || (rule && position.batch > 0)) return fill(WORDS.update, { n: count(position.step) });
  if (position.batch > 0 && !(playing && size === 'epoch'))
    return fill(WORDS.batch, { n: count(position.batch) });
  return fill(WORDS.epoch, { n: count(position.epoch) });
};

/**
 * Phases of a batch that are done, for the rail: between two batches all of them are, except before the very first
 * update.
 */
export const phasesDone = ({
  position,
  phase,
  weights,
}: Pick<Frame, 'position' | 'phase' | 'weights'>): number => {
  if (phase) return position.phase;
  return position.step > 0 ? phasesOf(weights.length).length : 0;
};
