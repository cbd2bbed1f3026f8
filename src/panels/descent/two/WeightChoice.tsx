import { useSay } from '../../../state/words.ts';
import { Select } from '../../../ui/controls/Select.tsx';
import type { WeightPlace } from '../../../worker/landscape/landscape.ts';
import { KernelChoice } from '../kernels/KernelChoice.tsx';
import css from './Two.module.css';
import type { WeightNames } from './weightNames.ts';
import { words } from './words.ts';

/** More weights than this are not listed by name. */
const LISTED = 400;

interface WeightChoiceProps {
  /** Which axis it is for. */
  readonly axis: string;
  readonly names: WeightNames;
  readonly value: WeightPlace;
  readonly onChange: (place: WeightPlace) => void;
}

/** One weight of the network: its layer where there are several, then its place there. */
export const WeightChoice = ({ axis, names, value, onChange }: WeightChoiceProps) => {
  const say = useSay();
  const { layers, nameOf } = names;
  const own = layers.find(({ layer }) => layer === value.layer);
  const count = own?.count ?? 0;
  return (
    <span className={css.weight}>
      <span className={css.axis}>{axis}</span>
      {layers.length > 1 && (
        <Select
          label={say(words.layer, { axis })}
          options={layers.map(({ layer, name }) => ({ value: String(layer), words: say(name) }))}
          value={String(value.layer)}
          onChange={(layer) => onChange({ layer: Number(layer), at: 0 })}
        />
      )}
      {count <= LISTED ? (
        <Select
          label={say(words.weight, { axis })}
          mono
          options={Array.from({ length: count }, (_, at) => ({
            value: String(at),
            words: nameOf({ layer: value.layer, at }),
          }))}
          value={String(value.at)}
          onChange={(at) => onChange({ ...value, at: Number(at) })}
        />
      ) : (
        <input
          className={css.number}
          type="number"
          aria-label={say(words.weight, { axis })}
          min={1}
          max={count}
          value={value.at + 1}
          onChange={({ target: { valueAsNumber } }) => {
            if (valueAsNumber >= 1 && valueAsNumber <= count)
              onChange({ ...value, at: Math.floor(valueAsNumber) - 1 });
          }}
        />
      )}
      <KernelChoice
        layer={value.layer}
        at={value.at}
        axis={axis}
        onChange={(at) => onChange({ ...value, at })}
      />
    </span>
  );
};
