import { useMemo } from 'react';
import { useDataSet, useModel, useTrainingRows } from '../../state/data.ts';
import { useShows, useViews } from '../../state/run.ts';
import type { Probe } from '../../worker/frame.ts';
import { type Estimate, estimated } from './estimates.ts';
import { type Answered, answered } from './prediction.ts';

const PROBE: Probe = { kind: 'answers' };

/** What the output layer says to every row right now, as `read` reads it. */
const useOutputs = <Row>(
  read: (
    ...known: [ReturnType<typeof useDataSet>, number, Float32Array | undefined, number]
  ) => readonly Row[] | null,
): readonly Row[] | null => {
  const data = useDataSet();
  const train = useTrainingRows();
  const units = useModel().at(-1)?.units ?? 1;
  useShows(PROBE);
  const outputs = useViews().answers?.outputs;
  return useMemo(() => read(data, train, outputs, units), [read, data, train, outputs, units]);
};

/** Every row with the class it was taken for; null while that is not known. */
export const useAnswered = (): readonly Answered[] | null => useOutputs(answered);

/** Every row with the number predicted for it; null while that is not known. */
export const useEstimates = (): readonly Estimate[] | null => useOutputs(estimated);
