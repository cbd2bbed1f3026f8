import { useModel } from '../../state/data.ts';
import { useShows, useViews } from '../../state/run.ts';
import type { Gradients } from '../../worker/gradients.ts';

const GRADIENTS = { kind: 'gradients' } as const;

/** How the slope comes through the layers on the screen; null until a frame carries it. */
export const useGradients = (): Gradients | null => {
  const model = useModel();
  useShows(GRADIENTS);
  const seen = useViews().gradients;
  // After an edit the frame may still carry the numbers of another network.
  const fits =
    seen?.layers.length === model.length &&
    seen.layers.every(({ sums, slopes }, index) => {
      const { units = 1, parameters = 0 } = model[index] ?? {};
      return sums.length % units === 0 && (slopes === null || parameters > 0);
    });
  return fits ? seen : null;
};
