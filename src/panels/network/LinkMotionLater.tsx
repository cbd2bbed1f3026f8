import type { ComponentProps } from 'react';
import { part } from '../../part.ts';
import { usePart } from '../../ui/later.tsx';
import type { LinkMotion } from './LinkMotion.tsx';

const motion = part(() => import('./LinkMotion.tsx'));

/** What moves along links, fetched when time first goes by phases; until it is here nothing moves. */
export const LinkMotionLater = (props: ComponentProps<typeof LinkMotion>) => {
  const here = usePart(motion, true);
  return here && <here.LinkMotion {...props} />;
};
