import { rebase } from '../experiment/apply.ts';
import { oneWeight } from '../experiment/demos.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Note } from './lesson.ts';

/** y = wx with another learning rate. */
export const atRate = (learning_rate: number): Experiment =>
  rebase(oneWeight, 0, { compile: { optimizer: { ...oneWeight.compile.optimizer, learning_rate } } });

/** Where the rate falls along a straight line, from the first to the last within so many updates. */
export const falling = (from: number, to: number, updates: number): Experiment =>
  rebase(oneWeight, 0, {
    compile: {
      optimizer: {
        ...oneWeight.compile.optimizer,
        learning_rate: from,
        schedule: { type: 'PolynomialDecay', decay_steps: updates, end_learning_rate: to },
      },
    },
  });

/** What "the learning rate is the stride" leaves out. */
export const STRIDE: Note = {
  title: { en: 'More exactly: what is the stride?', ko: '조금 더 정확히: 보폭이란?' },
  text: {
    en: 'The stride is the learning rate times the slope. At a constant rate it still shrinks as the slope does.',
    ko: '보폭은 학습률과 기울기의 곱이다. 학습률이 그대로여도 기울기가 작아지면 보폭이 준다.',
  },
};
