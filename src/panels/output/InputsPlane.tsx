import { sets } from '../../data/sets/index.ts';
import { setLine } from '../../experiment/moves.ts';
import { useDataSet, useInputs } from '../../state/data.ts';
import { part } from '../../part.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Boundary } from '../../ui/charts/Boundary.tsx';
import { LineHandles } from '../../ui/charts/LineHandles.tsx';
import type { Line } from '../../ui/charts/line.ts';
import { Plane } from '../../ui/charts/Plane.tsx';
import { Points } from '../../ui/charts/Points.tsx';
import type { PlaneScale, Point } from '../../ui/charts/scale.ts';
import { stacksOf } from '../../ui/charts/stacks.ts';
import { Surface } from '../../ui/charts/Surface.tsx';
import { usePart } from '../../ui/later.tsx';
import { SideLabels } from './Labels.tsx';
import type { PlaneSizes } from './layout.ts';
import { intoNetwork } from './lines.ts';
import { PlaneMap } from './PlaneMap.tsx';
import { placeWords } from './rows.ts';
import { type Boundaries, useBoundaries } from './useBoundaries.ts';
import { topOf, useLarge, usePlanePoints, usePointDeeds, usePointed, useRows, useTool } from './usePoints.ts';
import type { Shown } from './useShown.ts';
import { useWash } from './wash.ts';
import { words } from './words.ts';

const labels = part(() => import('./BuiltLabels.tsx'));

/** Points nearer than this share of the region's width are one spot. */
const SPOT = 0.012;

interface InputsPlaneProps extends PlaneSizes {
  readonly shown: Shown;
  readonly onPlace: (at: Point | null) => void;
}

/** The plane of two inputs: what the network answers (or one unit gives) everywhere, and the data on it. */
export const InputsPlane = ({ shown, size, gutter, onPlace }: InputsPlaneProps) => {
  const say = useSay();
  const { region } = useDataSet();
  const [across, up] = sets[useDesign().data.set].axes;
  const scale: PlaneScale = { region, size };
  const large = useLarge();
  const rows = useRows();
  const stacks = stacksOf(rows, large ? SPOT * (region[1] - region[0]) : 0);
  const planePoints = usePlanePoints();
  const points = planePoints(stacks, shown.unit === null);
  const { pinned, hovered } = usePointed();
  const { deeds, add } = usePointDeeds();
  const tool = useTool();
  const wash = useWash(shown);
  const boundaries = useBoundaries(shown);
  return (
    <Plane
      scale={scale}
      gutter={gutter}
      axes={[say(across), say(up)]}
      map={
        <PlaneMap
          maps={shown.maps}
          range={shown.range}
          wash={wash}
          label={say(words.mapOf, { name: shown.name })}
        />
      }
    >
      <Surface scale={scale} points={points} {...tool} deeds={deeds} onAdd={add} onPlace={onPlace}>
        <Boundary
          scale={scale}
          lines={boundaries.lines}
          bends={boundaries.bends}
          hairline={shown.unit !== null}
        />
        {large && <Labels boundaries={boundaries} points={points.map(({ at }) => at)} scale={scale} />}
        <Points
          points={points}
          scale={scale}
          large={large}
          tool={tool.tool}
          pinned={topOf(stacks, pinned)}
          hovered={topOf(stacks, hovered)}
          label={say(words.points)}
          deeds={deeds}
        />
        {boundaries.neuron && <Handles neuron={boundaries.neuron} scale={scale} />}
      </Surface>
    </Plane>
  );
};

interface LabelsProps {
  readonly boundaries: Boundaries;
  readonly points: readonly Point[];
  readonly scale: PlaneScale;
}

/** The names of the sides: of the one line, or of the areas between the two lines of a network built by hand. */
const Labels = ({ boundaries: { neuron, built }, points, scale }: LabelsProps) => {
  const lettered = usePart(labels, built !== null);
  if (neuron) return <SideLabels line={neuron.line} points={points} scale={scale} />;
  return built && lettered && <lettered.BuiltLabels lines={built} points={points} scale={scale} />;
};

interface HandlesProps {
  readonly neuron: NonNullable<Boundaries['neuron']>;
  readonly scale: PlaneScale;
}

/** The handles of the one neuron's line: they set w₁, w₂ and b. */
const Handles = ({ neuron: { line, own, cut }, scale }: HandlesProps) => {
  const say = useSay();
  const inputs = useInputs();
  const set = (moved: Line, gesture: string): void => {
    const { w1, w2, b } = intoNetwork(moved, inputs, own);
    const [first, second, bias] = [w1, w2, b + cut].map((value) => Number(value.toPrecision(6)));
    edit(setLine(first ?? 0, second ?? 0, bias ?? 0), { gesture, deed: { kind: 'line' } });
  };
  return (
    <LineHandles
      line={line}
      scale={scale}
      labels={[say(words.handle, { number: 1 }), say(words.handle, { number: 2 })]}
      spoken={placeWords}
      onMove={set}
    />
  );
};
