import { uniform } from '../../engine/random.ts';
import { same } from '../../text.ts';
import type { DataSpec } from '../data.ts';
import { answerNoiseField, pointsField } from '../fields.ts';
import { answered, type SetDefinition } from './set.ts';

/** Scores from which on a course is passed, and an A is given; a B is what lies between. */
export const PASS = 60;
export const GRADE_A = 80;

/** The answer that is asked of a score. */
const answerOf = ({ target }: DataSpec, score: number): number => {
  if (target === 'pass') return score >= PASS ? 1 : 0;
  if (target === 'grade') return score >= GRADE_A ? 0 : score >= PASS ? 1 : 2;
  return score;
};

/**
 * Invented students: hours of study a week and attendance in per cent give a score,
 * 10 + 4.5 · hours + 0.45 · attendance with noise, kept within 0 and 100. The same students can be asked for their
 * score, for pass or fail, and for a grade: regression, two classes, three classes.
 */
export const grades: SetDefinition = {
  name: 'grades',
  words: { en: 'Grades', ko: '성적' },
  line: {
    en: 'Invented students: hours of study and attendance, and how the exam went.',
    ko: '지어낸 학생들의 공부 시간과 출석률, 그리고 시험 결과.',
  },
  width: 2,
  axes: [
    { en: 'study hours x₁', ko: '공부 시간 x₁' },
    { en: 'attendance x₂', ko: '출석률 x₂' },
  ],
  targets: [
    { name: 'score', words: { en: 'score', ko: '점수' }, target: { kind: 'number', low: 0, high: 100 } },
    {
      name: 'pass',
      words: { en: 'pass', ko: '합격 여부' },
      target: {
        kind: 'classes',
        count: 2,
        names: [
          { en: 'fail', ko: '불합격' },
          { en: 'pass', ko: '합격' },
        ],
      },
    },
    {
      name: 'grade',
      words: same('A·B·C'),
      target: { kind: 'classes', count: 3, names: [same('A'), same('B'), same('C')] },
    },
  ],
  region: [-0.6, 10.6, 36.4, 103.6],
  noise: answerNoiseField(4, 20, 1),
  points: pointsField(150),
  preset: { noise: 4, points: 150, standardize: true },
  generate: (spec) => {
    const scored = answered(spec, (index) => {
      const hours = 10 * uniform(spec.seed, 'data', 0, 0, 2 * index);
      const attendance = 40 + 60 * uniform(spec.seed, 'data', 0, 0, 2 * index + 1);
      return [hours, attendance, 10 + 4.5 * hours + 0.45 * attendance];
    });
    const answers = scored.answers.map((score) => answerOf(spec, Math.min(100, Math.max(0, score))));
    return { places: scored.places, answers };
  },
};
