import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { classes } from '../controls/classes.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { spaced } from './spaced.ts';
import { textWidth } from './textWidth.ts';
import styles from './Checkpoints.module.css';

export interface Checkpoint {
  readonly epoch: number;
  /** Updates made by then. */
  readonly step: number;
  readonly best: boolean;
  /** "epoch 18, moons-018-0.2870.keras, best". */
  readonly words: string;
}

export interface CheckpointsProps {
  /** Oldest first. */
  readonly checkpoints: readonly Checkpoint[];
  readonly geometry: LossGeometry;
  /** Names them all together. */
  readonly label: string;
  /** What the diamonds mean, said below the axis where there is room. */
  readonly legend: string;
  readonly onChoose: (step: number) => void;
}

/** Diamonds closer than this, in px, would touch. */
const APART = 12;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_at, last) => last,
};

/** Saved models as diamonds on the time axis, the best one filled: one of them is chosen to go back to it. */
export const Checkpoints = ({ checkpoints, geometry, label, legend, onChoose }: CheckpointsProps) => {
  const { x, left, right, axis, compact, label: type } = geometry;
  const box = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<number | null>(null);
  const shown = spaced(
    checkpoints.map((each) => ({ ...each, at: Math.min(right, Math.max(left, x(each.epoch))) })),
    APART,
  );
  // One stop of the Tab key for all of them: the one visited last, else the best, else the newest.
  const known = shown.findIndex(({ step }) => step === visited);
  const best = shown.findIndex((each) => each.best);
  const stop = known >= 0 ? known : best >= 0 ? best : shown.length - 1;

  const onKeyDown = (event: KeyboardEvent) => {
    const move = STEPS[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(shown.length - 1, move(stop, shown.length - 1)));
    box.current?.querySelectorAll('button')[next]?.focus();
  };
  // The places to hit are larger than the diamonds: a pointer means the nearest of them.
  const choose = (event: MouseEvent, own: number) => {
    if (event.detail === 0) return onChoose(own);
    const px = event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
    const nearest = shown.reduce((a, b) => (Math.abs(b.at - px) < Math.abs(a.at - px) ? b : a));
    onChoose(nearest.step);
  };
  if (shown.length === 0) return null;
  return (
    <div ref={box} role="group" aria-label={label} className={styles.row}>
      {shown.map(({ at, step, words, ...each }, index) => (
        <button
          key={step}
          type="button"
          className={classes(styles.checkpoint, each.best && styles.best)}
          style={{ left: at, top: axis }}
          tabIndex={index === stop ? 0 : -1}
          aria-label={words}
          title={words}
          onKeyDown={onKeyDown}
          onFocus={() => setVisited(step)}
          onClick={(event) => choose(event, step)}
        >
          <svg width={12} height={12} aria-hidden="true">
            <path d="M6 1L11 6L6 11L1 6Z" />
          </svg>
        </button>
      ))}
      {!compact && textWidth(legend, type) <= right - left && (
        <p className={styles.legend} style={{ left }}>
          {legend}
        </p>
      )}
    </div>
  );
};
