import { vanishing } from '../../experiment/demos.ts';
import { noteDeed } from '../../state/deed.ts';
import { open } from '../../state/experiment.ts';
import { measure } from '../../state/view.ts';

/** Eight layers of sigmoids, with the meter beside them; undo brings back what was on the screen. */
export const openVanishing = async (): Promise<void> => {
  if (!(await open(vanishing))) return;
  noteDeed({ kind: 'opened' });
  measure({ kind: 'gradients' });
};
