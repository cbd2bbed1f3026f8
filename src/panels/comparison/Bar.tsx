import { useEffect, useRef } from 'react';
import { importedBy } from '../../data/imported.ts';
import type { PictureSet } from '../../data/pictures/index.ts';
import { sets } from '../../data/sets/index.ts';
import type { NumberField } from '../../engine/fields.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { fitFields, seedField } from '../../experiment/fields.ts';
import type { Both, Terms } from '../../experiment/pair.ts';
import { compare, goOn, MOST_EPOCHS, rest, setTerms, useComparison } from '../../state/comparison.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Field } from '../../ui/controls/Field.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import type { Compared } from '../../worker/comparison/comparison.ts';
import css from './Comparison.module.css';
import { isDone, statusOf } from './status.ts';
import { words } from './words.ts';

interface BarProps {
  readonly set: PictureSet;
  readonly terms: Terms;
  /** What would be compared now; null: the data are no pictures. */
  readonly wanted: Both<Experiment> | null;
  /** Why that cannot be trained. */
  readonly problem: Text | null;
  /** Is what was compared of other settings? */
  readonly stale: boolean;
  readonly compared: Compared | null;
}

const epochsField: NumberField = { ...fitFields.epochs, words: words.epochs, max: MOST_EPOCHS, step: 1 };

/** What is compared and how, and what sets it going. */
export const Bar = ({ set, terms, wanted, problem, stale, compared }: BarProps) => {
  const say = useSay();
  const { asset } = useDesign().data;
  const { refused, pair } = useComparison();
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A menu that was closed gives the focus back first.
    const wait = requestAnimationFrame(() => main.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(wait);
  }, []);
  const { points } = sets[set.name as keyof typeof sets];
  const there = asset ? importedBy(asset)?.count : undefined;
  const pictures = { ...points, words: words.pictures, max: Math.min(points.max, there ?? points.max) };
  const number = (field: NumberField, name: keyof Terms, width: number) => (
    <Field label={say(field.words)} className={css.field ?? ''}>
      <NumberInput
        label={say(field.words)}
        field={field}
        value={terms[name]}
        width={width}
        onChange={(value) => setTerms({ [name]: value })}
      />
    </Field>
  );
  const begin = () => wanted && void compare(wanted);
  const going = compared?.going ?? false;
  const open = compared !== null && !going && !stale && !isDone(compared);
  const why = problem ?? refused;
  return (
    <header className={css.bar}>
      <h2>{say(words.title)}</h2>
      <div className={css.tools}>
        <Button
          ref={main}
          kind="solid"
          disabled={!going && problem !== null}
          onClick={() => (going ? void rest() : open ? void goOn() : begin())}
        >
          {say(going ? words.pause : open ? words.goOn : compared ? words.again : words.start)}
        </Button>
        {open && (
          <Button kind="quiet" onClick={begin}>
            {say(words.again)}
          </Button>
        )}
        {number(epochsField, 'epochs', 52)}
        {number(pictures, 'points', 72)}
        {number({ ...seedField, words: words.seed }, 'seed', 64)}
      </div>
      <p className={css.status} role="status">
        {why ? say(why) : stale && !going ? say(words.stale) : status()}
      </p>
    </header>
  );
  function status(): string {
    if (!compared || !pair) return `${say(words.what)} ${say(words.holds)}`;
    return statusOf(compared, pair)
      .map(({ text, values }) => say(text, values))
      .join(' ');
  }
};
