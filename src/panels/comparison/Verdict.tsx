import type { PictureSet } from '../../data/pictures/index.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Both } from '../../experiment/pair.ts';
import { useSay } from '../../state/words.ts';
import type { Compared } from '../../worker/comparison/comparison.ts';
import css from './Comparison.module.css';
import { noteOf, verdictOf } from './verdict.ts';
import { words } from './words.ts';

interface VerdictProps {
  readonly pair: Both<Experiment>;
  readonly compared: Compared;
  readonly set: PictureSet;
}

/** What was measured, in sentences; once all held-out pictures are counted. */
export const Verdict = ({ pair, compared: { shifted, held }, set }: VerdictProps) => {
  const say = useSay();
  if (shifted?.pictures !== held.count) return null;
  const of = {
    classes: set.classes.length,
    flattens: pair.cnn.model.layers.some(({ type }) => type === 'Flatten' || type === 'Reshape'),
    centred: set.name === 'digits',
  };
  const note = noteOf(shifted, of);
  return (
    <div className={css.verdict} aria-live="polite">
      <p>
        {verdictOf(shifted, of)
          .map((text) => say(text))
          .join(' ')}
      </p>
      {note && (
        <details>
          <summary>{say(words.moreExactly)}</summary>
          {say(note)}
        </details>
      )}
    </div>
  );
};
