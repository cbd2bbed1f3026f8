import type { ReactNode } from 'react';
import { useInputs, useModel } from '../../state/data.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { APART } from '../../ui/format.ts';
import type { Weights } from '../../worker/frame.ts';
import { summandsOf, terms } from './formula.ts';
import styles from './Formulas.module.css';
import { gateLine } from './gates.ts';
import { layerSymbol, sumName, unitName } from './names.ts';
import { partOf, useTourDims } from './tourLight.ts';
import { Sum } from './Sum.tsx';

interface FormulasProps {
  readonly weights: readonly (Weights | null)[];
  /** The gate that each unit equals, by layer and unit. */
  readonly gates: readonly (readonly (string | null)[])[];
  /** Numbers as typed instead of three decimals. */
  readonly short: boolean;
}

const STEP = {
  en: 'step(z) is 1 if z ≥ 0, else 0: our convention, Keras has none',
  ko: 'step(z)는 z ≥ 0이면 1, 아니면 0: 여기서 정한 약속 (Keras에는 없음)',
};

/** Every neuron of a small network as a line of mathematics, with the gate it equals. */
export const Formulas = ({ weights, gates, short }: FormulasProps) => {
  const say = useSay();
  const model = useModel();
  const { names: given } = useInputs();
  const dims = useTourDims();
  const units = model.map((layer) => layer.units);
  return (
    <div className={styles.formulas}>
      <dl className={styles.lines}>
        {model.flatMap(({ id, spec, activation, inputs, units: count }, layer) => {
          const own = weights[layer];
          const names = Array.from({ length: inputs }, (_, input) =>
            unitName(layer - 1, input, units, given),
          );
          const neurons = spec.type === 'Dense';
          // A layer without weights is a function of the number it gets.
          const does = activation === 'linear' ? (neurons ? '' : spec.type) : activation;
          // A softmax is a function of all the numbers of its layer: their sums first, then the layer as a whole.
          const whole = does === 'softmax' && count > 1;
          const sums = Array.from({ length: count }, (_, unit) => sumName(layer, unit, units));
          const line = (unit: number, left: string, formula: ReactNode, gate?: string | null) => (
            <div
              key={`${id} ${left}`}
              className={classes(styles.line, dims(partOf(layer, unit)) && styles.dim)}
            >
              <dt className={styles.formula}>
                <span className={styles.left}>{left} = </span>
                {formula}
              </dt>
              <dd className={styles.gate}>{gate ? say(gateLine(gate)) : ''}</dd>
            </div>
          );
          const sum = (unit: number) =>
            own && <Sum layer={layer} terms={terms(summandsOf(own, unit, names), short)} signed={!short} />;
          if (neurons && !own) return [];
          if (whole) {
            return [
              ...(neurons ? sums.map((name, unit) => line(unit, name, sum(unit))) : []),
              line(0, layerSymbol(layer, units), `softmax(${(neurons ? sums : names).join(APART)})`),
            ];
          }
          return sums.map((_, unit) =>
            line(
              unit,
              unitName(layer, unit, units),
              <>
                {does && `${does}(`}
                {neurons ? sum(unit) : names[unit]}
                {does && ')'}
              </>,
              gates[layer]?.[unit],
            ),
          );
        })}
      </dl>
      {model.some(({ activation }) => activation === 'step') && <p className={styles.note}>{say(STEP)}</p>}
    </div>
  );
};
