import { useId } from 'react';
import { answersFrom } from '../../experiment/widths.ts';
import { useDataSet, useModel, usePictures } from '../../state/data.ts';
import { usePinned } from '../../state/pinned.ts';
import { lookAway, lookInto, type Selection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { useClassNames } from '../evaluate/classNames.ts';
import { fixed } from '../../ui/format.ts';
import { digitsOf } from '../evaluate/digits.ts';
import { unitName } from '../network/names.ts';
import { placeWords } from '../output/rows.ts';
import { useWeights } from '../network/reading.ts';
import { DigitsChoice } from './DigitsChoice.tsx';
import { LayerView } from './LayerView.tsx';
import { LinkView } from './LinkView.tsx';
import { LossView } from './LossView.tsx';
import styles from './Microscope.module.css';
import { NeuronView } from './NeuronView.tsx';
import { PassView } from './PassView.tsx';
import { useAnatomy } from './useAnatomy.ts';
import { useNeuron } from './useNeuron.ts';
import { words } from './words.ts';
import { later } from '../../ui/later.tsx';

const PictureMicroscope = later(
  async () => (await import('./pictures/PictureMicroscope.tsx')).PictureMicroscope,
);

/** The layer that a selection lies in, and the unit where it is one or leads to one. */
const placeOf = (
  selected: Selection,
  units: readonly number[],
): { readonly layer: number; readonly unit: number | null } => {
  switch (selected.kind) {
    case 'unit':
      return selected;
    case 'weight':
      return { layer: selected.layer, unit: selected.at % (units[selected.layer] ?? 1) };
    case 'layer':
      return { layer: selected.layer, unit: null };
    case 'loss':
      return { layer: units.length - 1, unit: null };
  }
};

interface MicroscopeProps {
  readonly selected: Selection;
  /** Where it stands in a sheet: closes that. */
  readonly onClose?: () => void;
}

/** Closes it; the keyboard goes to what was looked into, else to the network. */
const leave = (): void => {
  const { selected } = useView.getState();
  lookAway();
  const tile = selected?.kind === 'unit' ? `[data-neuron="${selected.layer} ${selected.unit}"]` : '#network';
  (document.querySelector<HTMLElement>(tile) ?? document.getElementById('network'))?.focus();
};

/** Looks into what is selected: formulas with the actual numbers in them, at the pinned point or the picture shown. */
export const Microscope = ({ selected, onClose = leave }: MicroscopeProps) =>
  usePictures() ? (
    <PictureMicroscope selected={selected} onClose={onClose} />
  ) : (
    <PointMicroscope selected={selected} onClose={onClose} />
  );

const PointMicroscope = ({ selected, onClose: close }: Required<MicroscopeProps>) => {
  const say = useSay();
  const heading = useId();
  const model = useModel();
  const units = model.map((layer) => layer.units);
  const { layer, unit } = placeOf(selected, units);
  return (
    <section className={styles.microscope} aria-labelledby={heading}>
      <header className={styles.header}>
        <h2 id={heading}>{say(words.title)}</h2>
        <Units layer={layer} unit={unit} kind={selected.kind} units={units} />
        <Where layer={layer} unit={unit} kind={selected.kind} />
        <span className={styles.tools}>
          <DigitsChoice />
          <IconButton label={say(words.close)} onClick={close}>
            <svg width="11" height="11" viewBox="0 0 9 9">
              <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
            </svg>
          </IconButton>
        </span>
      </header>
      <Looked selected={selected} layer={layer} unit={unit} kind={selected.kind} />
    </section>
  );
};

interface PlaceProps {
  readonly layer: number;
  readonly unit: number | null;
  readonly kind: Selection['kind'];
}

/** The neurons of a layer, to go from one to the next; the layer as a whole, and of the last one the loss. */
const Units = ({ layer, unit, units, kind }: PlaceProps & { readonly units: readonly number[] }) => {
  const say = useSay();
  const dense = useModel()[layer]?.spec.type === 'Dense';
  const options = [
    ...Array.from({ length: units[layer] ?? 0 }, (_, index) => ({
      value: String(index),
      words: unitName(layer, index, units),
    })),
    ...(dense ? [{ value: 'layer', words: say(words.layer) }] : []),
    ...(layer === units.length - 1 ? [{ value: 'loss', words: say(words.loss) }] : []),
  ];
  const choose = (value: string): void => {
    if (value === 'layer') lookInto({ kind: 'layer', layer });
    else if (value === 'loss') lookInto({ kind: 'loss' });
    else lookInto({ kind: 'unit', layer, unit: Number(value) });
  };
  return (
    <Segmented
      className={styles.units}
      label={say(words.which)}
      options={options}
      value={unit === null ? kind : String(unit)}
      onChange={choose}
    />
  );
};

/** "neuron h₂ at the pinned point (0.33, 0.16), answer 0" */
const Where = ({ layer, unit, kind }: PlaceProps) => {
  const say = useSay();
  const data = useDataSet();
  const nameOf = useClassNames();
  const id = usePinned();
  const chosen = useView((view) => view.pinned !== null);
  const neuron = useNeuron(layer, unit ?? 0);
  const row = data.ids.indexOf(id ?? -1);
  if (row < 0 || !neuron) return null;
  const answer = data.answers[row] ?? Number.NaN;
  const { target } = data;
  const values = {
    name: neuron.name,
    place: placeWords([data.places[2 * row] ?? 0, data.places[2 * row + 1] ?? 0]),
    answer: target.kind === 'number' ? fixed(answer, digitsOf(target)) : nameOf(answer),
  };
  const text =
    kind === 'loss' ? words.lossAt : unit === null ? words.layerAt : chosen ? words.neuronAt : words.firstAt;
  return <p className={styles.where}>{say(text, values)}</p>;
};

/** The view for what is selected. */
const Looked = ({ selected, layer, unit }: PlaceProps & { readonly selected: Selection }) => {
  const say = useSay();
  const seen = useAnatomy(layer);
  const neuron = useNeuron(layer, unit ?? 0);
  const weights = useWeights()[layer];
  const model = useModel();
  const predictionsHidden = useView((view) => view.predictionsHidden);
  const hidden = predictionsHidden && layer >= answersFrom(model);
  if (hidden) return <p className={styles.note}>{say(words.hidden)}</p>;
  if (!seen || !neuron) return <p className={styles.note}>{say(words.coming)}</p>;
  if (selected.kind === 'loss') return <LossView seen={seen} />;
  if (neuron.shaped.spec.type !== 'Dense') return <PassView neuron={neuron} seen={seen} />;
  if (selected.kind === 'layer') return <LayerView neuron={neuron} seen={seen} />;
  const part = selected.kind === 'weight' ? neuron.parts.find(({ at }) => at === selected.at) : undefined;
  if (part && weights) {
    const value =
      (part.at < weights.kernel.length ? weights.kernel[part.at] : weights.bias[unit ?? 0]) ?? Number.NaN;
    return <LinkView neuron={neuron} part={part} value={value} seen={seen} />;
  }
  return <NeuronView neuron={neuron} seen={seen} />;
};
