import type { ActivationName } from '../../engine/activations/index.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import type { Weights } from '../../worker/frame.ts';
import { summandsOf, terms } from './formula.ts';
import { unitName } from './names.ts';
import { Sum } from './Sum.tsx';
import styles from './PerceptronFormula.module.css';

interface PerceptronFormulaProps {
  readonly inputs: number;
  readonly activation: ActivationName;
  readonly weights: Weights | null;
}

const LINEAR_MODEL = { en: 'linear model', ko: '선형모델' };
const THRESHOLD = { en: 'above 0.5 it answers 1', ko: '역치 0.5보다 크면 1' };
/** What is to be said beside the activation, where it is not the threshold alone. */
const NOTES: Readonly<Partial<Record<ActivationName, Text>>> = {
  linear: { en: 'z as it is; above 0.5 it answers 1', ko: 'z 그대로, 역치 0.5보다 크면 1' },
  step: {
    en: '1 if z ≥ 0, else 0: our convention, Keras has none',
    ko: 'z ≥ 0이면 1, 아니면 0: 여기서 정한 약속 (Keras에는 없음)',
  },
  softmax: { en: 'one unit alone: always 1', ko: '뉴런이 하나뿐이면 언제나 1' },
};

/** The perceptron as two lines of mathematics, with the weights of the moment. */
export const PerceptronFormula = ({ inputs, activation, weights }: PerceptronFormulaProps) => {
  const say = useSay();
  const names = Array.from({ length: inputs }, (_, input) => unitName(-1, input, [1]));
  const symbols = `${names.map((name) => `${name.replace('x', 'w')}·${name}`).join(' + ')} + b`;
  return (
    <div className={styles.formula}>
      <p>
        <span className={styles.line}>
          <span className={styles.left}>z = </span>
          {weights ? <Sum layer={0} terms={terms(summandsOf(weights, 0, names), false)} /> : symbols}
        </span>
        <span className={styles.hint}>{say(LINEAR_MODEL)}</span>
      </p>
      <p>
        <span className={styles.line}>
          <span className={styles.left}>ŷ = </span>
          {activation === 'linear' ? 'z' : `${activation}(z)`}
        </span>
        <span className={styles.note}>{say(NOTES[activation] ?? THRESHOLD)}</span>
      </p>
    </div>
  );
};
