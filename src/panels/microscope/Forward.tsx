import { Fragment } from 'react';
import { look, sameSelection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { addingUp } from '../../ui/adding.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed, setting } from '../../ui/format.ts';
import { Formula, Name, Num, Sign } from '../../ui/math.tsx';
import type { PointLayer } from '../../worker/anatomy.ts';
import { WeightNumber } from '../network/WeightNumber.tsx';
import styles from './Microscope.module.css';
import { toneOf } from './printed.ts';
import { Tinted } from './Tinted.tsx';
import type { Neuron, Part } from './useNeuron.ts';
import { words } from './words.ts';

interface ForwardProps {
  readonly neuron: Neuron;
  readonly point: PointLayer;
  /** The layer's weights: kernel row-major, then bias. */
  readonly weights: ArrayLike<number>;
}

/** So many products stand in the written sum; more are only in the table. */
const MOST_WRITTEN = 3;

/** Input × weight = product for every input, the bias, and their sum z. Printed products add up to the printed sum. */
export const Forward = ({ neuron, point, weights }: ForwardProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { parts, unit, layer, name } = neuron;
  const z = point.sums[unit] ?? Number.NaN;
  const valueOf = ({ input }: Part): number => (input === null ? 1 : (point.inputs[input] ?? Number.NaN));
  // Inputs as they are, what neurons give with its decimals.
  const given = (value: number): string =>
    layer === 0 ? setting(Number(value.toFixed(digits))) : fixed(value, digits);
  const exact = parts.map((part) => valueOf(part) * (weights[part.at] ?? Number.NaN));
  const products = Number.isFinite(z) ? addingUp(exact, digits, z) : exact;
  return (
    <>
      <table className={classes(styles.table, styles.products)}>
        <thead>
          <tr>
            <th scope="col">{say(words.input)}</th>
            <th scope="col">{say(words.weight)}</th>
            <th scope="col">{say(words.product)}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <PartRow key={part.at} layer={layer} part={part}>
              <th scope="row">
                {part.from === null ? '1' : `${part.from} `}
                {part.from !== null && <span className={styles.quiet}>{given(valueOf(part))}</span>}
              </th>
              <td>
                <span className={styles.quiet}>{part.name} </span>
                <WeightNumber
                  layer={layer}
                  at={part.at}
                  value={weights[part.at] ?? Number.NaN}
                  label={
                    part.from === null
                      ? say(words.biasOf, { unit: name })
                      : say(words.weightOf, { from: part.from, unit: name })
                  }
                  digits={digits}
                  selects={false}
                />
              </td>
              <td>
                <Tinted value={products[index] ?? Number.NaN} digits={digits} strong />
              </td>
            </PartRow>
          ))}
        </tbody>
      </table>
      <Written parts={parts} products={products} z={z} digits={digits} />
    </>
  );
};

interface PartRowProps {
  readonly layer: number;
  readonly part: Part;
  readonly children: React.ReactNode;
}

/** A row of a table that belongs to a weight: pointing at it lights the weight everywhere, and back. */
export const PartRow = ({ layer, part, children }: PartRowProps) => {
  const own = { kind: 'weight', layer, at: part.at } as const;
  const lit = useView((view) => sameSelection(view.hovered, own) || sameSelection(view.selected, own));
  return (
    <tr
      className={classes(lit && styles.lit)}
      onPointerEnter={() => look({ hovered: own })}
      onPointerLeave={() => look({ hovered: null })}
    >
      {children}
    </tr>
  );
};

const Rest = () => (
  <>
    <Sign>+</Sign>
    <Name>…</Name>
  </>
);

interface WrittenProps {
  readonly parts: readonly Part[];
  readonly products: readonly number[];
  readonly z: number;
  readonly digits: number;
}

/** z = w₁·x₁ + w₂·x₂ + b, and under it the same with its numbers. */
const Written = ({ parts, products, z, digits }: WrittenProps) => {
  const say = useSay();
  const many = parts.length > MOST_WRITTEN;
  const shown = many ? parts.slice(0, MOST_WRITTEN - 1) : parts;
  const symbols = shown.map(({ name, from }) => (from === null ? name : `${name}·${from}`));
  const numbers = shown.map((_part, index) => products[index] ?? Number.NaN);
  const rest = many ? say(words.outOf, { n: parts.length - shown.length }) : '';
  const spokenSum = numbers.map((value) => fixed(value, digits)).join(' + ');
  return (
    <div className={styles.written}>
      <Formula spoken={`z = ${symbols.join(' + ')} ${rest}`} className={styles.quiet}>
        <Name>z</Name>
        <Sign>=</Sign>
        {symbols.map((symbol, index) => (
          <Fragment key={symbol}>
            {index > 0 && <Sign>+</Sign>}
            <Name>{symbol}</Name>
          </Fragment>
        ))}
        {many && <Rest />}
      </Formula>
      <Formula spoken={`= ${spokenSum} ${rest} = ${fixed(z, digits)}`}>
        <Sign>=</Sign>
        {numbers.map((value, index) => (
          // A place in the sum has no other name.
          <Fragment key={String(index)}>
            {index > 0 && <Sign tone={toneOf(value, digits)}>{value < 0 ? '−' : '+'}</Sign>}
            <Num tone={toneOf(value, digits)}>{fixed(index > 0 ? Math.abs(value) : value, digits)}</Num>
          </Fragment>
        ))}
        {many && <Rest />}
        <Sign>=</Sign>
        <Num strong>{fixed(z, digits)}</Num>
      </Formula>
    </div>
  );
};
