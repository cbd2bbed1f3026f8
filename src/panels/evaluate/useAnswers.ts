import { useMemo } from 'react';
import { useDataSet, useModel, usePictures, useTrainingRows } from '../../state/data.ts';
import { useShows, useViews } from '../../state/run.ts';
import type { Probe, Views } from '../../worker/frame.ts';
import { type Estimate, estimated } from './estimates.ts';
import { type Answered, answered, type SetShown } from './prediction.ts';

const POINTS: Probe = { kind: 'points' };
/** Every layer at every picture would be too much. */
const ANSWERS: Probe = { kind: 'answers' };

/** The answers of one moment are the same ones in every frame: what is made of tens of thousands is made once. */
let met: NonNullable<Views['answers']> | null = null;
const steady = (answers: NonNullable<Views['answers']>): Float32Array => {
  if (met?.key !== answers.key) met = answers;
  return met.outputs;
};

/** What the output layer says to every row right now, beside the rows. */
const useOutputs = () => {
  const data = useDataSet();
  const train = useTrainingRows();
  const units = useModel().at(-1)?.units ?? 1;
  const pictures = usePictures() !== null;
  useShows(pictures ? ANSWERS : POINTS);
  const { answers, points } = useViews();
  const outputs = pictures ? answers && steady(answers) : points?.outputs.at(-1);
  return { data, train, outputs, units };
};

/** Every row of a set with the class it was taken for; null while that is not known. */
export const useAnswered = (shown: SetShown): readonly Answered[] | null => {
  const { data, train, outputs, units } = useOutputs();
  return useMemo(() => answered(data, train, outputs, units, shown), [data, train, outputs, units, shown]);
};

/** Every row with the number predicted for it; null while that is not known. */
export const useEstimates = (): readonly Estimate[] | null => {
  const { data, train, outputs, units } = useOutputs();
  return useMemo(() => estimated(data, train, outputs, units), [data, train, outputs, units]);
};
