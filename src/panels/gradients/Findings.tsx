import { kernelsOf, setHidden, setKernels } from '../../experiment/layerMoves.ts';
import { changeToSigmoid } from '../../experiment/moves.ts';
import type { Design } from '../../experiment/experiment.ts';
import type { ShapedLayer } from '../../experiment/widths.ts';
import { useTrainingRows } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { newRun, useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { fill, type Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { effectWords } from '../../ui/controls/Field.tsx';
import type { Gradients } from '../../worker/gradients.ts';
import { unitName } from '../network/names.ts';
import styles from './Findings.module.css';
import { type Finding, findingsOf } from './findings.ts';
import { size } from './printed.ts';
import { found } from './words.ts';

interface FindingsProps {
  readonly seen: Gradients;
  readonly model: readonly ShapedLayer[];
}

/** What the meter says in words, each with its layer and the one thing to do about it. */
export const Findings = ({ seen, model }: FindingsProps) => {
  const say = useSay();
  const design = useDesign();
  const atRest = !useFrame()?.phase;
  const rule = design.compile.loss === 'perceptron';
  // Of a large network the batch alone is looked at.
  const all = seen.judged < useTrainingRows() ? found.allInBatch : found.all;
  return (
    <ul className={styles.findings}>
      {findingsOf(seen.layers, { model, rule, atRest }).map((finding) => {
        const remedy = remedyFor(finding, design);
        return (
          <li key={finding.kind} className={styles.finding}>
            <h3>{say(found[finding.kind])}</h3>
            <p>{say(sentenceOf(finding, model, all))}</p>
            {remedy && (
              <p className={styles.remedy}>
                <Button onClick={remedy.run}>{say(remedy.words)}</Button>
                <span className={styles.effect}>{say(effectWords[remedy.effect])}</span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** So many neurons are named. */
const NAMED = 3;

const sentenceOf = (finding: Finding, model: readonly ShapedLayer[], all: Text): Text => {
  const l = finding.layer + 1;
  switch (finding.kind) {
    case 'vanishing': {
      const { ratio, factors, product, weights } = finding;
      const told = { l, r: size(ratio), p: size(product), w: size(weights) };
      return fill(found.vanishingSo, { ...told, factors: factors.map(size).join(' × ') });
    }
    case 'small':
    case 'exploding':
    case 'fine':
      return fill(found[`${finding.kind}So`], { l, r: size(finding.ratio) });
    case 'dead': {
      const units = model.map((layer) => layer.units);
      const names = finding.units.map((unit) => unitName(finding.layer, unit, units));
      const told = { l, h: names.slice(0, NAMED).join(', '), n: names.length - NAMED };
      const many = names.length > NAMED ? found.deadMore : found.deadMany;
      const one = names.length > 1 ? many : found.deadSo;
      const text = finding.whole ? found.deadLayer : one;
      return { en: fill(text, { ...told, all: all.en }).en, ko: fill(text, { ...told, all: all.ko }).ko };
    }
    case 'step':
    case 'notYet':
    case 'noSlope':
    case 'flat':
    case 'single':
      return fill(found[`${finding.kind}So`], { l });
  }
};

interface Remedy {
  readonly words: Text;
  readonly effect: 'keep' | 'restart';
  readonly run: () => void;
}

const renewed: Remedy = { words: found.newWeights, effect: 'restart', run: newRun };

/** The one thing to do; null where nothing is amiss. */
const remedyFor = (finding: Finding, design: Design): Remedy | null => {
  const changed = { deed: { kind: 'activation', layer: finding.layer } } as const;
  switch (finding.kind) {
    case 'step':
      return { words: found.useSigmoid, effect: 'keep', run: () => edit(changeToSigmoid, changed) };
    case 'vanishing':
      return {
        words: found.useRelu,
        effect: 'keep',
        run: () => edit((now) => setHidden(now, 'relu'), changed),
      };
    case 'small':
    case 'exploding': {
      const name = fittingKernels(design);
      if (kernelsOf(design) === name) return renewed;
      return {
        words: fill(found.useInitializer, { name }),
        effect: 'restart',
        run: () => edit((now) => setKernels(now, name), { deed: { kind: 'weights' } }),
      };
    }
    case 'dead':
      return renewed;
    case 'fine':
    case 'notYet':
    case 'noSlope':
    case 'flat':
    case 'single':
      return null;
  }
};

/** He et al. 2015 for a relu, which halves what comes through; Glorot and Bengio 2010, Keras's default, for the others. */
const fittingKernels = ({ model }: Design): 'he_normal' | 'glorot_uniform' =>
  model.layers.some((layer) => 'activation' in layer && layer.activation === 'relu')
    ? 'he_normal'
    : 'glorot_uniform';
