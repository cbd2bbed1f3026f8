import { memo } from 'react';
import { useModel } from '../../../state/data.ts';
import { useView } from '../../../state/view.ts';
import { cellOf } from '../../../experiment/cells.ts';
import type { MapsPlace } from './layout.ts';
import css from './MapNetwork.module.css';

/** The way from what comes in to the map that is looked into. */
export const Way = memo(({ place }: { readonly place: MapsPlace }) => {
  const model = useModel();
  const selected = useView((view) => view.selected);
  if (selected?.kind !== 'unit') return null;
  const { layer, unit } = selected;
  const [own, before] = [place.columns[layer + 1], place.columns[layer]];
  const shape = model[layer]?.outputShape;
  if (!own || !before || !shape || shape.length === 1) return null;
  const spot = own.spots[cellOf(unit, shape).map];
  if (!spot) return null;
  const [x0, y0] = [before.box.x + before.box.width + 2, before.box.y + before.box.height / 2];
  const [x1, y1] = [spot.x - 4, spot.y + own.tile / 2];
  const bend = (x0 + x1) / 2;
  return <path className={css.way} d={`M${x0} ${y0}C${bend} ${y0} ${bend} ${y1} ${x1} ${y1}`} />;
});
