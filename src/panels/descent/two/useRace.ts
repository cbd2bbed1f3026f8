import { useEffect, useState } from 'react';
import type { RacerPath } from '../../../ui/charts/ContourMap.tsx';
import type { Race } from '../../../worker/landscape/landscape.ts';

/** How far a race may go. */
export const UPDATES = [20, 100, 500] as const;

/** What a person has chosen of the race. */
export interface RaceChoice {
  readonly on: boolean;
  readonly best: boolean;
  readonly updates: (typeof UPDATES)[number];
  /** Where it starts on the plane; null: at the present weights. */
  readonly from: readonly [number, number] | null;
}
export const firstRace: RaceChoice = { on: false, best: false, updates: 100, from: null };

/** Milliseconds that a race takes on the screen. */
const LONG = 2400;

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * The paths of a race as far as they are shown: each place is one that the racer has come by. It is run once it is over
 * in the trainer and each time `turn` changes; where motion is not wanted its end is shown.
 */
export const useRacing = (race: Race | null, turn: number): readonly RacerPath[] => {
  const whole = race !== null && race.progress === 1;
  const [shown, show] = useState({ turn: -1, share: 0 });
  useEffect(() => {
    if (!whole) return undefined;
    let start: number | null = null;
    let frame = 0;
    const next = (now: number): void => {
      start ??= still() ? Number.NEGATIVE_INFINITY : now;
      const share = Math.min(1, (now - start) / LONG);
      show({ turn, share });
      if (share < 1) frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [whole, turn]);
  if (!whole) return [];
  const share = shown.turn === turn ? shown.share : 0;
  return race.racers.map(({ racer, across, up }) => ({
    racer,
    places: Array.from(across, (x, i) => [x, up[i] ?? 0] as const),
    shown: 1 + Math.ceil(share * race.updates),
  }));
};
