import { isExactGate } from '../../data/data.ts';
import { useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';

/** What the panel holds: the plane of one neuron, of a larger network, or that and what the output neuron sees. */
export type Planes = 'neuron' | 'network' | 'both';

/** Which planes belong to the design that is on. */
export const usePlanes = (): Planes => {
  const design = useDesign();
  const model = useModel();
  const touring = useView((view) => view.tour !== null);
  const [before] = model.slice(-2, -1);
  if (before?.units === 2 && (touring || isExactGate(design.data))) return 'both';
  return model.length === 1 && model[0]?.units === 1 ? 'neuron' : 'network';
};

/** How wide the panel wants to be where there is room beside the network, in pixels. */
export const OUTPUT_WIDTH: Readonly<Record<Planes, number>> = { neuron: 432, network: 296, both: 604 };

const LARGEST = 400;
const ARROW = 36;
const SIDE_BY_SIDE = 400;

export interface PlaneSizes {
  readonly size: number;
  readonly gutter: number;
  readonly beside: boolean;
}

/** Side of each plane, room for its ticks, and whether two stand side by side, for a panel of this width in pixels. */
export const planeSizes = (width: number, planes: Planes): PlaneSizes => {
  const beside = planes === 'both' && width >= SIDE_BY_SIDE;
  const gutter = width < 290 ? 24 : beside || width < 400 ? 28 : 32;
  const room = beside ? (width - ARROW) / 2 : width;
  return { size: Math.max(120, Math.min(LARGEST, Math.floor(room - gutter))), gutter, beside };
};
