import type { ListField } from '../../engine/fields.ts';
import { type PiecewiseConstantDecaySpec, schedules } from '../../engine/schedules/index.ts';
import { setPieces, setSchedule } from '../../experiment/optimizer.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { NumberInput } from '../../ui/controls/NumberInput.tsx';
import { words } from './words.ts';
import styles from './Pieces.module.css';

const [boundaries, values] = schedules.PiecewiseConstantDecay.fields as readonly [ListField, ListField];

/** The boundaries of a piecewise constant rate and the rate after each, one row a boundary. */
export const Pieces = ({ schedule }: { readonly schedule: PiecewiseConstantDecaySpec }) => {
  const say = useSay();
  const design = useDesign();
  const change = (field: ListField, index: number, value: number, gesture?: string) => {
    const list = schedule[field === boundaries ? 'boundaries' : 'values'].with(index, value);
    edit(setSchedule(design, field, list), {
      deed: { kind: 'other' },
      ...(gesture !== undefined && { gesture }),
    });
  };
  const resize = (count: number) => edit(setPieces(design, count), { deed: { kind: 'other' } });
  const size = schedule.boundaries.length;
  return (
    <div className={styles.pieces}>
      <div className={styles.heads} aria-hidden="true">
        <span>boundaries</span>
        <span>values</span>
      </div>
      {schedule.boundaries.map((boundary, i) => (
        <div key={i} className={styles.piece}>
          <NumberInput
            field={between(boundaries, schedule.boundaries, i)}
            label={say(words.boundary, { n: i + 1 })}
            width={112}
            value={boundary}
            onChange={(value, gesture) => change(boundaries, i, value, gesture)}
          />
          <NumberInput
            field={values.item}
            label={say(words.valueAfter, { n: i + 1 })}
            width={112}
            value={schedule.values[i] ?? null}
            onChange={(value, gesture) => change(values, i, value, gesture)}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button disabled={size >= boundaries.most} onClick={() => resize(size + 1)}>
          {say(words.addBoundary)}
        </Button>
        <Button disabled={size <= 1} onClick={() => resize(size - 1)}>
          {say(words.dropBoundary)}
        </Button>
      </div>
    </div>
  );
};

/** A boundary lies between its neighbours. */
const between = ({ item }: ListField, list: readonly number[], index: number) => ({
  ...item,
  min: Math.max(item.min, (list[index - 1] ?? -1) + 1),
  max: Math.min(item.max, (list[index + 1] ?? item.max + 1) - 1),
});
