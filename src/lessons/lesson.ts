import type { Experiment } from '../experiment/experiment.ts';
import type { Text } from '../text.ts';

/** What of y = wx is drawn: one thing after the other, so that a frame shows what is spoken of. */
export type Shown =
  /** The gap between prediction and answer at each point; the square on it; their mean written out. */
  | 'errors'
  | 'squares'
  | 'mean'
  /** One square of their mean, where the curve will be. */
  | 'mean-square'
  /** The axes of w and the loss, with the ball; the curve; where it is lowest. */
  | 'dot'
  | 'curve'
  | 'least'
  | 'tangent'
  /** Arrow, next place, learning rate and the rule. */
  | 'move'
  | 'trail';

/** A question with two answers: one way or the other. */
export interface Question {
  readonly answer: 'left' | 'right';
  /** What is said to each. */
  readonly left: Text;
  readonly right: Text;
}

/** A statement that a frame makes simply, and how it is more exactly. */
export interface Note {
  readonly title: Text;
  readonly text: Text;
}

/** One frame of a lesson: what is shown, the moment it is shown at, and what is said. */
export interface LessonFrame {
  readonly name: string;
  readonly title: Text;
  readonly text: readonly Text[];
  readonly task?: Text;
  readonly note?: Note;
  /** The sentence of the frame. Its numbers are the moment's: {w}, {loss}, {before}, {slope}, {rate}, {move}, … */
  readonly sentence: Text;
  /** It holds wherever a person has moved w. */
  readonly anywhere?: boolean;
  readonly shows: readonly Shown[];
  /** So many updates into a run of this experiment, which is really made. */
  readonly experiment: Experiment;
  readonly update: number;
  /** Places where w has been moved leave a dot. */
  readonly traces?: boolean;
  readonly question?: Question;
}

/** A lesson: frames that are gone through forwards and backwards. */
export interface Lesson {
  readonly name: string;
  readonly words: Text;
  readonly frames: readonly LessonFrame[];
}
