import { useId } from 'react';
import { useDataSet, useModel } from '../../../state/data.ts';
import { useDesign } from '../../../state/experiment.ts';
import { useMaps } from '../../../state/picture.ts';
import { useFrame } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { addingUp } from '../../../ui/adding.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { fixed } from '../../../ui/format.ts';
import { useClassNames } from '../../evaluate/classNames.ts';
import { ColumnFoot } from '../../network/ColumnFoot.tsx';
import { MapHead } from '../../network/pictures/MapHead.tsx';
import css from './PictureOutput.module.css';

const WORDS = {
  output: { en: 'Output', ko: '출력층' },
  answer: { en: 'answer', ko: '정답' },
  sum: { en: 'Σ = {sum}', ko: 'Σ = {sum}' },
  hidden: { en: 'Predictions are hidden. H shows them again.', ko: '예측을 가렸다. H를 누르면 다시 보인다.' },
  notYet: { en: 'not yet', ko: '아직 없음' },
  notFlat: {
    en: 'What comes here are maps, not one number a class: a Flatten is missing.',
    ko: '여기에 오는 것은 클래스마다 값 하나가 아니라 특징맵이다. Flatten이 빠졌다.',
  },
};
const DIGITS = 3;

/** What the network says to the picture: a bar a class; of a softmax they add up to 1. */
export const PictureOutput = () => {
  const say = useSay();
  const heading = useId();
  const nameOf = useClassNames();
  const model = useModel();
  const { layers } = useDesign().model;
  const last = model.at(-1);
  const hidden = useView((view) => view.predictionsHidden);
  // Evaluate needs the height for what it has to say.
  const compact = useView((view) => view.stage === 'evaluate' && !view.microscope);
  const phase = useFrame()?.phase?.phase;
  const late = phase?.kind === 'forward' && (phase.layer ?? 0) < layers.length - 1;
  const seen = useMaps();
  const answer = useAnswer();
  const outputs = seen?.layers.length === layers.length ? seen.layers.at(-1)?.outputs : undefined;
  if (!last) return null;
  const flat = last.outputShape.length === 1;
  const values = flat && outputs?.length === last.units ? [...outputs] : null;
  const shares = last.activation === 'softmax';
  const printed = values && (shares ? addingUp(values, DIGITS) : values);
  const most = values ? Math.max(...values) : 0;
  const sum = printed?.reduce((total, value) => total + value, 0);
  const told = hidden || late ? null : printed;
  return (
    <section className={css.panel} aria-labelledby={heading}>
      <header className={css.header}>
        <h2 id={heading}>{say(WORDS.output)}</h2>
        {told && shares && sum !== undefined && (
          <p className={css.sum}>{say(WORDS.sum, { sum: fixed(sum, DIGITS) })}</p>
        )}
      </header>
      {!flat && <p className={css.note}>{say(WORDS.notFlat)}</p>}
      {hidden && <p className={css.note}>{say(WORDS.hidden)}</p>}
      {late && !hidden && <p className={css.note}>{say(WORDS.notYet)}</p>}
      {flat && (
        <ol className={classes(css.bars, compact && css.close)}>
          {Array.from({ length: last.units }, (_, unit) => {
            const value = told?.[unit];
            const first = value !== undefined && values?.[unit] === most;
            return (
              <li key={unit} className={classes(css.bar, first && css.most)}>
                <span className={css.name}>{nameOf(unit)}</span>
                <span className={css.track} aria-hidden="true">
                  {value !== undefined && (
                    <span
                      className={css.fill}
                      style={{ inlineSize: `${100 * Math.max(0, Math.min(1, value))}%` }}
                    />
                  )}
                </span>
                <span className={css.answer}>{answer === unit ? say(WORDS.answer) : ''}</span>
                <span className={css.value}>{value === undefined ? '' : fixed(value, DIGITS)}</span>
              </li>
            );
          })}
        </ol>
      )}
      {!compact && (
        <footer className={css.footer} data-layer={last.index}>
          <MapHead layer={last} narrow={false} />
          <ColumnFoot
            layer={last.index}
            spec={last.spec}
            shape={last.outputShape}
            parameters={last.parameters}
            narrow={false}
            tight={false}
            headed
          />
        </footer>
      )}
    </section>
  );
};

/** The class of the picture that is shown; null of one that was drawn. */
const useAnswer = (): number | null => {
  const { ids, answers } = useDataSet();
  const seen = useMaps();
  if (!seen || !('id' in seen.picture)) return null;
  return answers[ids.indexOf(seen.picture.id)] ?? null;
};
