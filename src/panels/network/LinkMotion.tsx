import { usePinned } from '../../state/pinned.ts';
import { useNewest } from '../../state/revealed.ts';
import { useViews } from '../../state/run.ts';
import { fixed } from '../../ui/format.ts';
import { probeKey, type Weights } from '../../worker/frame.ts';
import { linkWidth } from './bezier.ts';
import type { Motion } from './motion.ts';
import { type Pulse, Pulses } from './Pulses.tsx';
import styles from './LinkMotion.module.css';

/** A link of a layer as it is drawn: its place in the layer, and which number goes in (null: the bias). */
export interface DrawnLink {
  readonly at: number;
  readonly input: number | null;
  readonly path: string;
  /** Its number is shown. */
  readonly numbered: boolean;
}

interface LinkMotionProps {
  readonly layer: number;
  readonly links: readonly DrawnLink[];
  readonly weights: Weights | null;
  readonly motion: Motion;
}

/**
 * The links of a layer while one of its phases is the news: forward the products travel to the sum, backward the slopes
 * travel back, and in the update the old weights fade from under the new ones, each with its move.
 */
export const LinkMotion = ({ layer, links, weights, motion }: LinkMotionProps) => {
  const point = usePinned();
  const seen = useViews().anatomies?.[probeKey({ kind: 'anatomy', point, layer })];
  const newest = useNewest();
  const { kind } = motion.phase;
  if (kind === 'update') {
    const before = motion.before[layer];
    return before && weights && <Settling key={motion.key} links={links} before={before} after={weights} />;
  }
  const own = seen?.point?.layers[layer];
  const weightAt = (at: number): number =>
    (weights &&
      (at < weights.kernel.length ? weights.kernel[at] : weights.bias[at - weights.kernel.length])) ??
    Number.NaN;
  const valueOf = ({ at, input }: DrawnLink): number | null => {
    if (kind === 'backward') return seen?.batch.layer?.slopes[at] ?? null;
    if (!own) return null;
    return (input === null ? 1 : (own.inputs[input] ?? Number.NaN)) * weightAt(at);
  };
  const units = seen?.point?.layers[layer]?.sums.length ?? 1;
  const shown = newest === null ? links : links.filter(({ at }) => at % units === newest);
  const pulses = shown.map((link): Pulse => {
    const value = valueOf(link);
    return {
      key: String(link.at),
      path: link.path,
      value,
      words: link.numbered && value !== null ? fixed(value, 3) : null,
    };
  });
  return (
    <Pulses
      key={`${motion.key} ${newest}`}
      pulses={pulses}
      back={kind === 'backward'}
      duration={motion.duration}
    />
  );
};

interface SettlingProps {
  readonly links: readonly DrawnLink[];
  readonly before: Weights;
  readonly after: Weights;
}

/** Where the weights came from: the old lines, fading, and what each moved by. */
const Settling = ({ links, before, after }: SettlingProps) => {
  const at = ({ kernel, bias }: Weights, place: number): number =>
    (place < kernel.length ? kernel[place] : bias[place - kernel.length]) ?? Number.NaN;
  return (
    <g className={styles.settling} aria-hidden="true">
      {links.map((link) => {
        const old = at(before, link.at);
        const moved = at(after, link.at) - old;
        return (
          <g key={link.at}>
            <path className={styles.old} d={link.path} strokeWidth={linkWidth(old) + 3} />
            {link.numbered && Number.isFinite(moved) && (
              <text className={styles.moved} style={{ offsetPath: `path("${link.path}")` }} y={16}>
                {moved > 0 ? '+' : ''}
                {fixed(moved, 3)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};
