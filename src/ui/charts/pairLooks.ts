import type { Both } from '../../experiment/pair.ts';
import { classPath } from '../colors.ts';

/** How one of two networks is drawn: told apart by dash and mark too, not by colour alone. */
export interface PairLook {
  readonly colour: string;
  readonly dash: string;
  /** The outline of its mark around (0, 0). */
  readonly mark: string;
}

const MARK = 3.5;

export const pairLooks: Both<PairLook> = {
  mlp: { colour: 'var(--ink)', dash: '7 4', mark: classPath(1, MARK) },
  cnn: { colour: 'var(--c3)', dash: 'none', mark: classPath(0, MARK) },
};
