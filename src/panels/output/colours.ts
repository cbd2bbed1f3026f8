import type { Target } from '../../data/target.ts';
import { sets } from '../../data/sets/index.ts';
import { useDataSet } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import type { NumberColour } from '../../ui/charts/PointMark.tsx';
import type { ShownRange } from '../../ui/charts/range.ts';
import { rampColour } from '../../ui/colors.ts';

/** What the colours of a number cover: white in the middle of the target's range. */
export const numberRange = ({ low, high }: Target & { readonly kind: 'number' }): ShownRange => ({
  low,
  middle: (low + high) / 2,
  high,
});

/** The colour of an answer that is a number: on the ramp of the map, or ink where its place says it; null for a class. */
export const useAnswerColour = (): ((answer: number) => NumberColour | null) => {
  const { target } = useDataSet();
  const theme = useView((view) => view.theme);
  const { width } = sets[useDesign().data.set];
  return (answer) => {
    if (target.kind === 'classes') return null;
    if (width === 1) return 'ink';
    const { middle, high } = numberRange(target);
    return rampColour(theme, (answer - middle) / (high - middle));
  };
};
