import type { ShapedLayer } from '../../experiment/widths.ts';
import type { Pointed, Selection } from '../../state/view.ts';

/** Is this link (input `from` to `unit` of `layer`) part of what is pointed at or selected? */
export const lit = (
  focus: Selection | null,
  layer: number,
  from: number,
  unit: number,
  units: number,
): boolean => {
  if (focus?.kind === 'unit') {
    return (
      (focus.layer === layer && focus.unit === unit) || (focus.layer === layer - 1 && focus.unit === from)
    );
  }
  if (focus?.kind === 'layer') return focus.layer === layer;
  return focus?.kind === 'weight' && focus.layer === layer && focus.at === from * units + unit;
};

/** The same for a layer without weights, whose unit gets the number of the unit before it. */
export const passes = (focus: Selection | null, layer: number, unit: number): boolean =>
  focus?.kind === 'unit' && focus.unit === unit && (focus.layer === layer || focus.layer === layer - 1);

/** What the drawing gives weight to: what is pointed at, else what is selected; points and the loss do not dim links. */
export const focusOf = (hovered: Pointed | null, selected: Selection | null): Selection | null => {
  if (hovered && hovered.kind !== 'point') return hovered;
  return selected && selected.kind !== 'loss' ? selected : null;
};

/**
 * The unit that is spoken of below the drawing: the selected one, or the one that the selected weight or bias leads to.
 * Only layers of neurons have weights to select.
 */
export const unitOf = (
  selected: Selection | null,
  model: readonly Pick<ShapedLayer, 'spec' | 'inputs' | 'units'>[],
): { readonly layer: number; readonly unit: number } | null => {
  if (!selected || selected.kind === 'loss' || selected.kind === 'layer') return null;
  const layer = model[selected.layer];
  if (!layer) return null;
  const unit = selected.kind === 'unit' ? selected.unit : selected.at % layer.units;
  const known =
    selected.kind === 'unit'
      ? unit < layer.units
      : layer.spec.type === 'Dense' && selected.at < (layer.inputs + 1) * layer.units;
  return known ? { layer: selected.layer, unit } : null;
};
