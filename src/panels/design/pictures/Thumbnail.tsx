import type { PictureSet } from '../../../data/pictures/index.ts';
import { useView } from '../../../state/view.ts';
import { Pixels } from '../../../ui/charts/Pixels.tsx';
import { usePixels } from './usePixels.ts';
import styles from './Thumbnail.module.css';

/** A picture of the data, small. What it is stands beside it or is the name of what it is in. */
export const Thumbnail = ({ set, id }: { readonly set: PictureSet; readonly id: number }) => {
  const theme = useView((view) => view.theme);
  const pixels = usePixels(id);
  return (
    <span className={styles.thumbnail}>
      <Pixels pixels={pixels} height={set.shape[0]} width={set.shape[1]} theme={theme} />
    </span>
  );
};
