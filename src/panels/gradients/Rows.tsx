import { useSay } from '../../state/words.ts';
import { LayerChip } from '../network/LayerChip.tsx';
import { layerName } from '../network/names.ts';
import { Bars, BarSign, Ticks } from './Bars.tsx';
import type { LayersProps } from './Columns.tsx';
import { flatOf } from './flat.ts';
import { size } from './printed.ts';
import { Ridge } from './Ridge.tsx';
import styles from './Rows.module.css';
import { words } from './words.ts';

/** The layers one below the other, where there is no room for them side by side. */
export const Rows = ({ seen, model, moments, decades }: LayersProps) => {
  const say = useSay();
  return (
    <div>
      <p className={styles.legend} aria-hidden="true">
        <span>
          <BarSign />
          {say(words.delta)}
        </span>
        <span>
          <BarSign hollow />
          {say(words.slopes)}
        </span>
      </p>
      <div className={styles.row} aria-hidden="true">
        <div className={styles.scale}>
          <Ticks decades={decades} lying />
        </div>
      </div>
      <ol aria-label={say(words.byLayer)}>
        {model.map(({ id, index, spec, outputShape }) => {
          const layer = seen.layers[index];
          if (!layer) return null;
          return (
            <li key={id} className={styles.row}>
              <div className={styles.head}>
                <span className={styles.name}>
                  {say(layerName(index, model.length, spec.type === 'Dense'))}
                </span>
                <LayerChip layer={index} spec={spec} short tight />
              </div>
              <Bars layer={layer} decades={decades} lying />
              <dl className={styles.sizes}>
                <dt className="visually-hidden">{say(words.delta)}</dt>
                <dd>{size(layer.delta?.mean)}</dd>
                <dt className="visually-hidden">{say(words.slopes)}</dt>
                <dd>{size(layer.slopes?.mean)}</dd>
              </dl>
              <div className={styles.ridge}>
                <Ridge moments={moments} layer={index} decades={decades} />
              </div>
              <dl className={styles.figures}>
                <div>
                  <dt>{say(words.factor)}</dt>
                  <dd>{size(layer.factor)}</dd>
                </div>
                <div>
                  <dt>{say(words.move)}</dt>
                  <dd>{size(layer.move)}</dd>
                </div>
                <div>
                  <dt>{say(words.flat)}</dt>
                  <dd>{say(words.share, { n: flatOf(layer), of: outputShape.at(-1) ?? 1 })}</dd>
                </div>
              </dl>
            </li>
          );
        })}
      </ol>
    </div>
  );
};
