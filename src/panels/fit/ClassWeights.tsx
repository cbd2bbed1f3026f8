import { classCount, targetOf } from '../../data/data.ts';
import { rowWords } from '../../data/rowWords.ts';
import { classWeightField, classWeightsOf, setClassWeight } from '../../experiment/classWeight.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { words } from './words.ts';
import styles from './FitPanel.module.css';

/** class_weight: what a row of each class counts in the training loss. Nothing where the answers are numbers. */
export const ClassWeights = () => {
  const say = useSay();
  const design = useDesign();
  const target = targetOf(design.data);
  const classes = classCount(target);
  const names = target.kind === 'classes' ? target.names : undefined;
  const nameOf = (index: number): string => {
    const name = names?.[index] && say(names[index]);
    return name && name !== String(index) ? `${index} (${name})` : String(index);
  };
  if (classes === 0) return null;
  return (
    <details className={styles.more} open={design.fit.class_weight !== undefined || undefined}>
      <summary className={styles.summary} aria-label={say(words.moreOf)}>
        {say(words.more)}
      </summary>
      <p className={styles.note}>{say(words.classWeight, { row: say(rowWords(design.data, 1)) })}</p>
      {classWeightsOf(design, classes).map((weight, index) => (
        <Field key={nameOf(index)} label={say(words.classOf, { c: nameOf(index) })}>
          <NumberInput
            field={classWeightField(index)}
            label={`class_weight, ${say(words.classOf, { c: nameOf(index) })}`}
            width={72}
            value={weight}
            onChange={(value, gesture) =>
              edit(setClassWeight(design, classes, index, value), {
                deed: { kind: 'other' },
                ...(gesture !== undefined && { gesture }),
              })
            }
          />
        </Field>
      ))}
    </details>
  );
};
