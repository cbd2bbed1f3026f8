import type { CSSProperties, ReactNode } from 'react';
import { classes } from '../../ui/controls/classes.ts';
import { setting } from '../../ui/format.ts';
import type { LayerGradients } from '../../worker/gradients.ts';
import styles from './Bars.module.css';
import { type Decades, shareOf, ticksOf } from './scale.ts';

interface BarsProps {
  readonly layer: LayerGradients;
  readonly decades: Decades;
  /** They lie instead of standing. */
  readonly lying?: boolean;
  /** What leads up to the present: the line of the moments before. */
  readonly children?: ReactNode;
}

/** What reaches a layer, as bars on a scale of powers of ten: filled the slope of z, hollow that of the weights. */
export const Bars = ({ layer: { delta, slopes }, decades, lying = false, children }: BarsProps) => (
  <span className={classes(styles.bars, lying && styles.lying)}>
    <Lines decades={decades} />
    {children && <span className={styles.before}>{children}</span>}
    <Bar size={delta?.mean} decades={decades} />
    <Bar size={slopes?.mean} decades={decades} hollow />
  </span>
);

interface BarProps {
  readonly size: number | undefined;
  readonly decades: Decades;
  readonly hollow?: boolean;
}

/** A size of 0, or one that is not known yet, leaves its place empty. */
const Bar = ({ size = 0, decades, hollow = false }: BarProps) => (
  <i className={styles.place} aria-hidden="true">
    {size > 0 && (
      <i className={classes(styles.bar, hollow && styles.hollow)} style={far(shareOf(size, decades))} />
    )}
  </i>
);

const far = (share: number): CSSProperties => ({ ['--share' as string]: share });

const Lines = ({ decades }: { readonly decades: Decades }) =>
  ticksOf(decades).map((tick) => (
    <i key={tick} className={styles.line} style={far(shareOf(10 ** tick, decades))} aria-hidden="true" />
  ));

/** What the lines of the bars stand for. */
export const Ticks = ({ decades, lying = false }: Pick<BarsProps, 'decades' | 'lying'>) => (
  <span className={classes(styles.ticks, lying && styles.lyingTicks)} aria-hidden="true">
    {ticksOf(decades).map((tick) => (
      <i key={tick} className={styles.tick} style={far(shareOf(10 ** tick, decades))}>
        {tick === 0 ? '1' : `1e${setting(tick)}`}
      </i>
    ))}
  </span>
);

/** The sign of one of the two bars, before its words. */
export const BarSign = ({ hollow = false }: { readonly hollow?: boolean }) => (
  <i className={classes(styles.sign, hollow && styles.hollow)} aria-hidden="true" />
);
