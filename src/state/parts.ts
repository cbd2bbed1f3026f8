import { part } from '../part.ts';
import type { Text } from '../text.ts';

/** Reads and writes what goes out of the page and comes back: records, links. */
export const reading = part(() => import('./reading.ts'));

/** Makes branches of runs that are left: until then there is none. */
export const branching = part(() => import('./branches.ts'));

/** Puts one's own work aside for a lesson, and brings it back. */
export const aside = part(() => import('./aside.ts'));

// Takes over the models that a run saves, and those that were saved before: nothing on the screen waits for that.
part(async () => (await import('./keeping.ts')).startKeeping());

export const NOT_FETCHED: Text = {
  en: 'What is needed for this could not be fetched. Try again once there is a connection.',
  ko: '필요한 파일을 받아 오지 못했습니다. 연결되면 다시 시도해 주세요.',
};
