import { Fragment, type ReactNode } from 'react';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { addingUp } from '../../ui/adding.ts';
import { fixed } from '../../ui/format.ts';
import type { Blame } from './blame.ts';
import styles from './Delta.module.css';
import { Tinted } from './Tinted.tsx';
import type { Neuron } from './useNeuron.ts';
import { words } from './words.ts';

interface DeltaProps {
  readonly neuron: Neuron;
  readonly blame: Blame;
  /** Is the layer after it joined with the loss, so that its δ is ŷ − y? */
  readonly joinedAfter: boolean;
}

/** Numbers with what they are below them, and the signs between. */
interface Factor {
  readonly value: number;
  readonly label: string;
}

/** How much of the error reaches this neuron, the numbers put in. Words first; ∂ is one unfolding away. */
export const Delta = ({ neuron, blame, joinedAfter }: DeltaProps) => {
  const say = useSay();
  const { name, nameOf, layer, shaped } = neuron;
  const slope = say(words.slopeOf, { name: shaped.activation });
  const off = (of: string): string => say(words.off, { name: of });
  const result: Factor = { value: blame.delta, label: say(words.reaches, { name }) };
  if (blame.kind === 'joined') {
    const over = blame.outputs > 1 ? ` / ${blame.outputs}` : '';
    return (
      <div className={styles.delta}>
        <Product
          factors={[
            { value: blame.output, label: name },
            { value: blame.answer, label: 'y' },
          ]}
          sign="−"
          result={{ value: blame.delta, label: `${over ? '(' : ''}${off(name)}${over ? ')' : ''}${over}` }}
        />
        <Why blame={blame} activation={shaped.activation} name={name} />
      </div>
    );
  }
  const factors: Factor[] =
    blame.kind === 'ways' && blame.ways.length === 1
      ? blame.ways.flatMap(({ unit, delta, weight }) => {
          const after = nameOf(layer + 1, unit);
          return [
            { value: delta, label: joinedAfter ? off(after) : say(words.reaches, { name: after }) },
            { value: weight, label: say(words.weightTo, { name: after }) },
          ];
        })
      : [
          blame.kind === 'ways'
            ? { value: blame.sum, label: 'Σ δ × w' }
            : { value: blame.blame, label: say(blame.last ? words.slopeOfLoss : words.fromNext) },
        ];
  return (
    <div className={styles.delta}>
      <Product factors={[...factors, { value: blame.slope, label: slope }]} sign="×" result={result} />
      {blame.kind === 'ways' && blame.ways.length > 1 && <Ways neuron={neuron} blame={blame} />}
      {shaped.activation === 'step' && <p className={styles.ends}>{say(words.stepEnds)}</p>}
    </div>
  );
};

interface ProductProps {
  readonly factors: readonly Factor[];
  readonly sign: '×' | '−';
  readonly result: Factor;
}

const Product = ({ factors, sign, result }: ProductProps) => {
  const digits = useView((view) => view.digits);
  const spoken = (list: readonly Factor[]) =>
    list.map(({ value, label }) => `${fixed(value, digits)} (${label})`).join(` ${sign} `);
  const cell = ({ value, label }: Factor, strong: boolean): ReactNode => (
    <span className={styles.factor}>
      <Tinted value={value} digits={digits} strong={strong} />
      <span className={styles.under}>{label}</span>
    </span>
  );
  return (
    <div className={styles.product} role="math" aria-label={`${spoken(factors)} = ${spoken([result])}`}>
      {factors.map((factor, index) => (
        <Fragment key={factor.label}>
          {index > 0 && <span className={styles.sign}>{sign}</span>}
          {cell(factor, false)}
        </Fragment>
      ))}
      <span className={styles.outcome}>
        <span className={styles.sign}>=</span>
        {cell(result, true)}
      </span>
    </div>
  );
};

/** Every probability depends on every score: the chain rule adds up the ways through all of them. */
const OF_SOFTMAX = '∂L/∂zᵢ = Σₖ ∂L/∂ŷₖ · ∂ŷₖ/∂zᵢ = ŷᵢ − yᵢ';

/** "Why ŷ − y?": ∂L/∂a · f′(z) unfolded. */
const Why = ({
  blame: { output, answer, delta },
  activation,
  name,
}: {
  readonly blame: Extract<Blame, { kind: 'joined' }>;
  readonly activation: string;
  readonly name: string;
}) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const softmax = activation === 'softmax';
  const slope = output * (1 - output);
  // ∂L/∂ŷ of the binary cross-entropy: (ŷ − y) / (ŷ (1 − ŷ)).
  const numbers = { loss: (output - answer) / slope, slope, delta };
  const values = Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [key, fixed(value, digits)]),
  );
  return (
    <details className={styles.why}>
      <summary>{say(words.why, { name })}</summary>
      <p>{say(softmax ? words.joinedSoftmax : words.joinedSigmoid, values)}</p>
      <p className={styles.symbols}>{softmax ? OF_SOFTMAX : `∂L/∂z = ∂L/∂${name} · f′(z)`}</p>
    </details>
  );
};

/** The sum over the neurons after it, term by term. */
const Ways = ({
  neuron: { nameOf, layer },
  blame: { ways, sum },
}: {
  readonly neuron: Neuron;
  readonly blame: Extract<Blame, { kind: 'ways' }>;
}) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const printed = addingUp(
    ways.map(({ delta, weight }) => delta * weight),
    digits,
    sum,
  );
  return (
    <details className={styles.why}>
      <summary>{say(words.terms)}</summary>
      <ul className={styles.ways}>
        {ways.map(({ unit, delta, weight }, index) => (
          <li key={unit}>
            {nameOf(layer + 1, unit)}: <Tinted value={delta} digits={digits} /> ×{' '}
            <Tinted value={weight} digits={digits} /> ={' '}
            <Tinted value={printed[index] ?? Number.NaN} digits={digits} />
          </li>
        ))}
        <li>
          Σ = <Tinted value={sum} digits={digits} strong />
        </li>
      </ul>
      <p className={styles.symbols}>∂L/∂z = Σ δ · w · f′(z)</p>
    </details>
  );
};
