import type { Racer } from '../../worker/landscape/landscape.ts';
import { classPath } from '../colors.ts';

/** How a racer is drawn: told apart by dash and end marker too, not by colour alone. */
interface RacerLook {
  readonly colour: string;
  readonly dash: string;
  /** The outline of its end marker around (0, 0). */
  readonly mark: string;
}

const MARK = 5.5;

export const racerLooks: Readonly<Record<Racer, RacerLook>> = {
  SGD: { colour: 'var(--ink)', dash: 'none', mark: classPath(0, MARK) },
  Momentum: { colour: 'var(--c3)', dash: '9 4', mark: classPath(1, MARK) },
  RMSprop: { colour: 'var(--ink2)', dash: '2 4', mark: classPath(2, MARK) },
  Adam: { colour: 'var(--c4)', dash: '10 3 2 3', mark: classPath(3, MARK) },
};
