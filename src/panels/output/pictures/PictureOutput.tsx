import { useId } from 'react';
import { useDataSet, useModel } from '../../../state/data.ts';
import { useDesign } from '../../../state/experiment.ts';
import { useAnswered, useToldMaps } from '../../../state/picture.ts';
import { useRevealed } from '../../../state/revealed.ts';
import { useSlopes } from '../../../state/slopes.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { fixed } from '../../../ui/format.ts';
import { ColumnFoot } from '../../network/ColumnFoot.tsx';
import { MapHead } from '../../network/pictures/MapHead.tsx';
import { Bars } from './Bars.tsx';
import css from './PictureOutput.module.css';
import { DIGITS, printedOutputs } from './printed.ts';

const WORDS = {
  output: { en: 'Output', ko: '출력층' },
  sum: { en: 'Σ = {sum}', ko: 'Σ = {sum}' },
  hidden: { en: 'Predictions are hidden. H shows them again.', ko: '예측을 가렸다. H를 누르면 다시 보인다.' },
  notYet: { en: 'not yet', ko: '아직 없음' },
  slopes: { en: 'slope of the scores', ko: '점수의 기울기' },
  drawn: {
    en: 'A drawn picture has no answer, so no error comes back from it.',
    ko: '손으로 그린 그림에는 정답이 없어서 돌아오는 오차도 없다.',
  },
  notFlat: {
    en: 'What comes here are maps, not one number a class: a Flatten is missing.',
    ko: '여기에 오는 것은 클래스마다 값 하나가 아니라 특징맵이다. Flatten이 빠졌다.',
  },
};
/** What the network says to the picture: a bar a class; of a softmax they add up to 1. */
export const PictureOutput = () => {
  const say = useSay();
  const heading = useId();
  const model = useModel();
  const { layers } = useDesign().model;
  const last = model.at(-1);
  const hidden = useView((view) => view.predictionsHidden);
  // Evaluate needs the height for what it has to say.
  const compact = useView((view) => view.stage === 'evaluate' && !view.microscope);
  const answered = useAnswered();
  const late = answered === 0;
  const seen = useToldMaps();
  const answer = useAnswer();
  const revealed = useRevealed();
  const back = useSlopes();
  const outputs = seen?.layers.length === layers.length ? seen.layers.at(-1)?.outputs : undefined;
  if (!last) return null;
  const flat = last.outputShape.length === 1;
  const values = flat && outputs?.length === last.units ? [...outputs] : null;
  const shares = last.activation === 'softmax';
  const printed = values && printedOutputs(values, last.activation);
  const told = hidden || late ? null : printed;
  const sum = answered < last.units ? undefined : printed?.reduce((total, value) => total + value, 0);
  const slopes = hidden || !flat ? null : (back?.point?.layers.at(-1)?.delta ?? null);
  // Class by class, what has not come yet is not there.
  const returned =
    revealed?.layer === last.index && revealed.kind === 'backward' ? revealed.shown : last.units;
  const first = (numbers: ArrayLike<number> | null, count: number) =>
    Array.from(numbers ?? [], (value, unit) => (unit < count ? value : undefined));
  return (
    <section className={css.panel} aria-labelledby={heading}>
      <header className={css.header}>
        <h2 id={heading}>{say(WORDS.output)}</h2>
        {slopes ? (
          <p className={css.sum}>{say(WORDS.slopes)}</p>
        ) : (
          told &&
          shares &&
          sum !== undefined && <p className={css.sum}>{say(WORDS.sum, { sum: fixed(sum, DIGITS) })}</p>
        )}
      </header>
      {!flat && <p className={css.note}>{say(WORDS.notFlat)}</p>}
      {hidden && <p className={css.note}>{say(WORDS.hidden)}</p>}
      {late && !hidden && <p className={css.note}>{say(WORDS.notYet)}</p>}
      {back?.drawn && !hidden && <p className={css.note}>{say(WORDS.drawn)}</p>}
      {flat && (
        <Bars
          layer={last.index}
          units={last.units}
          values={first(told, answered)}
          slopes={first(slopes, returned)}
          answer={answer}
          digits={DIGITS}
          compact={compact}
        />
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
  const seen = useToldMaps();
  if (!seen || !('id' in seen.picture)) return null;
  return answers[ids.indexOf(seen.picture.id)] ?? null;
};
