import { sets } from '../../data/sets/index.ts';
import { setWeight } from '../../experiment/moves.ts';
import { useDataSet, useInputs, useModel } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { Graph, Gridlines } from '../../ui/charts/Graph.tsx';
import { LineHandles } from '../../ui/charts/LineHandles.tsx';
import type { Line } from '../../ui/charts/line.ts';
import { Plane } from '../../ui/charts/Plane.tsx';
import { Points } from '../../ui/charts/Points.tsx';
import { Residuals } from '../../ui/charts/Residuals.tsx';
import type { PlaneScale, Point } from '../../ui/charts/scale.ts';
import { stacksOf } from '../../ui/charts/stacks.ts';
import { Surface } from '../../ui/charts/Surface.tsx';
import type { PlaneSizes } from './layout.ts';
import { graphOf, graphThrough, weightsOf } from './lines.ts';
import { useResiduals } from './useResiduals.ts';
import { placeWords } from './rows.ts';
import { usePlanePoints, usePointDeeds, usePointed, useRows, useTool } from './usePoints.ts';
import type { Shown } from './useShown.ts';
import { words as numberWords } from './numberWords.ts';
import { words } from './words.ts';

/** Room above and below the curve of a hidden unit, as a share of its range. */
const ROOM = 0.08;
/** An axis that is not that of the answers takes no points. */
const SHOWING = { tool: 'move', toolClass: 0, addLabel: '' } as const;
/** The handles come no nearer to each other in x than this share of the plane. */
const APART = 0.02;

interface CurvePlaneProps extends PlaneSizes {
  readonly shown: Shown;
  readonly onPlace: (at: Point | null) => void;
}

/**
 * The plane of one input, x against y: ŷ(x) as a curve, the data, and the error of each training row. Of a hidden unit its
 * curve alone, on an axis of its own.
 */
export const CurvePlane = ({ shown, size, gutter, onPlace }: CurvePlaneProps) => {
  const say = useSay();
  const { region } = useDataSet();
  const [across, up] = sets[useDesign().data.set].axes;
  const answers = shown.unit === null;
  const ownTool = useTool();
  const tool = answers ? ownTool : SHOWING;
  const { deeds, add } = usePointDeeds();
  const rows = useRows();
  const stacks = stacksOf(rows, 0);
  const planePoints = usePlanePoints();
  const { pinned, hovered } = usePointed();
  const residuals = useResiduals();
  const { low, high } = shown.range;
  const room = ROOM * (high - low);
  const scale: PlaneScale = {
    region: answers ? region : [region[0], region[1], low - room, high + room],
    size,
  };
  const points = answers ? planePoints(stacks, false) : [];
  const [map] = shown.maps;
  const pointed = rows.find(({ id }) => id === (hovered ?? pinned));
  return (
    <Plane scale={scale} gutter={gutter} axes={[say(across), answers ? say(up) : shown.name]}>
      <Surface {...tool} scale={scale} points={points} deeds={deeds} onAdd={add} onPlace={onPlace}>
        <svg width={size} height={size}>
          <Gridlines scale={scale} />
          {answers && residuals && !shown.hidden && (
            <Residuals
              rows={residuals.rows}
              as={residuals.as}
              pointed={pointed && !pointed.validation ? pointed : null}
              scale={scale}
            />
          )}
          {map && <Graph map={map} scale={scale} label={say(numberWords.curveOf, { name: shown.name })} />}
        </svg>
        {answers && (
          <Points
            points={points}
            scale={scale}
            large={false}
            tool={tool.tool}
            pinned={pinned}
            hovered={hovered}
            label={say(words.points)}
            deeds={deeds}
          />
        )}
        {answers && !shown.hidden && <Handles scale={scale} />}
      </Surface>
    </Plane>
  );
};

/** The handles of the line that one linear neuron draws: they set w and b. */
const Handles = ({ scale }: { readonly scale: PlaneScale }) => {
  const say = useSay();
  const inputs = useInputs();
  const model = useModel();
  const weights = useFrame()?.weights;
  const [only] = model;
  const lone = model.length === 1 && weights?.length === 1 && only?.activation === 'linear';
  const line = lone && inputs.names.length === 1 && weights[0] ? graphOf(weights[0], inputs) : null;
  if (!line) return null;
  const set = (moved: Line, gesture: string): void => {
    const changes = weightsOf(moved, inputs).flatMap(
      (value, at) => setWeight(0, at, Number(value.toPrecision(6))).weights ?? [],
    );
    edit({ weights: changes }, { gesture, deed: { kind: 'other' } });
  };
  const [left, right] = scale.region;
  return (
    <LineHandles
      line={line}
      scale={scale}
      labels={[say(words.handle, { number: 1 }), say(words.handle, { number: 2 })]}
      spoken={placeWords}
      through={graphThrough(APART * (right - left))}
      onMove={set}
    />
  );
};
