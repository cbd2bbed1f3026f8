import { useState } from 'react';
import { FURTHEST, type Region } from '../../data/data.ts';
import { type SetName, sets } from '../../data/sets/index.ts';
import type { NumberField } from '../../engine/fields.ts';
import { useDataSet } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useShows } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { PredictAnswer } from './PredictAnswer.tsx';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

/** What an arrow key adds: a power of ten, ten to a hundred of them across the plane. */
const stepOf = (width: number): number => 10 ** (Math.floor(Math.log10(width)) - 1);

/** An input to type: where it begins is the middle of what is drawn, on a whole step. */
const inputField = (axis: Text, low: number, high: number): NumberField => {
  const step = stepOf(high - low);
  const initial = Number((Math.round((low + high) / 2 / step) * step).toPrecision(10)) + 0;
  return {
    kind: 'number',
    name: 'x',
    words: axis,
    effect: 'keep',
    initial,
    min: -FURTHEST,
    max: FURTHEST,
    step,
  };
};

const fieldsOf = (set: SetName, [left, right, bottom, top]: Region): readonly NumberField[] => {
  const { axes, width } = sets[set];
  const fields = [inputField(axes[0], left, right), inputField(axes[1], bottom, top)];
  return fields.slice(0, width);
};

/** A row that is in no set, to type, and what the network says to it. */
export const Predict = () => {
  const say = useSay();
  const { data } = useDesign();
  const { region } = useDataSet();
  const fields = fieldsOf(data.set, region);
  const [typed, type] = useState<{ readonly set: SetName; readonly x: readonly number[] } | null>(null);
  const x = typed?.set === data.set ? typed.x : fields.map(({ initial }) => initial);
  useShows({ kind: 'predict', x: [x[0] ?? 0, x[1] ?? 0] });
  return (
    <div className={styles.part}>
      <header className={styles.partHead}>
        <h3>{say(words.predict)}</h3>
        <p className={styles.hint}>{say(words.newRow)}</p>
      </header>
      <div className={styles.inputs}>
        {fields.map((field, at) => (
          <Field key={at} label={say(field.words)}>
            <NumberInput
              field={field}
              label={say(field.words)}
              width={72}
              value={x[at] ?? null}
              onChange={(value) => type({ set: data.set, x: x.with(at, value) })}
            />
          </Field>
        ))}
      </div>
      <PredictAnswer />
      <code className={styles.code}>model.predict([[{x.map(String).join(', ')}]])</code>
    </div>
  );
};
