import { useEffect, useEffectEvent } from 'react';
import { setWeight } from '../../experiment/moves.ts';
import type { LessonFrame } from '../../lessons/lesson.ts';
import { edit } from '../../state/experiment.ts';
import { isLeaving } from './turning.ts';
import { until } from './until.ts';

/** How long a frame of the film stays, in ms: so that its sentence can be read. */
const LEAST = 3000;
const PER_LETTER = 45;
const timeOf = ({ sentence: { en, ko } }: LessonFrame): number =>
  LEAST + PER_LETTER * Math.max(en.length, 1.6 * ko.length);

/** Where the film moves w by itself: from its start to the right, then beyond the start to the left. */
const SWEEP = [
  ...Array.from({ length: 23 }, (_, at) => 0.2 * at),
  ...Array.from({ length: 4 }, (_, at) => -0.2 * at),
].map((weight) => Number(weight.toFixed(1)) + 0);
const SWEEP_PACE = 100;
/** So long, in ms, each place is waited for. */
const PATIENCE = 1000;

/** One frame after the other while the film runs; where a person would drag w, it moves by itself. */
export const useFilm = (on: boolean, frame: LessonFrame, calm: boolean, next: () => void): void => {
  const turn = useEffectEvent(next);
  useEffect(() => {
    if (!on) return;
    let over = false;
    const show = async (): Promise<void> => {
      const sweep = frame.traces && !calm ? SWEEP : [];
      await waited(timeOf(frame) / (sweep.length > 0 ? 3 : 1));
      for (const weight of sweep) {
        if (over || isLeaving()) return;
        edit(setWeight(0, 0, weight), { gesture: 'film' });
        // Each place is to leave its dot, however slow the machine is.
        await until((now) => now.frame?.weights[0]?.kernel[0] === Math.fround(weight), PATIENCE);
        await waited(SWEEP_PACE);
      }
      if (!over && !isLeaving()) turn();
    };
    void show();
    return () => {
      over = true;
    };
  }, [on, frame, calm]);
};

const waited = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
