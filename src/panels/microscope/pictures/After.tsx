import { useSay } from '../../../state/words.ts';
import { AfterPool } from './AfterPool.tsx';
import { cropRound } from './crop.ts';
import { OwnMap } from './OwnMap.tsx';
import css from './pictures.module.css';
import { sidesOf, type Standing } from './place.ts';
import { spanOf, windowOfLayer } from './under.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface AfterProps {
  readonly seen: LayerSeen;
  readonly standing: Standing;
}

/** The map that comes out round this place; where a pooling follows, with its windows and what it makes of them. */
export const After = ({ seen, standing }: AfterProps) => {
  const say = useSay();
  const { layers, layer, shaped } = seen;
  const next = layers[layer + 1];
  const pools = next?.spec.type === 'MaxPooling2D' || next?.spec.type === 'AveragePooling2D';
  const window = pools && next ? windowOfLayer(next) : null;
  if (window && next) return <AfterPool seen={seen} standing={standing} next={next} window={window} />;
  const [rows, columns] = sidesOf(shaped);
  const whole = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  const { row, column } = standing.cell;
  return (
    <figure>
      <figcaption>{say(words.map)}</figcaption>
      <OwnMap seen={seen} standing={standing} region={cropRound(null, spanOf(standing.cell), whole)} />
      <p className={css.quiet}>{say(words.rowColumn, { row, column })}</p>
    </figure>
  );
};
