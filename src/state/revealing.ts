import { definitionOf } from '../engine/layers/index.ts';
import { cellOf, strongest, unitAt } from '../experiment/cells.ts';
import { type ShapedLayer, shapedLayers } from '../experiment/widths.ts';
import type { Frame } from '../worker/frame.ts';
import { revealedAt } from './revealed.ts';
import { useWork } from './store.ts';
import { type Revealed, useView } from './view.ts';

/** The layer of the phase that is number `phase` (from 1) of a batch, forward or backward; null for loss and update. */
const phaseAt = (frame: Frame | null, phase: number): number | null => {
  const layers = frame?.weights.length ?? 0;
  if (phase >= 1 && phase <= layers) return phase - 1;
  return phase > layers + 1 && phase <= 2 * layers + 1 ? 2 * layers + 1 - phase : null;
};

/**
 * Of how many steps the revealing of a layer's phase consists: neuron by neuron, in a network for pictures map by map.
 */
const stepsOf = ({ outputShape, units }: ShapedLayer): number =>
  outputShape.length === 3 ? (outputShape[2] ?? 1) : units;

/** Does a list come at once? In a network for pictures one that is only passed on does: Flatten, Dropout. */
const comesAtOnce = (layers: readonly ShapedLayer[], { outputShape, spec }: ShapedLayer): boolean =>
  outputShape.length < 3 &&
  (layers[0]?.inputShape.length ?? 1) > 1 &&
  spec.type !== 'Dense' &&
  !spec.type.startsWith('Global');

/** The cells of a map over which a window walks, one by one, while the Microscope is open; null: the map comes at once. */
const walkedOf = (
  layers: readonly ShapedLayer[],
  { outputShape, spec }: ShapedLayer,
  phase: number,
): number | null => {
  const { microscope, meter } = useView.getState();
  const [rows = 1, columns = 1] = outputShape;
  const slides = outputShape.length === 3 && definitionOf(spec).window !== undefined;
  return slides && microscope && meter === null && phase <= layers.length ? rows * columns : null;
};

/** Of this phase of the batch its first part alone. */
export const firstOf = (frame: Frame, phase: number): Revealed => {
  const layers = shapedLayers(useWork.getState().design);
  const layer = phaseAt(frame, phase);
  const own = layer === null ? undefined : layers[layer];
  const { run, position } = frame;
  const shown = own && comesAtOnce(layers, own) ? stepsOf(own) : 1;
  const walks = own !== undefined && walkedOf(layers, own, phase) !== null;
  return { run, step: position.step, phase, shown, ...(walks && { cells: 1 }) };
};

/** The same with one cell more where a window walks, else with one map or neuron more; null where no more are left. */
export const oneMore = (frame: Frame, revealed: Revealed | null): Revealed | null => {
  const now = revealedAt(frame, revealed);
  const layers = shapedLayers(useWork.getState().design);
  const layer = phaseAt(frame, frame.position.phase);
  const own = layer === null ? undefined : layers[layer];
  if (!now || !own) return null;
  const { cells, ...whole } = now;
  const walked = walkedOf(layers, own, now.phase);
  // Where the Microscope was closed on the way the rest of the map comes at once.
  if (cells !== undefined && walked === null) return whole;
  if (cells !== undefined && walked !== null && cells < walked) return { ...whole, cells: cells + 1 };
  if (now.shown >= stepsOf(own)) return null;
  return { ...whole, shown: now.shown + 1, ...(walked !== null && { cells: 1 }) };
};

/** The same with one fewer, of a phase that is whole too; null where nothing is left of the phase. */
export const oneFewer = (frame: Frame, revealed: Revealed | null): Revealed | null => {
  const { run, position } = frame;
  const { step, phase } = position;
  const layer = phaseAt(frame, phase);
  const own = layer === null ? undefined : shapedLayers(useWork.getState().design)[layer];
  if (!own) return null;
  const now = revealedAt(frame, revealed) ?? { run, step, phase, shown: stepsOf(own) };
  const { cells = 1, ...whole } = now;
  if (cells > 1) return { ...whole, cells: cells - 1 };
  return now.shown > firstOf(frame, now.phase).shown ? { ...whole, shown: now.shown - 1 } : null;
};

/** The unit to look into when so much is shown: the newest one, of a map the newest cell, or the place that was looked into. */
export const newestOf = (
  frame: Frame,
  { phase, shown, cells }: Revealed,
): { readonly kind: 'unit'; readonly layer: number; readonly unit: number } | null => {
  const layer = phaseAt(frame, phase);
  const layers = shapedLayers(useWork.getState().design);
  const own = layer === null ? undefined : layers[layer];
  if (layer === null || !own) return null;
  const { outputShape } = own;
  const outputs = frame.views.maps?.layers[layer]?.outputs ?? null;
  const known = outputs?.length === own.units ? outputs : null;
  const of = (unit: number) => ({ kind: 'unit', layer, unit }) as const;
  if (outputShape.length < 3) {
    return of(comesAtOnce(layers, own) ? strongest(known, 0, [own.units, 1, 1]) : shown - 1);
  }
  const map = shown - 1;
  const [, columns = 1] = outputShape;
  if (cells !== undefined)
    return of(
      unitAt({ map, row: Math.floor((cells - 1) / columns), column: (cells - 1) % columns }, outputShape),
    );
  const { selected } = useView.getState();
  return of(
    selected?.kind === 'unit' && selected.layer === layer
      ? unitAt({ ...cellOf(selected.unit, outputShape), map }, outputShape)
      : strongest(known, map, outputShape),
  );
};
