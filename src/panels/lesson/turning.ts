import { lessons } from '../../lessons/index.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Lesson, LessonFrame } from '../../lessons/lesson.ts';
import { runExpected } from '../../state/arrivals.ts';
import { leave, putAside, restBeforeLeaving, showBeside, showsOwn } from '../../state/aside.ts';
import { forward, seek } from '../../state/run.ts';
import { useWork } from '../../state/store.ts';
import { look, useView } from '../../state/view.ts';
import { until } from './until.ts';

/** From one update to the next, where a frame shows several, in ms. */
const PACE = 450;
/** So long, in ms, a moment that was asked for is waited for. */
const PATIENCE = 5000;

/** The frame at which each lesson was left. */
const left = new Map<string, number>();
/** Counts the frames that were turned to: one that is overtaken goes no further. */
let turns = 0;
/** The turn that is under way: the next one begins where it has come to. */
let going: Promise<void> = Promise.resolve();
/** Ends the wait between two updates. */
let hurry = (): void => {};
let toggling = false;
/** On the way back to one's own work nothing of the lesson begins any more. */
let leaving = false;
export const isLeaving = (): boolean => leaving;

/** Opens the lesson where it was left, or closes it and brings one's own work back. */
export const toggle = async (): Promise<void> => {
  if (toggling) return;
  toggling = true;
  try {
    const open = useView.getState().lesson;
    if (open) await close();
    else if (lessons[0]) await openLesson(lessons[0]);
  } finally {
    toggling = false;
  }
};

const openLesson = async (lesson: Lesson): Promise<void> => {
  if (!(await putAside())) return;
  leaving = false;
  restBeforeLeaving(async () => {
    leaving = true;
    turns += 1;
    hurry();
    await going;
  });
  // Every update is seen, one after the other.
  look({
    stage: 'fit',
    stepSize: 'batch',
    speed: 1,
    selected: null,
    microscope: false,
    pinned: null,
    tour: null,
  });
  await turnTo(lesson, left.get(lesson.name) ?? 0, false);
};

export const close = async (): Promise<void> => {
  await leave();
};

/**
 * Turns to a frame of a lesson: its run is taken up at its first weights, unless it is on the screen as it began, and
 * trained to its update. `paced`: slowly enough to see each update.
 */
export const turnTo = (lesson: Lesson, index: number, paced: boolean): Promise<void> => {
  const frame = lesson.frames[index];
  if (!frame || leaving) return Promise.resolve();
  turns += 1;
  const mine = turns;
  left.set(lesson.name, index);
  look({ lesson: { name: lesson.name, frame: index }, revealed: null, revealing: false });
  hurry();
  going = going.then(() => go(frame, paced, () => mine !== turns));
  return going;
};

const go = async (
  { experiment, update }: LessonFrame,
  paced: boolean,
  overtaken: () => boolean,
): Promise<void> => {
  if (overtaken()) return;
  const { pending, frame: now, experiment: shown } = useWork.getState();
  const begun = shown === experiment && pending.length === 0 && !runExpected() && now !== null && !showsOwn();
  let step = begun ? now.position.step : 0;
  if (begun && (now.playing || step > update || now.position.phase > 0)) {
    seek(update);
    return arrived(experiment, update);
  }
  if (!begun && !(await showBeside(experiment))) return;
  // What a new run begins with is seen first; one that is there goes on at once.
  let wait = paced && !begun;
  while (step < update) {
    if (wait) await waited(PACE);
    if (overtaken()) return;
    forward('batch');
    step += 1;
    await arrived(experiment, step);
    wait = paced;
  }
};

const waited = (time: number): Promise<void> =>
  new Promise((resolve) => {
    hurry = resolve;
    setTimeout(resolve, time);
  });

/** Resolves once a run of this experiment is on the screen after so many updates. */
const arrived = (experiment: Experiment, step: number): Promise<void> =>
  until((now) => now.experiment === experiment && now.frame?.position.step === step, PATIENCE);
