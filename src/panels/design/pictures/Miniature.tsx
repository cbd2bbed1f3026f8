import { memo, useMemo } from 'react';
import { pictureAt } from '../../../data/pictureRows.ts';
import { pictures, type PictureSetName } from '../../../data/pictures/index.ts';
import { useView } from '../../../state/view.ts';
import { Pixels } from '../../../ui/charts/Pixels.tsx';

/** Which picture of a set stands for it: one that tells it from the others even as small as a tile. */
const SHOWN: Readonly<Record<PictureSetName, number>> = {
  digits: 5,
  shifted_digits: 7,
  shapes: 2,
  stripes: 2,
};

/** A picture of the set, as its generator draws it at first. */
export const Miniature = memo(({ name }: { readonly name: PictureSetName }) => {
  const theme = useView((view) => view.theme);
  const { shape, noise } = pictures[name];
  const pixels = useMemo(
    () => pictureAt({ set: name, noise: noise.initial, seed: 1 }, SHOWN[name]),
    [name, noise],
  );
  return <Pixels pixels={pixels} height={shape[0]} width={shape[1]} theme={theme} />;
});
Miniature.displayName = 'Miniature';
