import { useId } from 'react';
import { PAIR } from '../../experiment/pair.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { PairChart } from '../../ui/charts/PairChart.tsx';
import { pairLooks } from '../../ui/charts/pairLooks.ts';
import { count, fixed, percent } from '../../ui/format.ts';
import type { Compared } from '../../worker/comparison/comparison.ts';
import css from './Comparison.module.css';
import { NAMES } from './names.ts';
import { words } from './words.ts';

interface ShiftsProps {
  readonly compared: Compared;
  readonly classes: number;
  /** The pixels at which both are read. */
  readonly by: number;
  readonly onBy: (by: number) => void;
}

/** How many held-out pictures are read rightly where they are moved. */
export const Shifts = ({ compared, classes, by, onBy }: ShiftsProps) => {
  const say = useSay();
  const heading = useId();
  const large = useView((view) => view.largeText);
  const { shifted, held, most } = compared;
  const share = (value: number | undefined): string => percent(value ?? Number.NaN);
  const said = shifted
    ? say(words.atShift, {
        by,
        mlp: share(shifted.accuracy.mlp[by]),
        cnn: share(shifted.accuracy.cnn[by]),
      })
    : say(words.notYet);
  const epochs = shifted && Math.max(shifted.epochs.mlp, shifted.epochs.cnn);
  return (
    <section className={css.figure} aria-labelledby={heading}>
      <header className={css.head}>
        <h3 id={heading}>{say(words.overShift)}</h3>
        <p className={css.reading}>{said}</p>
      </header>
      <PairChart
        label={say(words.overShift)}
        across={{ first: 0, last: most, name: say(words.pixels) }}
        up={{ range: [0, 1], print: (value) => `${fixed(100 * value, 0)} %` }}
        curves={PAIR.map((kind) => {
          const values = shifted?.accuracy[kind] ?? [];
          return { look: pairLooks[kind], words: `${NAMES[kind]} ${share(values.at(-1))}`, values };
        })}
        level={{ value: 1 / classes, words: say(words.guessing, { share: percent(1 / classes) }) }}
        at={by}
        said={said}
        onAt={onBy}
        large={large}
      />
      <p className={css.note}>
        {epochs !== null && say(words.afterEpoch, { e: epochs })}{' '}
        {say(words.mean, {
          n: count(shifted?.pictures ?? held.count),
          which: say(words[held.kind]),
        })}
      </p>
    </section>
  );
};
