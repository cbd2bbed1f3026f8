import { memo } from 'react';
import type { NumberField } from '../../../engine/fields.ts';
import { definitionOf } from '../../../engine/layers/index.ts';
import type { Design } from '../../../experiment/experiment.ts';
import { setLayer } from '../../../experiment/moves.ts';
import { settingOf } from '../../../experiment/settings.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { edit } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { Breakable } from '../Breakable.tsx';
import heads from '../ColumnHead.module.css';
import { Sign } from '../ColumnHead.tsx';
import { Grip } from '../order/Grip.tsx';

const INPUT = { en: 'Input', ko: '입력층' };
const FEWER = { en: 'Fewer {what} in {type}: starts over', ko: '{type}의 {what} 줄이기: 처음부터 학습' };
const MORE = { en: 'More {what} in {type}: starts over', ko: '{type}의 {what} 늘리기: 처음부터 학습' };

/** The number of a layer that can be changed at its head: filters, or units. */
export const countField = (layer: ShapedLayer): NumberField | null => {
  const field = definitionOf(layer.spec).fields.find(({ name }) => name === 'filters' || name === 'units');
  return field?.kind === 'number' ? field : null;
};

interface MapHeadProps {
  /** null: the picture that comes in. */
  readonly layer: ShapedLayer | null;
  readonly narrow: boolean;
}

/** The head of a column: the layer's Keras name, and how many filters or units it has. */
export const MapHead = memo(({ layer, narrow }: MapHeadProps) => {
  const say = useSay();
  if (!layer) return <div className={classes(heads.head, narrow && heads.narrow)}>{say(INPUT)}</div>;
  const { type, id } = layer.spec;
  const field = countField(layer);
  const count = field ? Number(settingOf(layer.spec, field)) : null;
  const change = (by: number) => {
    const move = (now: Design) => {
      const spec = now.model.layers.find((one) => one.id === id);
      if (!spec || !field) return null;
      const to = Number(settingOf(spec, field)) + by;
      return to >= field.min && to <= field.max ? setLayer(now, id, field, to) : null;
    };
    edit(move, { deed: { kind: 'units' } });
  };
  const what = field ? say(field.words) : '';
  return (
    <div className={classes(heads.head, narrow && heads.narrow)}>
      <Grip layer={layer.index} className={heads.plain}>
        <Breakable words={type} />
      </Grip>
      {field && count !== null && (
        <span className={heads.units}>
          <IconButton
            ring
            label={say(FEWER, { what, type })}
            disabled={count <= field.min}
            onClick={() => change(-1)}
          >
            <Sign />
          </IconButton>
          <b>{count}</b>
          <IconButton
            ring
            label={say(MORE, { what, type })}
            disabled={count >= field.max}
            onClick={() => change(1)}
          >
            <Sign plus />
          </IconButton>
        </span>
      )}
    </div>
  );
});

/** A column by its name alone, with the number of its filters or units: "Conv2D 8". */
export const Name = ({ layer }: Pick<MapHeadProps, 'layer'>) => {
  const say = useSay();
  const field = layer && countField(layer);
  return (
    <span>
      {layer ? layer.spec.type : say(INPUT)} {layer && field && String(settingOf(layer.spec, field))}
    </span>
  );
};
