import { useMemo } from 'react';
import { type Activation, activations } from '../../engine/activations/index.ts';
import { answersFrom } from '../../experiment/widths.ts';
import { useDataSet, useModel } from '../../state/data.ts';
import { useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { rangeOf, type ShownRange } from '../../ui/charts/range.ts';
import { type Map2d, type Probe, probeKey } from '../../worker/frame.ts';
import { unitName } from '../network/names.ts';
import { numberRange } from './colours.ts';
import { useIsAlone } from './usePoints.ts';

/** Cells a side; a step is drawn finer, so that its edge stays under the line. */
const FINE = 192;
const USUAL = 96;
/** Places along a single input. */
const ALONG = 256;

/** What the plane of the inputs shows: the output, or one unit that is pointed at. */
export interface Shown {
  readonly layer: number;
  /** Null: the output layer, all of it. */
  readonly unit: number | null;
  /** ŷ, h₂ … */
  readonly name: string;
  readonly activation: Activation;
  /** One map a unit shown; empty until the first frame that carries them. */
  readonly maps: readonly Map2d[];
  readonly range: ShownRange;
  /** Predictions are hidden, and the plane would show them: it shows the data alone. */
  readonly hidden: boolean;
}

const NO_MAPS: readonly Map2d[] = [];

/** Asks for the map of the unit that is hovered or else selected, and of the output where there is none. */
export const useShown = (): Shown => {
  const model = useModel();
  const target = useView((view) => view.hovered ?? view.selected);
  const last = model.length - 1;
  const outputs = model[last]?.units ?? 1;
  const unit =
    target?.kind === 'unit' &&
    target.unit < (model[target.layer]?.units ?? 0) &&
    (target.layer < last || outputs > 1)
      ? target
      : null;
  const layer = unit?.layer ?? last;
  const which = unit?.unit ?? null;
  const { target: asked } = useDataSet();
  const alone = useIsAlone();
  const stepped = model.some(({ activation }) => activation === 'step');
  const size = alone ? ALONG : stepped ? FINE : USUAL;
  const probe = useMemo<Probe>(() => ({ kind: 'plane', layer, unit: which, size }), [layer, which, size]);
  useShows(probe);
  const hidden = useView((view) => view.predictionsHidden) && layer >= answersFrom(model);
  const seen = useViews().planes?.[probeKey(probe)] ?? NO_MAPS;
  // After another choice of data the frame still carries the maps of the one before.
  const all = hidden || (seen[0]?.rows === 1) !== alone ? NO_MAPS : seen;
  // A number is answered by one output.
  const single = asked.kind === 'number' && which === null;
  const maps = useMemo(() => (single ? all.slice(0, 1) : all), [single, all]);
  const activation: Activation = activations[model[layer]?.activation ?? 'sigmoid'];
  const range = useMemo(
    () => (single ? numberRange(asked) : rangeOf(activation.range, maps)),
    [single, asked, activation, maps],
  );
  const name = unitName(
    layer,
    which ?? 0,
    model.map(({ units }) => units),
  );
  return useMemo(
    () => ({
      layer,
      unit: which,
      name: which === null ? 'ŷ' : name,
      activation,
      maps,
      range,
      hidden,
    }),
    [layer, which, name, activation, maps, range, hidden],
  );
};
