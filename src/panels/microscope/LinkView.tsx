import { useMemo } from 'react';
import { useShows, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { linear } from '../../ui/charts/linear.ts';
import { linePath } from '../../ui/charts/linePath.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { count, fixed } from '../../ui/format.ts';
import type { Probe } from '../../worker/frame.ts';
import { WeightNumber } from '../network/WeightNumber.tsx';
import { Backward } from './Backward.tsx';
import { BatchWords } from './BatchWords.tsx';
import curve from './Curve.module.css';
import styles from './Microscope.module.css';
import type { Seen } from './useAnatomy.ts';
import type { Neuron, Part } from './useNeuron.ts';
import { words } from './words.ts';

interface LinkViewProps {
  readonly neuron: Neuron;
  readonly part: Part;
  readonly value: number;
  readonly seen: Seen;
}

/** One weight: what it carries into the sum, its past, its value to set, and how it is moved. */
export const LinkView = ({ neuron, part, value, seen }: LinkViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { layer, name } = neuron;
  const x = part.input === null ? 1 : (seen.point.layers[layer]?.inputs[part.input] ?? Number.NaN);
  const title =
    part.from === null
      ? say(words.biasLink, { unit: name })
      : say(words.linkOf, { w: part.name, from: part.from, unit: name });
  return (
    <div className={styles.neuron}>
      <section className={styles.link} aria-label={title}>
        <div>
          <h3>{title}</h3>
          <p className={styles.value}>
            <WeightNumber
              layer={layer}
              at={part.at}
              value={value}
              label={title}
              digits={digits}
              selects={false}
            />
          </p>
          <p className={styles.note}>{say(words.setByHand)}</p>
          <p>
            {say(words.givesOn, {
              x: fixed(x, digits),
              w: fixed(value, digits),
              product: fixed(x * value, digits),
            })}
          </p>
        </div>
        <Past layer={layer} at={part.at} name={part.name} />
      </section>
      <section className={styles.back} aria-label={say(words.backward)}>
        <Backward neuron={neuron} seen={seen} />
        <BatchWords seen={seen} />
      </section>
    </div>
  );
};

const HEIGHT = 120;
const INSET = { left: 48, right: 8, top: 10, bottom: 20 };

/** What the weight was at the moments that are kept, as a small curve. */
const Past = ({
  layer,
  at,
  name,
}: {
  readonly layer: number;
  readonly at: number;
  readonly name: string;
}) => {
  const say = useSay();
  const [box, { width }] = useBox<HTMLDivElement>({ width: 240, height: HEIGHT });
  const probe = useMemo<Probe>(() => ({ kind: 'past', layer, at }), [layer, at]);
  useShows(probe);
  const { past } = useViews();
  const known = past?.layer === layer && past.at === at ? past : null;
  const steps = known?.steps ?? [];
  const last = steps.at(-1) ?? 0;
  const values = Array.from(known?.values ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = linear([0, Math.max(1, last)], [INSET.left, width - INSET.right]);
  const y = linear([low, high], [HEIGHT - INSET.bottom, INSET.top]);
  const label = say(words.history, { name, n: count(last) });
  return (
    <div ref={box}>
      {known && (
        <svg width={width} height={HEIGHT} role="img" aria-label={label}>
          <path
            className={curve.guide}
            d={`M${INSET.left},${y(high)}H${width - INSET.right}M${INSET.left},${y(low)}H${width - INSET.right}`}
          />
          <text className={curve.tick} x={INSET.left - 6} y={y(high) + 4} textAnchor="end">
            {fixed(high, 2)}
          </text>
          {high > low && (
            <text className={curve.tick} x={INSET.left - 6} y={y(low) + 4} textAnchor="end">
              {fixed(low, 2)}
            </text>
          )}
          <path
            className={curve.graph}
            d={linePath(
              values.map((value, index) => [x(steps[index] ?? 0), y(value)]),
              1,
            )}
          />
          <circle className={curve.ball} cx={x(last)} cy={y(values.at(-1) ?? 0)} r={4} />
          <text className={curve.tick} x={width - INSET.right} y={HEIGHT - 4} textAnchor="end">
            {label}
          </text>
        </svg>
      )}
    </div>
  );
};
