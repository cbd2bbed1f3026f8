import type { Lesson } from './lesson.ts';
import { oneWeightLesson } from './oneWeight.ts';

/** Every lesson, in the order in which they are offered. */
export const lessons: readonly Lesson[] = [oneWeightLesson];

export const lessonOf = (name: string): Lesson | undefined => lessons.find((lesson) => lesson.name === name);
