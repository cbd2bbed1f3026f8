import { part } from '../../part.ts';
import { tell } from '../../state/notice.ts';
import { NOT_FETCHED } from '../../state/parts.ts';

const lessons = part(() => import('./turning.ts'));

/** Opens the lesson where it was left, or closes it. */
export const toggleLesson = (): void => {
  lessons.fetch().then(
    ({ toggle }) => toggle(),
    () => tell(NOT_FETCHED),
  );
};
