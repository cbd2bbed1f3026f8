import { useEffect, useRef } from 'react';
import { classes } from '../../ui/controls/classes.ts';
import { useMedia } from '../../ui/useMedia.ts';
import styles from './Pulses.module.css';

/** What travels along one link. */
export interface Pulse {
  readonly key: string;
  readonly path: string;
  /** Its sign gives the colour, its size among the others the width; null: not known, a plain dot. */
  readonly value: number | null;
  /** The number that travels with it; none where there would be too many. */
  readonly words: string | null;
}

interface PulsesProps {
  readonly pulses: readonly Pulse[];
  /** From the end of the link to its start. */
  readonly back: boolean;
  /** In ms. */
  readonly duration: number;
}

const STILL = '(prefers-reduced-motion: reduce)';
/** Radius of the smallest and the largest dot, in px. */
const RADII = [2.5, 6] as const;

/** Numbers on their way along the links of a layer, from beside one tile to beside the other, where they stay; where motion is not wanted they stand in the middle of their link. */
export const Pulses = ({ pulses, back, duration }: PulsesProps) => {
  const still = useMedia(STILL);
  const group = useRef<SVGGElement>(null);
  const most = pulses.reduce((size, { value }) => Math.max(size, Math.abs(value ?? 0)), 0);
  useEffect(() => {
    if (still) return;
    const ways = [...(group.current?.children ?? [])].map((pulse) =>
      pulse.animate(
        { offsetDistance: back ? ['92%', '22%'] : ['8%', '78%'] },
        { duration, easing: 'ease-in-out', fill: 'both' },
      ),
    );
    return () => {
      for (const way of ways) way.cancel();
    };
  }, [still, back, duration]);
  return (
    <g ref={group} className={classes(styles.pulses, still && styles.still)} aria-hidden="true">
      {pulses.map(({ key, path, value, words }) => {
        const share = most > 0 && value !== null ? Math.abs(value) / most : 0;
        return (
          <g key={key} className={styles.pulse} style={{ offsetPath: `path("${path}")` }}>
            <circle
              r={RADII[0] + share * (RADII[1] - RADII[0])}
              className={value === null ? styles.plain : value < 0 ? styles.negative : styles.positive}
            />
            {words !== null && (
              <text className={value !== null && value < 0 ? styles.negative : styles.positive} y={-10}>
                {words}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};
