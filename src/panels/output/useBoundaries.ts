import { useCallback, useMemo } from 'react';
import { useDataSet, useInputs, useModel } from '../../state/data.ts';
import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { part } from '../../part.ts';
import type { Polyline } from '../../ui/charts/boundary.ts';
import type { Line } from '../../ui/charts/line.ts';
import { usePart } from '../../ui/later.tsx';
import type { Map2d } from '../../worker/frame.ts';
import { cutOf, lineOf, overPlane } from './lines.ts';
import type { Shown } from './useShown.ts';

/** The decision of one output above 0.5. */
const HALF = 0.5;

export interface Boundaries {
  readonly lines: readonly Line[];
  readonly bends: readonly Polyline[];
  /**
   * The line of a lone neuron, which has handles: on the plane, and as its weights say it of standardised inputs; and the
   * sum at which its answer turns.
   */
  readonly neuron: { readonly line: Line; readonly own: Line; readonly cut: number } | null;
  /** The lines of h₁ and h₂ of the network built by hand. */
  readonly built: readonly [Line, Line] | null;
}

const NONE: Boundaries = { lines: [], bends: [], neuron: null, built: null };

const contours = part(() => import('../../ui/charts/boundary.ts'));

/** Where maps that cannot be drawn as exact lines turn: one at a level, several where the winner changes. */
export const useBends = (): ((maps: readonly Map2d[], level: number) => readonly Polyline[]) => {
  const drawn = usePart(contours, false);
  return useCallback(
    (maps, level) => {
      const [first] = maps;
      if (!first) return [];
      if (!drawn) contours.need();
      return (maps.length > 1 ? drawn?.winnerChanges(maps) : drawn?.crossings(first, level)) ?? [];
    },
    [drawn],
  );
};

/**
 * Where the shown plane turns: exact lines where they follow from the weights, else read off the maps. With inputs made by
 * hand no unit's line is straight. A number turns nowhere.
 */
export const useBoundaries = (shown: Shown): Boundaries => {
  const { target } = useDataSet();
  const inputs = useInputs();
  const model = useModel();
  const weights = useFrame()?.weights;
  const touring = useView((view) => view.tour !== null);
  const bendsOf = useBends();
  return useMemo(() => {
    const { layer, unit, activation, maps, range, hidden } = shown;
    const last = model.length - 1;
    const first = weights?.[0];
    const fits = weights?.length === model.length && first?.bias.length === model[0]?.units;
    const own = model[layer];
    if (!own || hidden) return NONE;
    const exact = fits && model[0]?.spec.type === 'Dense' && inputs.names.length === 2;
    const ownLine = (of: number, cut: number): Line | null =>
      exact && first ? lineOf(first, of, cut) : null;
    const lineFor = (of: number): Line | null => {
      const line = ownLine(of, 0);
      return line && overPlane(line, inputs);
    };
    if (unit !== null && layer < last) {
      const line = layer === 0 ? lineFor(unit) : null;
      // A relu's middle is the end of its range: what shows is where it leaves 0.
      const level = activation.name === 'relu' ? range.high / 1000 : range.middle;
      return line ? { ...NONE, lines: [line] } : { ...NONE, bends: bendsOf(maps, level) };
    }
    if (target.kind === 'number') return NONE;
    const cut = cutOf(own.activation);
    if (last === 0 && own.units === 1 && (exact || cut === null)) {
      const ours = cut === null ? null : ownLine(0, cut);
      if (!ours || cut === null) return NONE;
      const line = overPlane(ours, inputs);
      return { ...NONE, lines: [line], neuron: { line, own: ours, cut } };
    }
    const byHand = touring && last === 1 && model[0]?.units === 2 && model[0].activation === 'step';
    const h1 = byHand && lineFor(0);
    const h2 = byHand && lineFor(1);
    if (h1 && h2 && unit === null) return { ...NONE, lines: [h1, h2], built: [h1, h2] };
    return { ...NONE, bends: bendsOf(maps, HALF) };
  }, [shown, target, inputs, model, weights, touring, bendsOf]);
};
