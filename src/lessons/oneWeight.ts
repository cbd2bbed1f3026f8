import type { Lesson } from './lesson.ts';
import { findingTheCurve } from './oneWeightCurve.ts';
import { takingSteps } from './oneWeightSteps.ts';

/**
 * Gradient descent on one weight: y = wx on (0.2, 0.4), (1, 2), (1.4, 2.8), where the loss is exactly (w − 2)² and its
 * slope 2(w − 2).
 */
export const oneWeightLesson: Lesson = {
  name: 'one-weight',
  words: { en: 'one weight', ko: '가중치 하나' },
  frames: [...findingTheCurve, ...takingSteps],
};
