import { look } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { Select } from '../../../ui/controls/Select.tsx';
import { useModel } from '../../../state/data.ts';
import type { Over } from '../../../worker/landscape/landscape.ts';
import { KernelChoice } from '../kernels/KernelChoice.tsx';
import { weightPicture } from '../kernels/picture.ts';
import css from './AnyWeight.module.css';
import { type LearningLayer, placeOf, splitPlace } from './weights.ts';
import { words } from './words.ts';

interface WeightChoiceProps {
  readonly layers: readonly LearningLayer[];
  readonly own: LearningLayer;
  readonly at: number;
  readonly rows: Over;
  /** Null: all rows are one batch. */
  readonly onRows: ((rows: Over) => void) | null;
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
}

/** How much of the curve is drawn: enough to see its shape, or so little that the move is seen. */
export type Reach = 'wide' | 'close';

/** Of more weights than this only the chosen one is named, and the bias: the others are chosen from a picture. */
const LISTED = 400;

const KINDS = { neuron: words.neuron, filter: words.filter, channel: words.channel } as const;

/** Which weight is looked at: its layer, its neuron, its place there; the choice is the selection of the page. And on which rows. */
export const WeightChoice = (props: WeightChoiceProps) => {
  const say = useSay();
  const { layers, own, at, rows, onRows, reach, onReach } = props;
  const { part, owner } = splitPlace(own, at);
  const pictured = weightPicture(useModel(), own.layer) !== null;
  const listed = own.parts
    .map(({ name }, index) => ({ value: String(index), words: say(name) }))
    .filter(
      (_option, index) =>
        !pictured || own.parts.length <= LISTED || index === part || index === own.parts.length - 1,
    );
  const select = (layer: LearningLayer, place: { part: number; owner: number }): void =>
    look({ selected: { kind: 'weight', ...placeOf(layer, place) } });
  return (
    <div className={css.choice} role="group" aria-label={say(words.choice)}>
      {layers.length > 1 && (
        <Select
          label={say(words.layer)}
          options={layers.map(({ layer, name }) => ({ value: String(layer), words: say(name) }))}
          value={String(own.layer)}
          onChange={(value) => {
            const other = layers.find(({ layer }) => String(layer) === value);
            if (other) select(other, { part: 0, owner: 0 });
          }}
        />
      )}
      {own.owners.length > 1 && (
        <Select
          label={say(KINDS[own.kind])}
          options={own.owners.map((name, index) => ({ value: String(index), words: say(name) }))}
          value={String(owner)}
          onChange={(value) => select(own, { part, owner: Number(value) })}
        />
      )}
      <Select
        label={say(words.weight)}
        options={listed}
        value={String(part)}
        onChange={(value) => select(own, { part: Number(value), owner })}
      />
      <KernelChoice
        layer={own.layer}
        at={at}
        onChange={(weight) => look({ selected: { kind: 'weight', layer: own.layer, at: weight } })}
      />
      {onRows && (
        <Segmented
          className={css.apart}
          label={say(words.rows)}
          options={(['batch', 'all'] as const).map((value) => ({ value, words: say(words[value]) }))}
          value={rows}
          onChange={onRows}
        />
      )}
      <Segmented
        className={css.apart}
        label={say(words.reach)}
        options={(['wide', 'close'] as const).map((value) => ({ value, words: say(words[value]) }))}
        value={reach}
        onChange={onReach}
      />
    </div>
  );
};
