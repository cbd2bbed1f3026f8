import { lookInto, useView } from '../../state/view.ts';
import { textWidth } from '../../ui/charts/textWidth.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed, setting } from '../../ui/format.ts';
import type { Weights } from '../../worker/frame.ts';
import { Band } from './Band.tsx';
import { inPort, linkPath, outPort, placeLabels } from './bezier.ts';
import { focusOf, lit } from './focus.ts';
import type { ColumnPlace, Point } from './layout.ts';
import { LinkMotionLater } from './LinkMotionLater.tsx';
import styles from './Links.module.css';
import type { Motion } from './motion.ts';
import { partOf, useTourDims } from './tourLight.ts';
import { WeightLink } from './WeightLink.tsx';

interface LinksProps {
  /** The layer that the links lead to, counted from 0, and the columns before and after them. */
  readonly layer: number;
  readonly before: ColumnPlace;
  readonly after: ColumnPlace;
  /** null while not yet known. */
  readonly weights: Weights | null;
  /** Every number is shown, as in a network small enough to be read whole. */
  readonly numbers: boolean;
  /** Numbers as typed instead of three decimals. */
  readonly short: boolean;
  /** The phase that is the news, if it is one of this layer's (the update is everybody's). */
  readonly motion: Motion | null;
}

interface Link {
  readonly at: number;
  readonly from: Point;
  readonly to: Point;
  readonly value: number | null;
  readonly lit: boolean;
}
/** More numbers than this at once would only cover each other. */
const MOST_NUMBERS = 8;

/** The weights between two columns: one line each, or a band where a column is a grid. */
export const Links = ({ layer, before, after, weights, numbers, short, motion }: LinksProps) => {
  const focus = useView((view) => focusOf(view.hovered, view.selected));
  const dims = useTourDims();
  const band = before.grid || after.grid;
  const inputs = before.tiles.length;
  const units = after.tiles.length;
  const links = Array.from({ length: inputs * units }, (_, at): Link => {
    const [from, unit] = [Math.floor(at / units), at % units];
    return {
      at,
      from: outPort(before, from),
      to: inPort(after, unit, from, inputs),
      value: weights?.kernel[at] ?? null,
      lit: lit(focus, layer, from, unit, units),
    };
  });
  const bright = links.filter((link) => link.lit);
  // What is lit lies over what is not.
  const drawn = band ? bright : [...links.filter((link) => !link.lit), ...bright];
  const numbered = numbers ? links : bright.length <= MOST_NUMBERS ? bright : [];
  const printed = (value: number): string =>
    short ? setting(Math.round(value * 100) / 100) : fixed(value, 3);
  const labels = placeLabels(
    drawn,
    drawn.map((link) =>
      numbered.includes(link) && link.value !== null ? textWidth(printed(link.value), 14) : null,
    ),
  );
  return (
    <g className={styles.links} aria-hidden="true">
      {band && <Band before={before} after={after} />}
      {drawn.map((link) => (
        <WeightLink
          key={link.at}
          layer={layer}
          at={link.at}
          value={link.value}
          path={linkPath(link.from, link.to)}
          dim={focus ? !link.lit : dims(partOf(layer, link.at % units))}
          onChoose={lookInto}
        />
      ))}
      {motion && (
        <LinkMotionLater
          layer={layer}
          links={drawn.map((link) => ({
            at: link.at,
            input: Math.floor(link.at / units),
            path: linkPath(link.from, link.to),
            numbered: numbered.includes(link) || links.length <= MOST_NUMBERS,
          }))}
          weights={weights}
          motion={motion}
        />
      )}
      {labels.map(({ link, x, y }) => {
        const { at, value, lit: shines } = drawn[link] ?? { at: -1, value: null, lit: false };
        return value === null ? null : (
          <text
            key={at}
            className={classes(
              styles.number,
              value < 0 ? styles.negative : styles.positive,
              (focus ? !shines : dims(partOf(layer, at % units))) && styles.dim,
            )}
            x={x}
            y={y + 4.5}
          >
            {printed(value)}
          </text>
        );
      })}
    </g>
  );
};
