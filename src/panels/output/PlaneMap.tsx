import { ClassMap } from '../../ui/charts/ClassMap.tsx';
import { HeatMap } from '../../ui/charts/HeatMap.tsx';
import { paler, type ShownRange } from '../../ui/charts/range.ts';
import { useView } from '../../state/view.ts';
import type { Map2d } from '../../worker/frame.ts';
import css from './OutputPanel.module.css';

interface PlaneMapProps {
  readonly maps: readonly Map2d[];
  readonly range: ShownRange;
  /** How many times as far from the middle the full colours lie. */
  readonly wash: number;
  readonly label: string;
}

/** The colours of a plane: one map on the sign ramp, or the winner of several. Empty before the first frame. */
export const PlaneMap = ({ maps, range, wash, label }: PlaneMapProps) => {
  const theme = useView((view) => view.theme);
  const [first] = maps;
  return (
    <div className={maps.length > 1 ? css.washed : undefined}>
      {maps.length > 1 ? (
        <ClassMap maps={maps} theme={theme} label={label} />
      ) : (
        first && <HeatMap map={first} range={paler(range, wash)} theme={theme} label={label} />
      )}
    </div>
  );
};
