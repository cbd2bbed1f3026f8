import { features, featureNames } from '../../data/features.ts';
import { inputNames } from '../../data/inputs.ts';
import { sets } from '../../data/sets/index.ts';
import { standardizeField } from '../../data/fields.ts';
import { setFeature, setStandardize } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { Switch } from '../../ui/controls/Switch.tsx';
import { words } from './words.ts';
import styles from './MadeInputs.module.css';

/** Inputs made from x₁ and x₂ by hand, off at first, and whether all of them are standardised. */
export const MadeInputs = () => {
  const say = useSay();
  const { data } = useDesign();
  const alone = sets[data.set].width === 1;
  const names = inputNames(data);
  return (
    <div className={styles.inputs}>
      <Field
        label={say(words.madeInputs)}
        effect="restart"
        hint={names.length > sets[data.set].width ? say(words.madeByHand) : undefined}
        stacked
      >
        <div role="group" aria-label={say(words.madeInputs)} className={styles.chips}>
          {featureNames.map((name) => {
            const { symbol, alone: single, line } = features[name];
            const shown = alone ? single : symbol;
            if (shown === null) return null;
            const on = names.includes(shown);
            return (
              <button
                key={name}
                type="button"
                className={styles.chip}
                aria-pressed={on}
                title={say(line)}
                onClick={() =>
                  edit((design) => setFeature(design, name, !on), {
                    deed: { kind: 'feature', feature: name, on: !on },
                  })
                }
              >
                {shown}
              </button>
            );
          })}
        </div>
      </Field>
      <Field
        label={say(standardizeField.words)}
        effect={standardizeField.effect}
        hint={say(words.standardized)}
      >
        <Switch
          label={say(standardizeField.words)}
          checked={data.standardize ?? standardizeField.initial}
          onChange={(on) =>
            edit((design) => setStandardize(design, on), { deed: { kind: 'standardize', on } })
          }
        />
      </Field>
    </div>
  );
};
