import type { ActivationName } from '../../engine/activations/index.ts';
import { targetOf } from '../../data/data.ts';
import type { ShapedLayer } from '../../experiment/widths.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { classes } from '../../ui/controls/classes.ts';
import type { Weights } from '../../worker/frame.ts';
import { summandsOf, terms } from './formula.ts';
import { weightName } from './names.ts';
import { Sum } from './Sum.tsx';
import styles from './PerceptronFormula.module.css';

interface PerceptronFormulaProps {
  /** Of the inputs. */
  readonly names: readonly string[];
  readonly layer: ShapedLayer;
  readonly weights: Weights | null;
}

const LINEAR_MODEL = { en: 'linear model', ko: '선형모델' };
const STRAIGHT = { en: 'linear model y = wx + b', ko: '선형모델 y = wx + b' };
const THRESHOLD = { en: 'above 0.5 it answers 1', ko: '역치 0.5보다 크면 1' };
const AS_IT_IS = { en: 'z as it is', ko: 'z 그대로' };
/** What is to be said beside the activation, where it is not the threshold alone. */
const NOTES: Readonly<Partial<Record<ActivationName, Text>>> = {
  step: {
    en: '1 if z ≥ 0, else 0: our convention, Keras has none',
    ko: 'z ≥ 0이면 1, 아니면 0: 여기서 정한 약속 (Keras에는 없음)',
  },
  softmax: { en: 'one unit alone: always 1', ko: '뉴런이 하나뿐이면 언제나 1' },
};
const ABOVE = { en: 'z as it is; above 0.5 it answers 1', ko: 'z 그대로, 역치 0.5보다 크면 1' };
const STANDARDISED = {
  en: 'Here {names} is standardised: its mean is taken off, the rest divided by its standard deviation.',
  ko: '여기서 {names:은/는} 표준화한 값이다: 평균을 빼고 표준편차로 나누었다.',
};
const ALL_STANDARDISED = {
  en: 'Here {names} are standardised: each without its mean, divided by its standard deviation.',
  ko: '여기서 {names:은/는} 표준화한 값이다: 저마다 평균을 빼고 표준편차로 나누었다.',
};
/** More inputs than this make a formula that goes on over several lines. */
const SHORT = 2;

/** The perceptron as two lines of mathematics, with the weights of the moment; a linear one of x alone as one. */
export const PerceptronFormula = ({ names, layer, weights }: PerceptronFormulaProps) => {
  const say = useSay();
  const design = useDesign();
  const { spec, activation } = layer;
  const number = targetOf(design.data).kind === 'number';
  const bias = 'use_bias' in spec && spec.use_bias === false ? '' : ' + b';
  const symbols = names.map((name, input) => `${weightName(input, names.length)}·${name}`).join(' + ') + bias;
  const sum = weights ? <Sum layer={0} terms={terms(summandsOf(weights, 0, names), false)} /> : symbols;
  const line = activation === 'linear' && names.length === 1;
  const note = NOTES[activation] ?? (number ? null : THRESHOLD);
  return (
    <div className={classes(styles.formula, names.length > SHORT && styles.long)}>
      <p className={styles.sum}>
        <span className={styles.line}>
          <span className={styles.left}>{line ? 'ŷ' : 'z'} = </span>
          {sum}
        </span>
        <span className={styles.hint}>{say(line ? STRAIGHT : LINEAR_MODEL)}</span>
        {line && !number && <span className={styles.note}>{say(THRESHOLD)}</span>}
      </p>
      {!line && (
        <p>
          <span className={styles.line}>
            <span className={styles.left}>ŷ = </span>
            {activation === 'linear' ? 'z' : `${activation}(z)`}
          </span>
          <span className={styles.note}>
            {activation === 'linear' ? say(number ? AS_IT_IS : ABOVE) : note && say(note)}
          </span>
        </p>
      )}
      {design.data.standardize && (
        <p className={styles.inputs}>
          {say(names.length === 1 ? STANDARDISED : ALL_STANDARDISED, { names: names.join(', ') })}
        </p>
      )}
    </div>
  );
};
