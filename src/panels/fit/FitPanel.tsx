import { exactPoints } from '../../data/data.ts';
import { rowWords } from '../../data/rowWords.ts';
import { fitFields } from '../../experiment/fields.ts';
import { setBatchSize, setEpochs, setShuffle, setSplit } from '../../experiment/moves.ts';
import { useDataSet, useTrainingRows } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Column } from '../../ui/controls/Column.tsx';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { Switch } from '../../ui/controls/Switch.tsx';
import { count, setting } from '../../ui/format.ts';
import { ProblemList } from '../compile/ProblemList.tsx';
import { asideWords } from '../design/words.ts';
import { Batches } from './Batches.tsx';
import { batches } from './batches.ts';
import { Callbacks } from './Callbacks.tsx';
import { ClassWeights } from './ClassWeights.tsx';
import { RunLog } from './RunLog.tsx';
import { SavedModels } from './SavedModels.tsx';
import { words } from './words.ts';
import styles from './FitPanel.module.css';

const { batch_size, epochs, validation_split } = fitFields;

/** The left column of stage 3: how the data goes through the network. */
export const FitPanel = () => {
  const say = useSay();
  const design = useDesign();
  const { rows } = useDataSet();
  const train = useTrainingRows();
  const { data, fit } = design;
  const noun = say(rowWords(data, rows));
  const sizes = batches(train, fit.batch_size);
  const commit = (patch: ReturnType<typeof setEpochs>, gesture?: string) =>
    edit(patch, { deed: { kind: 'other' }, ...(gesture !== undefined && { gesture }) });
  const counts = {
    train: count(train),
    size: count(fit.batch_size),
    k: count(sizes.length),
    rest: count(sizes.at(-1) ?? 0),
  };
  const updates =
    fit.batch_size > train
      ? words.whole
      : sizes.length === 1
        ? words.one
        : train % fit.batch_size === 0
          ? words.even
          : words.ragged;
  return (
    <Column title={say(words.fit)}>
      <div className={styles.fields}>
        <Field label="batch_size" mono>
          <NumberInput
            field={batch_size}
            label="batch_size"
            width={72}
            value={fit.batch_size}
            onChange={(value, gesture) => commit(setBatchSize(design, value), gesture)}
          />
        </Field>
        <Field label="epochs" mono>
          <NumberInput
            field={epochs}
            label={`epochs (${say(words.epochsHint)})`}
            width={112}
            placeholder={say(words.untilPaused)}
            value={fit.epochs}
            onChange={(value, gesture) => commit(setEpochs(design, value), gesture)}
            onEmpty={() => commit(setEpochs(design, null))}
          />
        </Field>
        <Field label="validation_split" mono>
          <NumberInput
            field={validation_split}
            label="validation_split"
            width={72}
            value={fit.validation_split}
            disabled={exactPoints(data) !== null}
            onChange={(value, gesture) => commit(setSplit(design, value), gesture)}
          />
        </Field>
        <Field label="shuffle" mono>
          <Switch label="shuffle" checked={fit.shuffle} onChange={(on) => commit(setShuffle(design, on))} />
        </Field>
      </div>
      <div className={styles.counts}>
        <p>
          {train === rows
            ? say(rows === 1 ? words.single : words.all, { n: count(rows), rows: noun })
            : say(words.parted, {
                n: count(rows),
                rows: noun,
                train: count(train),
                validation: count(rows - train),
              })}
        </p>
        <p>{say(updates, { ...counts, share: setting(Number((train / fit.batch_size).toFixed(2))) })}</p>
        {exactPoints(data) !== null && <p>{say(asideWords(data, rows))}</p>}
      </div>
      <Batches sizes={sizes} />
      <ProblemList parts={['fit']} />
      <Callbacks />
      <ClassWeights />
      <p className={styles.note}>{say(words.keeps)}</p>
      <SavedModels />
      <RunLog />
    </Column>
  );
};
