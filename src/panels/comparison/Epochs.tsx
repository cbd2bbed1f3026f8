import { useId, useState } from 'react';
import type { Experiment } from '../../experiment/experiment.ts';
import { both, type Both, PAIR } from '../../experiment/pair.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { PairChart } from '../../ui/charts/PairChart.tsx';
import { pairLooks } from '../../ui/charts/pairLooks.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { fixed, percent } from '../../ui/format.ts';
import type { Compared } from '../../worker/comparison/comparison.ts';
import css from './Comparison.module.css';
import { NAMES } from './names.ts';
import { words } from './words.ts';

const SHOWN = ['accuracy', 'loss'] as const;

interface EpochsProps {
  readonly pair: Both<Experiment>;
  readonly compared: Compared;
}

/** What both come to over the epochs: accuracy, or loss. */
export const Epochs = ({ pair, compared }: EpochsProps) => {
  const say = useSay();
  const heading = useId();
  const large = useView((view) => view.largeText);
  const [shown, show] = useState<(typeof SHOWN)[number]>('accuracy');
  const [chosen, choose] = useState<number | null>(null);
  const values = both((kind) => compared.sides[kind].ends.slice(1).map((end) => end[shown]));
  const all = [...values.mlp, ...values.cnn];
  const print = (value: number): string =>
    shown === 'accuracy' && Number.isFinite(value) ? percent(value) : fixed(value, 3);
  const [least, made] = [Math.min, Math.max].map((of) => of(values.mlp.length, values.cnn.length)) as [
    number,
    number,
  ];
  const at = least === 0 ? null : Math.min(chosen ?? least, made);
  return (
    <section className={css.figure} aria-labelledby={heading}>
      <header className={css.head}>
        <h3 id={heading}>{say(words.overEpochs)}</h3>
        <p className={css.reading}>{reading()}</p>
        <Segmented
          label={say(words.shown)}
          options={SHOWN.map((value) => ({ value, words: say(words[value]) }))}
          value={shown}
          onChange={show}
        />
      </header>
      <PairChart
        label={`${say(words.overEpochs)}: ${say(words[shown])}`}
        across={{ first: 1, last: pair.mlp.fit.epochs ?? 1, name: say(words.epoch) }}
        up={{
          range: shown === 'accuracy' ? [lowest(all), 1] : [0, highest(all)],
          print: shown === 'accuracy' ? (value) => `${fixed(100 * value, 0)} %` : (value) => fixed(value, 1),
        }}
        curves={PAIR.map((kind) => ({
          look: pairLooks[kind],
          words: `${NAMES[kind]} ${print(values[kind].at(-1) ?? Number.NaN)}`,
          values: values[kind],
        }))}
        at={at}
        said={reading()}
        onAt={(to) => choose(to >= least ? null : to)}
        large={large}
      />
      <p className={css.note}>
        {say(compared.judged === 'validation' ? words.ofValidation : words.ofTraining)}
      </p>
    </section>
  );
  function reading(): string {
    if (at === null) return say(words.notYet);
    const [mlp, cnn] = [values.mlp[at - 1], values.cnn[at - 1]];
    const texts = { e: at, mlp: print(mlp ?? Number.NaN), cnn: print(cnn ?? Number.NaN) };
    return say(words.atEpoch, texts);
  }
};

/** The tenth that all of them lie above, so that what is near the top can be told apart. */
const lowest = (shares: readonly number[]): number =>
  Math.min(0.9, ...shares.map((share) => Math.floor(10 * share) / 10));

const highest = (losses: readonly number[]): number => Math.max(0.1, ...losses.filter(Number.isFinite));
