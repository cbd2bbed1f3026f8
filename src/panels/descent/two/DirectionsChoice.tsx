import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { count, percent } from '../../../ui/format.ts';
import type { Surface } from '../../../worker/landscape/landscape.ts';
import { type Choice, KINDS } from './choice.ts';
import css from './Two.module.css';
import { WeightChoice } from './WeightChoice.tsx';
import type { WeightNames } from './weightNames.ts';
import { words } from './words.ts';

interface DirectionsChoiceProps {
  readonly choice: Choice;
  readonly names: WeightNames;
  readonly surface: Surface | null;
  /** The one that is drawn, and updates made by now. */
  readonly shown: Surface | null;
  readonly step: number;
  /** Training rows there are. */
  readonly rows: number;
  readonly onChange: (choice: Choice) => void;
}

/** Which two directions the loss is drawn over, and what is not seen there. */
export const DirectionsChoice = ({
  choice,
  names,
  surface,
  shown,
  step,
  rows,
  onChange,
}: DirectionsChoiceProps) => {
  const say = useSay();
  const n = count(names.count);
  const [first, second] = surface?.shares ?? [];
  const note =
    choice.kind === 'weights'
      ? say(words.twoOf, { n })
      : choice.kind === 'random'
        ? say(words.randomNote, { n })
        : first !== undefined && second !== undefined
          ? say(words.principalNote, { n, first: percent(first), second: percent(second) })
          : '';
  const some = surface && surface.measured < rows;
  return (
    <section className={css.directions} aria-label={say(words.directions)}>
      <div className={css.row}>
        <Segmented
          label={say(words.directions)}
          options={KINDS.map((kind) => ({ value: kind, words: say(words[kind]) }))}
          value={choice.kind}
          onChange={(kind) => onChange({ ...choice, kind })}
        />
        {choice.kind === 'weights' &&
          (['across', 'up'] as const).map((axis) => (
            <WeightChoice
              key={axis}
              axis={say(words[axis])}
              names={names}
              value={choice[axis]}
              onChange={(place) => onChange({ ...choice, [axis]: place })}
            />
          ))}
        {choice.kind === 'random' && (
          <Button onClick={() => onChange({ ...choice, seed: choice.seed + 1 })}>{say(words.others)}</Button>
        )}
      </div>
      <p className={css.note}>
        {note}
        {some && ` ${say(words.someRows, { some: count(surface.measured), all: count(rows) })}`}
        {surface &&
          surface.progress < 1 &&
          surface.level > 0 &&
          ` ${say(words.refining, { cells: surface.level })}`}
        {shown && shown.step !== step && ` ${say(words.earlier, { step: count(shown.step) })}`}
      </p>
    </section>
  );
};
