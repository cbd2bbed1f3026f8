// Sessions with very many pictures on a very slow machine.

import { expect } from 'vitest';
import { rebase } from '../../src/experiment/apply.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { chooseSet } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Frame } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { type ManualPlace, manualPlace } from './place.ts';

export const digits = (patch: Patch = {}): Experiment => {
  const chosen = rebase(opening, 0, chooseSet(opening, 'digits'));
  return rebase(chosen, 0, patch);
};
/** As many as make counting all of them long: a seventh of a second's worth of multiply-adds and more. */
export const COUNT = 3600;
export const many = digits({ data: { points: COUNT } });
export const TRAIN = 2880;

/** A machine so slow that a slice is a few looks at the clock. */
export const slowly = (): ManualPlace & { readonly told: number[] } => {
  const told: number[] = [];
  return { ...manualPlace(2), tell: (done) => void told.push(done), told };
};
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Lets a session go on until it has answered. */
export const answered = async <Answer>(place: ManualPlace, answer: Promise<Answer>): Promise<Answer> => {
  const state = { open: true };
  void answer.finally(() => {
    state.open = false;
  });
  while (state.open) {
    place.pass(20);
    await turn();
  }
  return answer;
};

export const begin = async (experiment = many) => {
  const place = slowly();
  const session = createSession(place);
  await session.start(opening);
  const { refused } = await answered(place, session.start(experiment));
  expect(refused).toBeNull();
  /** Frames until one has counted all there is to count. */
  const counted = async (): Promise<Frame> => {
    for (;;) {
      const frame = await session.frame([{ kind: 'answers' }, { kind: 'evaluation' }], []);
      if (frame.reading.counted === undefined && !frame.playing) return frame;
      place.pass(20);
    }
  };
  return { place, session, counted };
};
