import { useMemo } from 'react';
import { useModel, useTrainingRows } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useViews } from '../../state/run.ts';
import type { Row } from './rows.ts';
import { useRows } from './usePoints.ts';

/** The errors of the training rows as the loss counts them: squares or lengths, and their mean. */
export interface Errors {
  readonly as: 'squares' | 'bars';
  readonly rows: readonly Row[];
  readonly mean: number;
  /** Does the loss add a penalty on the weights to the mean? */
  readonly penalised: boolean;
}

/** How the losses that are a mean of something to be drawn draw it. */
const DRAWN = { mean_squared_error: 'squares', mean_absolute_error: 'bars' } as const;
const isDrawn = (loss: string): loss is keyof typeof DRAWN => loss in DRAWN;

/** What the loss is the mean of, at these weights; null where it cannot be drawn, or is not known yet. */
export const useResiduals = (): Errors | null => {
  const { loss } = useDesign().compile;
  const model = useModel();
  const training = useTrainingRows();
  const rows = useRows();
  const losses = useViews().points?.losses;
  const penalised = model.some(
    ({ spec }) => 'kernel_regularizer' in spec && Boolean(spec.kernel_regularizer),
  );
  return useMemo(() => {
    if (!isDrawn(loss) || losses?.length !== rows.length) return null;
    const mean = losses.slice(0, training).reduce((sum, each) => sum + each, 0) / training;
    return { as: DRAWN[loss], rows: rows.slice(0, training), mean, penalised };
  }, [loss, losses, rows, training, penalised]);
};
