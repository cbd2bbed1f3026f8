import { useMemo } from 'react';
import { pictureAt } from '../../../data/pictureRows.ts';
import { useDesign } from '../../../state/experiment.ts';

const NONE = new Float32Array(0);

/** The pixels of a picture of the data, height × width, row-major, 0 paper … 1 ink; of none (null) there are none. */
export const usePixels = (id: number | null): Float32Array => {
  const { data } = useDesign();
  return useMemo(() => (id === null ? NONE : pictureAt(data, id)), [data, id]);
};
