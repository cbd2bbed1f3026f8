import { memo, useRef } from 'react';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import type { Phase } from '../../../worker/frame.ts';
import { type Motion, motionOn } from '../motion.ts';
import css from './MapNetwork.module.css';
import type { MapColumn, MapsPlace } from './layout.ts';
import { useWipe } from './useWipe.ts';

const SLOPE = { en: 'slope', ko: '기울기' };
/** A band that is this wide has room for a word, in px. */
const ROOMY = 36;
/** Room between a column and its band, in px. */
const GAP = 4;

interface BandsProps {
  readonly place: MapsPlace;
  /** Room right of the last column, from where it goes on to the layer that answers, in px. */
  readonly edge: number;
  /** The phase that was done last. */
  readonly phase: Phase | undefined;
  readonly motion: Motion | null;
}

/** How what one column holds flows into the next: a soft band from box to box, and in a phase of a layer which way it flows there. */
export const Bands = memo(({ place, edge, phase, motion }: BandsProps) => (
  <>
    {withEdge(place, edge, phase).map((to, layer) => {
      const from = place.columns[layer];
      return (
        from && (
          <g key={to.left}>
            <path className={css.band} d={pathOf(from, to)} />
            {phase?.layer === layer && (
              <Flow
                from={from}
                to={to}
                back={phase.kind === 'backward'}
                motion={motion && motionOn(motion, layer)}
              />
            )}
          </g>
        )
      );
    })}
  </>
));

/** All columns but the first; in a phase of the layer that answers, which stands outside, the edge where it begins. */
const withEdge = (
  { width, columns }: MapsPlace,
  edge: number,
  phase: Phase | undefined,
): readonly Pick<MapColumn, 'left' | 'box'>[] => {
  const own = columns.slice(1);
  const last = columns.at(-1);
  if (!last || phase?.layer !== own.length) return own;
  const left = width + edge + GAP;
  return [...own, { left, box: { x: left, y: last.box.y, width: 0, height: last.box.height } }];
};

interface FlowProps {
  readonly from: Pick<MapColumn, 'box'>;
  readonly to: Pick<MapColumn, 'box'>;
  readonly back: boolean;
  readonly motion: Motion | null;
}

/** The band into the layer whose phase it is fills, forward before the layer's maps appear, backward after them. */
const Flow = ({ from, to, back, motion }: FlowProps) => {
  const say = useSay();
  const band = useRef<SVGPathElement>(null);
  useWipe(band, motion, back ? 'right' : 'left', back ? [0.5, 1] : [0, 0.5]);
  const [left, right] = endsOf(from, to);
  const middle = (from.box.y + to.box.y + (from.box.height + to.box.height) / 2) / 2;
  return (
    <>
      <path ref={band} className={classes(css.band, css.flows)} d={pathOf(from, to)} />
      <g className={css.arrow} transform={`translate(${(left + right) / 2} ${middle})`}>
        <path d={back ? 'M3 -6L-3 0L3 6' : 'M-3 -6L3 0L-3 6'} />
        {back && right - left >= ROOMY && (
          <text className={css.arrowWord} y={20}>
            {say(SLOPE)}
          </text>
        )}
      </g>
    </>
  );
};

const endsOf = (
  { box: from }: Pick<MapColumn, 'box'>,
  { box: to }: Pick<MapColumn, 'box'>,
): readonly [left: number, right: number] => [from.x + from.width + GAP, to.x - GAP];

const pathOf = (from: Pick<MapColumn, 'box'>, to: Pick<MapColumn, 'box'>): string => {
  const [x0, x1] = endsOf(from, to);
  const bend = (x0 + x1) / 2;
  const [top0, bottom0] = [from.box.y, from.box.y + from.box.height];
  const [top1, bottom1] = [to.box.y, to.box.y + to.box.height];
  return (
    `M${x0} ${top0}C${bend} ${top0} ${bend} ${top1} ${x1} ${top1}V${bottom1}` +
    `C${bend} ${bottom1} ${bend} ${bottom0} ${x0} ${bottom0}Z`
  );
};
