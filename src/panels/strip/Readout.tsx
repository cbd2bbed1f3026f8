import { targetOf } from '../../data/data.ts';
import { useTrainingRows } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { count, fixed, percent } from '../../ui/format.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { type Frame, goesOn, type Weights } from '../../worker/frame.ts';
import { batchesOf } from './moment.ts';
import { Figure } from './Figure.tsx';
import { haltWords, lossWords, measuredWords, updatesWords } from './readings.ts';
import styles from './Readout.module.css';

const WORDS = {
  training: { en: 'Training loss', ko: '훈련 손실' },
  validation: { en: 'Validation loss', ko: '검증 손실' },
  right: { en: 'Right answers', ko: '맞은 점' },
  rightOf: { en: '{k} of {n}', ko: '{k} / {n}' },
  wrong: { en: 'Wrong points', ko: '틀린 점' },
  accuracy: { en: 'accuracy {p}', ko: '정확도 {p}' },
  present: { en: 'now {loss}', ko: '지금 {loss}' },
  paused: { en: 'paused', ko: '멈춤' },
  counted: { en: 'validated after epoch\u00a0{e}', ko: '{e}에포크 뒤에 검증' },
  counting: { en: 'counted so far: {p}', ko: '지금까지 센 비율: {p}' },
  sample: { en: 'from a sample of {p}', ko: '표본 {p} 기준' },
  ahead: { en: 'on the way to update {n}', ko: '갱신 {n}까지 학습하는 중' },
} satisfies Record<string, Text>;

/** The weight of a network that has no other; null: there are more. */
const onlyWeight = (weights: readonly Weights[]): number | null => {
  const [only, ...others] = weights;
  return only?.kernel.length === 1 && only.bias.length === 0 && others.length === 0 ? only.kernel[0]! : null;
};

/** The numbers of the moment: losses, right answers, how they were measured, how many updates an epoch makes. */
export const Readout = ({ frame }: { readonly frame: Frame }) => {
  const say = useSay();
  const { compile, data, fit } = useDesign();
  // Numbers are near or far, not right or wrong.
  const numbers = targetOf(data).kind === 'number';
  const { reading, position, halt, playing, seeking } = frame;
  const { rows, right, val_loss: validation, valRows, valRight } = reading;
  // Of very many rows the reading has counted some only.
  const trained = useTrainingRows();
  const batches = batchesOf(trained, fit.batch_size);
  const counts = compile.loss === 'perceptron';
  const measured = say(measuredWords(frame, batches, data));
  const only = onlyWeight(frame.weights);
  const hidden = useView((view) => view.predictionsHidden);
  // Then the figures have no line of their own.
  const narrow = useMedia('(width < 1200px)');
  // What tells how the points are answered stays unsaid while predictions are hidden.
  const secret = (words: string) => (hidden ? '?' : words);
  const accuracyOf = (share: number) =>
    numbers ? undefined : say(WORDS.accuracy, { p: secret(percent(share)) });
  const accuracy = accuracyOf(right / rows);
  const going = goesOn(frame);
  // On the way each frame counts a few rows of its own; at rest each one counts on.
  const share = playing || seeking ? WORDS.sample : WORDS.counting;
  const resting = !going && position.step > 0;
  const present = lossWords(reading.present);
  const differs = resting && present !== lossWords(reading.loss);
  const validated = validation !== null;
  const line = halt ? say(haltWords(halt, fit.epochs)) : say(updatesWords(trained, fit.batch_size, batches));
  const state = [
    (validated || counts || narrow) && measured,
    differs && say(WORDS.present, { loss: present }),
    resting && !halt && say(WORDS.paused),
    reading.counted !== undefined && say(share, { p: percent(reading.counted) }),
    reading.evaluated !== undefined && say(WORDS.counted, { e: count(Math.floor(reading.evaluated)) }),
    going && !playing && seeking && say(WORDS.ahead, { n: count(seeking.step) }),
  ];
  const loss = (
    <Figure
      name={say(WORDS.training)}
      stroke={counts ? null : 'solid'}
      value={lossWords(reading.loss)}
      line={counts ? undefined : validated ? accuracy : measured}
    />
  );
  return (
    <div className={styles.readout}>
      {counts ? (
        <>
          <Figure
            name={say(WORDS.wrong)}
            stroke="solid"
            value={secret(count(rows - right))}
            line={accuracy}
          />
          {loss}
        </>
      ) : (
        <>
          {loss}
          {validated ? (
            <Figure
              name={say(WORDS.validation)}
              stroke="dashed"
              value={lossWords(validation)}
              line={accuracyOf(valRight / valRows)}
            />
          ) : (
            <>
              {!numbers && (
                <Figure
                  name={say(WORDS.right)}
                  stroke={null}
                  value={secret(say(WORDS.rightOf, { k: count(right), n: count(rows) }))}
                />
              )}
              {numbers && only !== null && <Figure name="w" stroke={null} value={fixed(only, 3)} />}
            </>
          )}
        </>
      )}
      <p className={styles.state}>{state.filter(Boolean).join('\u00a0· ')}</p>
      <p className={halt ? styles.halt : styles.line}>{line}</p>
    </div>
  );
};
