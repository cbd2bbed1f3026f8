import type { KeyboardEvent } from 'react';
import { look, lookAway, lookInto, sameSelection, type Selection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import type { Line } from '../../ui/charts/line.ts';
import type { ShownRange } from '../../ui/charts/range.ts';
import { fixed } from '../../ui/format.ts';
import type { Map2d, Region } from '../../worker/frame.ts';
import { linkWidth } from './bezier.ts';
import { layerName } from './names.ts';
import styles from './NeuronTile.module.css';
import type { Place } from './TileMarks.tsx';
import { UnitMap } from './UnitMap.tsx';

interface NeuronTileProps {
  readonly layer: number;
  readonly layers: number;
  readonly unit: number;
  /** h₁, ŷ … */
  readonly name: string;
  /** The activation of a neuron; of a layer that has none of its own, its type. */
  readonly kind: string;
  readonly neuron: boolean;
  /** Left and top of the tile in the drawing, and its side, in px. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Its output over the input plane; null before the first frame. */
  readonly map: Map2d | null;
  /** It would tell a prediction that is hidden. */
  readonly hidden: boolean;
  /** The phase under way has not come to it: it shows nothing. */
  readonly notYet: boolean;
  readonly range: ShownRange;
  readonly region: Region;
  readonly bias: number | null;
  /** The gate it equals. */
  readonly gate: string | null;
  readonly dots: readonly Place[];
  readonly pointed: Place | null;
  /** The middle is drawn as a hairline: exactly where it is straight, else as the map has it. */
  readonly line: boolean;
  readonly straight: Line | null;
  /** A relu that is 0 at every point of the data. */
  readonly dead: boolean;
  /** Its layer is not trained. */
  readonly frozen: boolean;
  /** The tour speaks of something else. */
  readonly dim: boolean;
  /** Where its name stands: above the tile, beside it where there is no room for words above; null: nowhere. */
  readonly naming: 'above' | 'beside' | null;
  /** The layer's phase has just been done. */
  readonly now: boolean;
  /** Tab stops here; arrow keys go on to the others. */
  readonly stop: boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

const NAME = { en: '{where}, neuron {name}, {kind}', ko: '{where}의 뉴런 {name}, {kind}' };
const VALUE = { en: '{where}, value {name}, {kind}', ko: '{where}의 값 {name}, {kind}' };
const BIAS = { en: 'bias {bias}', ko: '편향 {bias}' };
const EQUALS = { en: 'equals {gate}', ko: '{gate}와 같음' };
const DEAD = { en: '0 everywhere', ko: '어디서나 0' };
const NO_DOTS: readonly Place[] = [];
const HIDDEN = { en: 'prediction hidden', ko: '예측 숨김' };
const NOT_YET = { en: 'not yet', ko: '아직 없음' };
const FROZEN = { en: 'frozen', ko: '고정' };

/** A neuron, or a value that a layer passes on: its output over the input plane, with a bias as a stub below. */
export const NeuronTile = (props: NeuronTileProps) => {
  const { layer, unit, name, kind, neuron, x, y, size, hidden, range, region, bias, gate } = props;
  const dead = props.dead && !hidden && !props.notYet;
  const say = useSay();
  const own: Selection = { kind: 'unit', layer, unit };
  const selected = useView((view) => sameSelection(view.selected, own));
  const hovered = useView((view) => sameSelection(view.hovered, own));
  const small = size <= 20;
  const where = say(layerName(layer, props.layers, neuron));
  const words = [
    say(neuron ? NAME : VALUE, { where, name, kind }),
    bias !== null && say(BIAS, { bias: fixed(bias, 3) }),
    gate && say(EQUALS, { gate }),
    dead && say(DEAD),
    hidden && say(HIDDEN),
    props.notYet && say(NOT_YET),
    props.frozen && say(FROZEN),
  ];
  const leave = () => {
    if (sameSelection(useView.getState().hovered, own)) look({ hovered: null });
  };
  const label = dead ? say(DEAD) : gate ? `= ${gate}` : '';
  return (
    <div
      className={classes(styles.place, props.dim && styles.dim)}
      style={{ left: x, top: y, width: size, height: size }}
    >
      {props.naming && (
        <span className={classes(styles.name, styles[props.naming])} aria-hidden="true">
          {name} {label && props.naming === 'above' && <b>{label}</b>}
        </span>
      )}
      <button
        type="button"
        className={classes(
          styles.tile,
          small && styles.small,
          props.now && styles.now,
          hovered && styles.hovered,
          selected && styles.selected,
          props.frozen && styles.frozen,
        )}
        data-neuron={`${layer} ${unit}`}
        tabIndex={props.stop ? 0 : -1}
        aria-pressed={selected}
        onKeyDown={props.onKeyDown}
        aria-label={words.filter(Boolean).join(', ')}
        onPointerEnter={() => look({ hovered: own })}
        onPointerLeave={leave}
        onFocus={() => look({ hovered: own })}
        onBlur={leave}
        onClick={() => (selected ? lookAway() : lookInto(own))}
      >
        <UnitMap
          map={hidden || props.notYet ? null : props.map}
          range={range}
          region={region}
          size={size}
          line={props.line && !dead && !props.notYet}
          straight={props.straight}
          dots={small || hidden || props.notYet ? NO_DOTS : props.dots}
          pointed={props.pointed}
        />
        {dead && <span className={styles.dead} />}
        {hidden && <span className={styles.unknown}>?</span>}
      </button>
      {dead && props.naming === 'beside' && <span className={styles.over}>{say(DEAD)}</span>}
      {bias !== null && !small && (
        <span
          className={classes(styles.stub, bias < 0 ? styles.negative : styles.positive)}
          style={{ width: linkWidth(bias) }}
        />
      )}
    </div>
  );
};
