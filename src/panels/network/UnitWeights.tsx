import { useInputs, useModel } from '../../state/data.ts';
import { look } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import type { Weights } from '../../worker/frame.ts';
import { summandsOf } from './formula.ts';
import { layerName, unitName } from './names.ts';
import styles from './UnitWeights.module.css';
import { WeightNumber } from './WeightNumber.tsx';

interface UnitWeightsProps {
  readonly layer: number;
  readonly unit: number;
  readonly weights: Weights | null;
}

const TITLE = { en: 'Into {unit}', ko: '{unit}의 가중치' };
const WEIGHT = { en: 'weight from {from} to {unit}', ko: '{from}에서 {unit:으로/로} 가는 가중치' };
const BIAS = { en: 'bias of {unit}', ko: '{unit}의 편향' };
const CLOSE = { en: 'Deselect', ko: '선택 해제' };

/** The selected neuron's incoming weights and bias, to drag or type. */
export const UnitWeights = ({ layer, unit, weights }: UnitWeightsProps) => {
  const say = useSay();
  const model = useModel();
  const { names } = useInputs();
  const units = model.map((one) => one.units);
  const name = unitName(layer, unit, units);
  const inputs = Array.from({ length: model[layer]?.inputs ?? 0 }, (_, from) =>
    unitName(layer - 1, from, units, names),
  );
  return (
    <section
      className={styles.list}
      aria-label={`${say(layerName(layer, model.length))}: ${say(TITLE, { unit: name })}`}
    >
      <h3 className={styles.title}>{say(TITLE, { unit: name })}</h3>
      <ul className={styles.weights}>
        {weights &&
          summandsOf(weights, unit, inputs).map(({ at, value, name: from }) => (
            <li key={at}>
              <span className={styles.from}>{from ?? 'b'}</span>
              <WeightNumber
                layer={layer}
                at={at}
                value={value}
                label={from === null ? say(BIAS, { unit: name }) : say(WEIGHT, { from, unit: name })}
              />
            </li>
          ))}
      </ul>
      <IconButton label={say(CLOSE)} onClick={() => look({ selected: null })}>
        <svg width="11" height="11" viewBox="0 0 9 9">
          <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
        </svg>
      </IconButton>
    </section>
  );
};
