import { useView } from '../../state/view.ts';
import { HeatMap } from '../../ui/charts/HeatMap.tsx';
import type { Line } from '../../ui/charts/line.ts';
import type { ShownRange } from '../../ui/charts/range.ts';
import { UnitCurve } from '../../ui/charts/UnitCurve.tsx';
import type { Map2d, Region } from '../../worker/frame.ts';
import { type Place, TileMarks } from './TileMarks.tsx';

interface UnitMapProps {
  /** null before the first frame. */
  readonly map: Map2d | null;
  readonly range: ShownRange;
  readonly region: Region;
  /** Side in px. */
  readonly size: number;
  /** The middle of the range is drawn as a hairline: exactly where it is straight, else as the map has it. */
  readonly line?: boolean;
  readonly straight?: Line | null;
  readonly dots: readonly Place[];
  readonly pointed: Place | null;
}

/** What a tile shows of a value: a map over the plane of the inputs, or its curve where there is one input. */
export const UnitMap = (props: UnitMapProps) => {
  const { map, range, region, size, line = false, straight = null, dots, pointed } = props;
  const theme = useView((view) => view.theme);
  if (map?.rows === 1) {
    return <UnitCurve map={map} range={range} size={size} pointed={pointed && pointed[0]} />;
  }
  return (
    <>
      {map && <HeatMap map={map} range={range} theme={theme} size={size} />}
      <TileMarks
        size={size}
        region={region}
        line={line && map ? { map, level: range.middle } : null}
        straight={straight}
        dots={dots}
        pointed={pointed}
      />
    </>
  );
};
