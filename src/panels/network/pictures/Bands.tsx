import css from './MapNetwork.module.css';
import type { MapsPlace } from './layout.ts';

/** How what one column holds flows into the next: a soft band from box to box. */
export const Bands = ({ place }: { readonly place: MapsPlace }) => (
  <>
    {place.columns.slice(1).map(({ box, left }, index) => {
      const before = place.columns[index];
      if (!before) return null;
      const [x0, x1] = [before.box.x + before.box.width + 4, box.x - 4];
      const bend = (x0 + x1) / 2;
      const [top0, bottom0] = [before.box.y, before.box.y + before.box.height];
      const [top1, bottom1] = [box.y, box.y + box.height];
      const path =
        `M${x0} ${top0}C${bend} ${top0} ${bend} ${top1} ${x1} ${top1}V${bottom1}` +
        `C${bend} ${bottom1} ${bend} ${bottom0} ${x0} ${bottom0}Z`;
      return <path key={left} className={css.band} d={path} />;
    })}
  </>
);
