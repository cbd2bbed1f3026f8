import { lessonOf, lessons } from '../../lessons/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { runExpected } from '../../state/arrivals.ts';
import { bringBack, putAside, showBeside } from '../../state/aside.ts';
import { forward, pause, seek } from '../../state/run.ts';
import { useWork } from '../../state/store.ts';
import { look, useView } from '../../state/view.ts';

/** From one update to the next, where a frame shows several, in ms. */
const PACE = 450;

/** The frame at which each lesson was left. */
const left = new Map<string, number>();
/** Counts the frames that were turned to: one that is overtaken goes no further. */
let turns = 0;
let toggling = false;

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
  await putAside();
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
  turns += 1;
  await bringBack();
};

/**
 * Turns to a frame of a lesson: its run is taken up at its first weights, unless it is on the screen as it began, and
 * trained to its update. `paced`: slowly enough to see each update.
 */
export const turnTo = async (lesson: Lesson, index: number, paced: boolean): Promise<void> => {
  const frame = lesson.frames[index];
  if (!frame) return;
  turns += 1;
  const mine = turns;
  const overtaken = (): boolean => mine !== turns;
  left.set(lesson.name, index);
  look({ lesson: { name: lesson.name, frame: index }, revealed: null, revealing: false });
  const { experiment, pending, frame: now } = useWork.getState();
  const begun = experiment === frame.experiment && pending.length === 0 && !runExpected();
  let step = 0;
  if (begun && now) {
    ({ step } = now.position);
    if (now.playing) pause();
    if (step > frame.update || now.playing || now.position.phase > 0) {
      seek(frame.update);
      return;
    }
  } else if (!(await showBeside(frame.experiment))) return;
  // What a new run begins with is seen first; one that is there goes on at once.
  let wait = paced && !begun;
  for (; step < frame.update; step += 1) {
    if (wait) await waited(PACE);
    if (overtaken()) return;
    forward('batch');
    wait = paced;
  }
};

const waited = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** Turns by so many frames, if there are as many. */
export const turnBy = (by: number, paced: boolean): void => {
  const open = useView.getState().lesson;
  const lesson = open && lessonOf(open.name);
  if (lesson) void turnTo(lesson, open.frame + by, paced);
};
