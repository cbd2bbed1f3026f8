import type { ShapedLayer } from '../../experiment/widths.ts';
import { useSay } from '../../state/words.ts';
import type { Gradients, LayerGradients } from '../../worker/gradients.ts';
import { LayerChip } from '../network/LayerChip.tsx';
import { layerName } from '../network/names.ts';
import { Bars, BarSign, Ticks } from './Bars.tsx';
import styles from './Columns.module.css';
import { flatOf } from './flat.ts';
import { size } from './printed.ts';
import type { Moment } from './record.ts';
import { Ridge } from './Ridge.tsx';
import type { Decades } from './scale.ts';
import { words } from './words.ts';

export interface LayersProps {
  readonly seen: Gradients;
  readonly model: readonly ShapedLayer[];
  readonly moments: readonly Moment[];
  readonly decades: Decades;
}

/** What is measured of each layer, from top to bottom. */
const MEASURES = ['bars', 'delta', 'slopes', 'factor', 'move', 'flat'] as const;
type Measure = (typeof MEASURES)[number];

/** The layers side by side, as they stand in the network above: a column each, a row for what is measured. */
export const Columns = ({ seen, model, moments, decades }: LayersProps) => {
  const say = useSay();
  return (
    <div className={styles.frame}>
      <table
        className={styles.table}
        style={{ ['--layers' as string]: model.length }}
        aria-label={say(words.byLayer)}
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(words.layer)}</span>
            </th>
            {model.map(({ id, index, spec }) => (
              <th key={id} scope="col">
                <span className={styles.name}>
                  {say(layerName(index, model.length, spec.type === 'Dense'))}
                </span>
                <LayerChip layer={index} spec={spec} short tight />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure} className={styles[measure]}>
              <th scope="row">
                <Head measure={measure} decades={decades} />
              </th>
              {model.map((shaped) => {
                const layer = seen.layers[shaped.index];
                const cell = { measure, shaped, moments, decades };
                return <td key={shaped.id}>{layer && <Cell layer={layer} {...cell} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Head = ({ measure, decades }: { readonly measure: Measure; readonly decades: Decades }) => {
  const say = useSay();
  return (
    <>
      {measure === 'delta' && <BarSign />}
      {measure === 'slopes' && <BarSign hollow />}
      <span className={measure === 'bars' ? 'visually-hidden' : undefined}>{say(words[measure])}</span>
      {measure === 'bars' && <Ticks decades={decades} />}
    </>
  );
};

interface CellProps extends Pick<LayersProps, 'moments' | 'decades'> {
  readonly measure: Measure;
  readonly layer: LayerGradients;
  readonly shaped: ShapedLayer;
}

const Cell = ({ measure, layer, shaped, moments, decades }: CellProps) => {
  const say = useSay();
  switch (measure) {
    case 'bars':
      return (
        <Bars layer={layer} decades={decades}>
          <Ridge moments={moments} layer={shaped.index} decades={decades} />
        </Bars>
      );
    case 'delta':
    case 'slopes':
      return size(layer[measure]?.mean);
    case 'factor':
    case 'move':
      return size(layer[measure]);
    case 'flat':
      return say(words.share, { n: flatOf(layer), of: shaped.outputShape.at(-1) ?? 1 });
  }
};
