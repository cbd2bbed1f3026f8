import type { MouseEvent } from 'react';

/**
 * Lets the keyboard focus go after a choice made by a pointer, so that the page's keys (Space, arrows) act on time
 * again. Keys send clicks without a count (detail 0) and keep it.
 */
export const letGo = ({ detail, currentTarget }: MouseEvent<HTMLInputElement>): void => {
  if (detail > 0) currentTarget.blur();
};
