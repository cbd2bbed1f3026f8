import { useId } from 'react';
import { answersFrom, type ShapedLayer } from '../../../experiment/widths.ts';
import { useModel } from '../../../state/data.ts';
import { lookInto, type Selection, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { Select } from '../../../ui/controls/Select.tsx';
import { useClassNames } from '../../evaluate/classNames.ts';
import { DigitsChoice } from '../DigitsChoice.tsx';
import { LossView } from '../LossView.tsx';
import styles from '../Microscope.module.css';
import { cellOf, unitAt } from '../../../experiment/cells.ts';
import { ConvView } from './ConvView.tsx';
import { DenseView } from './DenseView.tsx';
import { Film } from './Film.tsx';
import { FlattenView } from './FlattenView.tsx';
import { PassView } from './PassView.tsx';
import css from './pictures.module.css';
import { sidesOf, useStanding } from './place.ts';
import { PoolView } from './PoolView.tsx';
import { spanUnder, windowOfLayer } from './under.ts';
import { useBackward } from './useBackward.ts';
import { useLayer } from './useLayer.ts';
import { words } from './words.ts';

/** The unit that a selection leads to: in the middle of its map where it names no place. */
const unitOf = (selected: Selection, layers: readonly ShapedLayer[]): { layer: number; unit: number } => {
  if (selected.kind === 'unit') return selected;
  const layer = selected.kind === 'loss' ? layers.length - 1 : selected.layer;
  const shaped = layers[layer];
  if (!shaped) return { layer, unit: 0 };
  const maps = shaped.outputShape.at(-1) ?? 1;
  const map = selected.kind === 'weight' ? selected.at % maps : 0;
  if (shaped.outputShape.length < 3) return { layer, unit: map };
  const [rows, columns] = sidesOf(shaped);
  const middle = { row: Math.floor(rows / 2), column: Math.floor(columns / 2), map };
  return { layer, unit: unitAt(middle, shaped.outputShape) };
};

interface PictureMicroscopeProps {
  readonly selected: Selection;
  readonly onClose: () => void;
}

/** Looks into what is selected of a network for pictures, with the numbers of the picture that is shown. */
export const PictureMicroscope = ({ selected, onClose }: PictureMicroscopeProps) => {
  const say = useSay();
  const heading = useId();
  const layers = useModel();
  const { layer, unit } = unitOf(selected, layers);
  const shaped = layers[layer];
  return (
    <section className={styles.microscope} aria-labelledby={heading}>
      <header className={css.header}>
        <h2 id={heading}>{say(words.title)}</h2>
        {shaped && unit < shaped.units && (
          <What shaped={shaped} unit={unit} loss={selected.kind === 'loss'} />
        )}
        <span className={styles.tools}>
          <DigitsChoice />
          <IconButton label={say(words.close)} onClick={onClose}>
            <svg width="11" height="11" viewBox="0 0 9 9">
              <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
            </svg>
          </IconButton>
        </span>
      </header>
      {shaped && unit < shaped.units && (
        <Looked shaped={shaped} unit={unit} loss={selected.kind === 'loss'} />
      )}
    </section>
  );
};

interface LookedProps {
  readonly shaped: ShapedLayer;
  readonly unit: number;
  /** Not a unit of it is looked into, but the loss that follows. */
  readonly loss: boolean;
}

/** "Conv2D, filter 3 of 8: window centred on row 10, column 12, counted from 0; drag it" */
const What = ({ shaped, unit, loss }: LookedProps) => {
  const say = useSay();
  const layers = useModel();
  const nameOf = useClassNames();
  const { cell, go } = useStanding(shaped, unit);
  const { spec, outputShape, index } = shaped;
  const window = windowOfLayer(shaped);
  const maps = outputShape.at(-1) ?? 1;
  const last = index === layers.length - 1;
  const kind =
    spec.type === 'Conv2D'
      ? words.filterOf
      : outputShape.length === 3
        ? words.mapOf
        : spec.type === 'Dense'
          ? words.neuronOf
          : spec.type === 'Flatten'
            ? words.placeOf
            : words.valueOf;
  const options = [
    ...Array.from({ length: maps }, (_, map) => ({
      value: String(map),
      words: last ? say(words.classOf, { name: nameOf(map) }) : say(kind, { n: map + 1, of: maps, at: map }),
    })),
    ...(last ? [{ value: 'loss', words: say(words.loss) }] : []),
  ];
  const at = cellOf(unit, outputShape);
  const chosen = outputShape.length === 3 ? at.map : unit;
  const choose = (value: string): void => {
    if (value === 'loss') return lookInto({ kind: 'loss' });
    const map = Number(value);
    lookInto({
      kind: 'unit',
      layer: index,
      unit: outputShape.length === 3 ? unitAt({ ...at, map }, outputShape) : map,
    });
  };
  const [rows, columns] = sidesOf(shaped);
  const onward = (by: number): void => {
    const next = (cell.row * columns + cell.column + by + rows * columns) % (rows * columns);
    go({ row: Math.floor(next / columns), column: next % columns });
  };
  return (
    <>
      <span className={css.what}>{spec.type}</span>
      <Select
        label={say(words.which)}
        options={options}
        value={loss ? 'loss' : String(chosen)}
        onChange={choose}
      />
      {window && outputShape.length === 3 && (
        <>
          <p className={css.where} aria-live="polite">
            {windowWords(say, spanUnder(window, cell))}
          </p>
          <Film onMove={onward} />
        </>
      )}
    </>
  );
};

/** Where a window stands: by its middle, or by its corner where no cell is in the middle. */
const windowWords = (
  say: ReturnType<typeof useSay>,
  { top, left, bottom, right }: ReturnType<typeof spanUnder>,
): string => {
  const [row, column] = [(top + bottom) / 2, (left + right) / 2];
  return Number.isInteger(row) && Number.isInteger(column)
    ? say(words.centred, { row, column })
    : say(words.cornered, { row: top, column: left });
};

/** The view for the layer's kind. */
const Looked = ({ shaped, unit, loss }: LookedProps) => {
  const say = useSay();
  const layers = useModel();
  const seen = useLayer(shaped.index);
  const hidden = useView((view) => view.predictionsHidden);
  if (hidden && shaped.index >= answersFrom(layers)) return <p className={css.note}>{say(words.hidden)}</p>;
  if (!seen) return <p className={css.note}>{say(words.coming)}</p>;
  const window = windowOfLayer(shaped);
  if (loss) return <Loss layer={shaped.index} />;
  if (shaped.spec.type === 'Dense') return <DenseView seen={seen} unit={unit} />;
  if (shaped.spec.type === 'Conv2D' && window) {
    return <ConvView key={shaped.id} seen={seen} window={window} selected={unit} />;
  }
  if (window) return <PoolView key={shaped.id} seen={seen} window={window} selected={unit} />;
  return shaped.spec.type === 'Flatten' && shaped.inputShape.length === 3 ? (
    <FlattenView key={shaped.id} seen={seen} selected={unit} />
  ) : (
    <PassView seen={seen} selected={unit} />
  );
};

/** The loss of the picture that is shown, and the mean of the batch beside it. */
const Loss = ({ layer }: { readonly layer: number }) => {
  const say = useSay();
  const { point, batch, drawn } = useBackward(layer);
  if (point && batch) return <LossView seen={{ point, batch }} />;
  return <p className={css.note}>{say(drawn ? words.drawn : words.coming)}</p>;
};
