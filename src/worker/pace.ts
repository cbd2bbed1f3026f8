import type { StepSize } from './frame.ts';

/** Says when steps are due: so many of a size a second, since play was pressed or that was last set. */
export interface Pace {
  readonly size: StepSize;
  /** Nothing is waited for. */
  readonly atMost: boolean;
  set(size: StepSize, rate: number): void;
  /** Begins to count, with so many epochs made. */
  begin(now: number, epoch: number): void;
  /** Steps that are due since, and those of them that are made; both grow. */
  due(now: number): number;
  readonly made: number;
  make(steps: number): void;
  /** Lets go of what was `due` and could not be made in time: a machine that cannot keep the pace does not try for ever. */
  catchUp(due: number, now: number): void;
  /** Milliseconds until something is due again; 0 where something is. */
  wait(due: number, now: number): number;
  /**
   * Epochs a second, with so many made: over the last seconds, as it was measured last; 0 before the first measurement.
   */
  speed(now: number, epoch: number): number;
}

const LONGEST_WAIT = 1000;
/** A speed is measured over so many milliseconds at least and so many epochs, one more or less of which does not count much. */
const MEASURED = { least: 2000, most: 10_000, epochs: 10 };

export const createPace = (): Pace => {
  let size: StepSize = 'epoch';
  let rate = 30;
  let anchor = { at: 0, made: 0 };
  let measuring = { at: 0, epoch: 0 };
  let measured = 0;
  return {
    get size() {
      return size;
    },
    get atMost() {
      return rate === Number.POSITIVE_INFINITY;
    },
    get made() {
      return anchor.made;
    },
    set(of, each) {
      size = of;
      rate = each;
    },
    begin(now, epoch) {
      anchor = { at: now, made: 0 };
      measuring = { at: now, epoch };
      measured = 0;
    },
    due: (now) => (rate === Number.POSITIVE_INFINITY ? rate : ((now - anchor.at) * rate) / 1000),
    make(steps) {
      anchor.made += steps;
    },
    catchUp(due, now) {
      if (due - anchor.made > rate) anchor = { ...anchor, at: now - ((anchor.made + 1) * 1000) / rate };
    },
    wait(due, now) {
      const left = anchor.made < due ? 0 : anchor.at + ((anchor.made + 1) * 1000) / rate - now;
      return Math.max(0, Math.min(left, LONGEST_WAIT));
    },
    speed(now, epoch) {
      const [time, epochs] = [now - measuring.at, epoch - measuring.epoch];
      if (time >= MEASURED.most || (time >= MEASURED.least && epochs >= MEASURED.epochs)) {
        measured = (1000 * epochs) / time;
        measuring = { at: now, epoch };
      }
      return measured;
    },
  };
};
