import { look, sameSelection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { HeatMap } from '../../ui/charts/HeatMap.tsx';
import { type Rgb, signRamp } from '../../ui/colors.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed } from '../../ui/format.ts';
import type { Weights } from '../../worker/frame.ts';
import styles from './Matrix.module.css';
import { writtenOn } from './pictures/colours.ts';
import type { Neuron } from './useNeuron.ts';
import { words } from './words.ts';

interface MatrixProps {
  readonly neuron: Neuron;
  readonly weights: Weights;
}

/** So many numbers can be read; more are a picture. */
const MOST_NUMBERS = 96;
const MOST_UNITS = 8;

/** The weights of a layer: a row for each input and the bias, a column for each neuron. */
export const Matrix = ({ neuron, weights }: MatrixProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const { layer, inputs, shaped, nameOf } = neuron;
  const { kernel, bias } = weights;
  const { units } = shaped;
  const limit = Math.max(1e-6, ...Array.from(kernel, Math.abs), ...Array.from(bias, Math.abs));
  const label = say(words.matrix);
  const ramp = signRamp(theme);
  if (kernel.length > MOST_NUMBERS || units > MOST_UNITS) {
    const map = { size: units, rows: inputs.length, values: kernel, region: [0, 1, 0, 1] as const };
    return (
      <figure className={styles.picture}>
        <HeatMap map={map} range={{ middle: 0, low: -limit, high: limit }} theme={theme} label={label} />
        <figcaption>{label}</figcaption>
      </figure>
    );
  }
  const rows = [
    ...inputs.map((name, input) => ({ name, from: input * units })),
    ...(bias.length > 0 ? [{ name: 'b', from: kernel.length }] : []),
  ];
  const valueAt = (at: number): number => (at < kernel.length ? kernel[at] : bias[at - kernel.length]) ?? 0;
  return (
    <table className={styles.matrix} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{say(words.input)}</span>
          </th>
          {Array.from({ length: units }, (_, unit) => (
            <th key={String(unit)} scope="col">
              {nameOf(layer, unit)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, from }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {Array.from({ length: units }, (_, unit) => (
              <Cell
                key={String(unit)}
                layer={layer}
                at={from + unit}
                value={valueAt(from + unit)}
                colour={ramp(valueAt(from + unit) / limit)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface CellProps {
  readonly layer: number;
  readonly at: number;
  readonly value: number;
  readonly colour: Rgb;
}

/** One weight; pointing at it lights its link, a click looks into it. */
const Cell = ({ layer, at, value, colour }: CellProps) => {
  const digits = useView((view) => Math.min(3, view.digits));
  const own = { kind: 'weight', layer, at } as const;
  const lit = useView((view) => sameSelection(view.hovered, own));
  return (
    <td
      className={classes(styles.cell, lit && styles.lit)}
      style={{ background: `rgb(${colour.join(',')})`, color: writtenOn(colour) }}
      onPointerEnter={() => look({ hovered: own })}
      onPointerLeave={() => look({ hovered: null })}
    >
      <button type="button" className={styles.ask} onClick={() => look({ selected: own })}>
        {fixed(value, digits)}
      </button>
    </td>
  );
};
