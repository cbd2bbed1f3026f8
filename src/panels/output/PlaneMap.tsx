import { ClassMap } from '../../ui/charts/ClassMap.tsx';
import { HeatMap } from '../../ui/charts/HeatMap.tsx';
import type { ShownRange } from '../../ui/charts/range.ts';
import { useView } from '../../state/view.ts';
import type { Map2d } from '../../worker/frame.ts';
import css from './OutputPanel.module.css';

interface PlaneMapProps {
  readonly maps: readonly Map2d[];
  readonly range: ShownRange;
  /** A step has only the two ends of the ramp: paler, so that points stand out from them. */
  readonly pale: boolean;
  readonly label: string;
}

/** The colours of a plane: one map on the sign ramp, or the winner of several. Empty before the first frame. */
export const PlaneMap = ({ maps, range, pale, label }: PlaneMapProps) => {
  const theme = useView((view) => view.theme);
  const [first] = maps;
  return (
    <div className={pale ? css.pale : css.washed}>
      {maps.length > 1 ? (
        <ClassMap maps={maps} theme={theme} label={label} />
      ) : (
        first && <HeatMap map={first} range={range} theme={theme} label={label} />
      )}
    </div>
  );
};
