import type { InitializerSpec } from '../../engine/initializers/index.ts';
import { kernelsOf, setKernels } from '../../experiment/layerMoves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { same, type Text } from '../../text.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import styles from './Findings.module.css';
import { words } from './words.ts';

/**
 * Where first weights may come from: the two that keep the slope about as large from layer to layer, and two that do not.
 * With six units a layer glorot_uniform has a standard deviation of √(2 / 12) = 0.41, he_normal √(2 / 6) = 0.58.
 */
const STARTS: readonly { readonly value: string; readonly words: Text; readonly spec: InitializerSpec }[] = [
  { value: 'glorot_uniform', words: same('glorot_uniform'), spec: 'glorot_uniform' },
  { value: 'he_normal', words: same('he_normal'), spec: 'he_normal' },
  {
    value: 'small',
    words: words.small,
    spec: { type: 'random_normal', settings: { stddev: 0.01 } },
  },
  { value: 'large', words: words.large, spec: { type: 'random_normal', settings: { stddev: 3 } } },
];

/** The first weights of all layers at once. */
export const FirstWeights = () => {
  const say = useSay();
  const kernels = JSON.stringify(kernelsOf(useDesign()));
  const chosen = STARTS.find(({ spec }) => JSON.stringify(spec) === kernels);
  const { spec } = chosen ?? {};
  return (
    <Field
      label={say(words.first)}
      effect="restart"
      stacked
      hint={typeof spec === 'object' ? `${spec.type}(stddev=${spec.settings['stddev']})` : undefined}
    >
      <Segmented
        className={styles.starts}
        label={say(words.first)}
        options={STARTS.map((start) => ({ value: start.value, words: say(start.words) }))}
        value={chosen?.value ?? null}
        onChange={(value) => {
          const start = STARTS.find((one) => one.value === value);
          if (start) edit((now) => setKernels(now, start.spec), { deed: { kind: 'weights' } });
        }}
      />
    </Field>
  );
};
