import type { Text } from '../text.ts';
import { undo } from './experiment.ts';
import { putAway, tell } from './notice.ts';
import { useWork } from './store.ts';

/** Tells what was opened just now in place of one's own work, with the way back to that. */
export const tellOpened = (text: Text): void => {
  const before = useWork.getState().past.length - 1;
  tell(text, {
    words: BACK,
    run: () => {
      putAway();
      void backTo(before);
    },
  });
};

/** Undoes what was done since so many edits had been made, whatever it was. */
const backTo = async (edits: number): Promise<void> => {
  for (let left = useWork.getState().past.length - edits; left > 0; left -= 1) await undo();
};

const BACK: Text = { en: 'Back to my work', ko: '하던 실험으로' };
