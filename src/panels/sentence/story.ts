import { justDone, learning } from './deeds.ts';
import { diverged, halted } from './halts.ts';
import { inputsChanged, solvedByHand } from './inputs.ts';
import { news } from './news.ts';
import { numbers } from './numbers.ts';
import { phase } from './phases.ts';
import { misfit, pairing, refused } from './problems.ts';
import { lookedAt } from './rule.ts';
import { settled, stays } from './settled.ts';
import type { Situation, Story, Teller } from './situation.ts';
import { solved } from './solved.ts';
import { atStart, beforeFrame } from './start.ts';
import { stepped } from './step.ts';
import { tour } from './tour.ts';
import { paused, running, waiting } from './usual.ts';

/** All there is to say, the most pressing first: the first that applies is the sentence on the screen. */
const TELLERS: readonly Teller[] = [
  // What was asked for was not done.
  misfit,
  // Nothing can be played.
  refused,
  // The person turns its pages.
  tour,
  // Something else is looked at.
  waiting,
  // The run stopped by itself.
  diverged,
  halted,
  // Every step is watched.
  lookedAt,
  phase,
  // What is learned leads nowhere.
  pairing,
  // A step function keeps the weights where they are.
  stays,
  // Something was done just now.
  inputsChanged,
  solvedByHand,
  // The answer is a number.
  numbers,
  justDone,
  // What the last update brought about.
  news,
  // Learning came to its end, one way or another.
  solved,
  settled,
  // Nothing in particular.
  atStart,
  learning,
  stepped,
  paused,
  running,
];

/** The sentence that says what is so and what to do, in every situation. */
export const story = (situation: Situation): Story => {
  const { frame } = situation;
  if (!frame) return beforeFrame(situation);
  const scene = { ...situation, frame };
  for (const tell of TELLERS) {
    const told = tell(scene);
    if (told) return told;
  }
  return beforeFrame(situation);
};
