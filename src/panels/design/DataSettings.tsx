import { exactPoints } from '../../data/data.ts';
import { dataSeedField } from '../../data/fields.ts';
import { importedBy } from '../../data/imported.ts';
import { sets } from '../../data/sets/index.ts';
import { fitFields } from '../../experiment/fields.ts';
import { newSample, setNoise, setPoints, setSplit } from '../../experiment/moves.ts';
import { useDataSet, useTrainingRows } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { Slider } from '../../ui/controls/Slider.tsx';
import { tidy } from '../../ui/controls/stepping.ts';
import { count, fixed } from '../../ui/format.ts';
import { asideWords, words } from './words.ts';
import styles from './DesignPanel.module.css';

const { validation_split } = fitFields;
const changed = { deed: { kind: 'data' } } as const;

/** Noise, number of points, another sample, and how many of them are trained on. */
export const DataSettings = () => {
  const say = useSay();
  const design = useDesign();
  const { rows } = useDataSet();
  const train = useTrainingRows();
  const { data, fit } = design;
  const { noise, points } = sets[data.set];
  const files = data.asset ? importedBy(data.asset) : null;
  const share = tidy(1 - fit.validation_split);
  const exact = exactPoints(data) !== null;
  return (
    <div className={styles.settings}>
      {!data.asset && (
        <Field
          label={say(words.noise)}
          hint={noise.hint && data.set !== 'gate' ? say(noise.hint) : undefined}
          effect={noise.effect}
          reading={fixed(data.noise, noise.step < 1 ? 2 : 0)}
          stacked
        >
          <Slider
            label={say(words.noise)}
            value={data.noise}
            min={noise.min}
            max={noise.max}
            step={noise.step}
            onChange={(value, gesture) => edit(setNoise(design, value), { ...changed, gesture })}
          />
        </Field>
      )}
      {exact ? (
        <p className={styles.note}>{say(asideWords(data, rows))}</p>
      ) : (
        <>
          <Field label={say(points.words)} effect={points.effect}>
            <NumberInput
              field={files ? { ...points, max: Math.min(points.max, files.count) } : points}
              label={say(points.words)}
              width={64}
              value={data.points}
              onChange={(value, gesture) =>
                edit(setPoints(design, value), gesture ? { ...changed, gesture } : changed)
              }
            />
          </Field>
          <Field
            label={say(words.trainingShare)}
            effect={validation_split.effect}
            reading={`${fixed(share * 100, 0)} %`}
            hint={say(words.split, { train: count(train), validation: count(rows - train) })}
            stacked
          >
            <Slider
              label={say(words.trainingShare)}
              text={`${fixed(share * 100, 0)} %`}
              value={share}
              min={tidy(1 - validation_split.max)}
              max={1}
              step={validation_split.step}
              onChange={(value, gesture) => edit(setSplit(design, tidy(1 - value)), { ...changed, gesture })}
            />
          </Field>
          <div className={styles.sample}>
            <Button onClick={() => edit(newSample, changed)}>{say(words.newSample)}</Button>
            <span className={styles.note} aria-hidden="true">
              {say(words.seed)}
            </span>
            <NumberInput
              field={dataSeedField}
              label={say(dataSeedField.words)}
              width={64}
              value={data.seed}
              onChange={(seed, gesture) =>
                edit({ data: { seed, changes: [] } }, gesture ? { ...changed, gesture } : changed)
              }
            />
          </div>
        </>
      )}
    </div>
  );
};
