/**
 * Weighs what frames cost training. Not only computing one takes time: where the page and the trainer share too few
 * cores, drawing it does as well, which the trainer can only see by how much slower it gets.
 */
export interface Balance {
  /** Training has made so many updates in so many milliseconds. */
  trained(updates: number, took: number): void;
  /** Has training had its share since the last frame, or waited for long enough? `now` in milliseconds, from anywhere. */
  allows(now: number): boolean;
  /** Waits until training has had its share. */
  turn(now: number): Promise<void>;
  /** Lets those go on who wait, if training has had its share; true if there were any. */
  gives(now: number): boolean;
  /** Lets those go on who wait, whatever training has had. */
  release(): void;
  /** A frame is shown. */
  shown(now: number): void;
  /** What comes may be faster or slower than what was: nobody waits for it any more. */
  forget(): void;
}

/** What training keeps of its speed at least: somewhat more than the nine tenths that it is to have. */
const SHARE = 0.92;
/**
 * So many milliseconds after the last frame another one comes anyway: a screen that moves less often looks broken. Where the
 * page and the trainer share two cores and no graphics card draws, 20 frames a second cost a CNN a third of its speed.
 */
const LONGEST = 150;
/** Speed is measured over so many milliseconds of training, and remembered for about a hundred times as long. */
const STRETCH = 8;
const REMEMBERED = 100;

export const createBalance = (): Balance => {
  let made = 0;
  let since = Number.NEGATIVE_INFINITY;
  let stretch = { updates: 0, time: 0 };
  /** Updates a millisecond, undisturbed: the highest speed of the present and of the last while. */
  let speeds = { now: 0, before: 0 };
  let count = 0;
  let held: (() => void)[] = [];
  const release = (): void => {
    const going = held;
    held = [];
    for (const go of going) go();
  };
  const allows = (now: number): boolean => {
    const time = now - since;
    return time >= LONGEST || made >= SHARE * time * Math.max(speeds.now, speeds.before);
  };
  return {
    trained(updates, took) {
      made += updates;
      stretch = { updates: stretch.updates + updates, time: stretch.time + took };
      if (stretch.time < STRETCH) return;
      speeds.now = Math.max(speeds.now, stretch.updates / stretch.time);
      stretch = { updates: 0, time: 0 };
      count += 1;
      if (count < REMEMBERED) return;
      speeds = { now: 0, before: speeds.now };
      count = 0;
    },
    allows,
    async turn(now) {
      if (allows(now)) return;
      await new Promise<void>((go) => {
        held.push(go);
      });
    },
    gives(now) {
      if (held.length === 0 || !allows(now)) return false;
      release();
      return true;
    },
    release,
    shown(now) {
      made = 0;
      since = now;
    },
    forget() {
      since = Number.NEGATIVE_INFINITY;
      stretch = { updates: 0, time: 0 };
      speeds = { now: 0, before: 0 };
      count = 0;
      release();
    },
  };
};
