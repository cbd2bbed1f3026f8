import type { CSSProperties } from 'react';
import { useInputs, useModel } from '../../state/data.ts';
import { useShows } from '../../state/run.ts';
import { useLooking, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { InsertLayer } from './InsertLayer.tsx';
import { LayerChip } from './LayerChip.tsx';
import { layerName, weightName } from './names.ts';
import type { Point } from './layout.ts';
import styles from './Perceptron.module.css';
import { PerceptronFormula } from './PerceptronFormula.tsx';
import { PerceptronPicture } from './PerceptronPicture.tsx';
import { placePerceptron, WIDEST_COMPACT } from './perceptronPlace.ts';
import { useWeights } from './reading.ts';
import { WeightNumber } from './WeightNumber.tsx';

const WEIGHT_OF = { en: '{weight}, weight of {input}', ko: '{weight}, {input}의 가중치' };
const BIAS = { en: 'b, bias', ko: 'b, 편향' };
const POINTS = { kind: 'points' } as const;
/** How much the numbers grow in large text. */
const LARGE = 1.2;

/** Exactly one neuron, drawn whole: inputs, weights, Σ + b, activation, ŷ; and its formula. */
export const Perceptron = () => {
  const say = useSay();
  const [layer] = useModel();
  const { names } = useInputs();
  const weights = useWeights()[0] ?? null;
  const scale = useView((view) => (view.largeText ? LARGE : 1));
  const [box, { width }] = useBox<HTMLDivElement>({ width: 640, height: 400 });
  // Evaluate, and the Microscope, need the height for what they have to say.
  const looking = useLooking();
  const compact = useView(({ stage }) => stage === 'evaluate') || looking;
  useShows(POINTS);
  if (!layer) return null;
  const place = placePerceptron(compact ? Math.min(width, WIDEST_COMPACT) : width, names, scale);
  const numbers = weights ? [...weights.kernel, ...weights.bias] : null;
  const spots = [...place.weights, place.bias];
  return (
    <div className={styles.whole} ref={box}>
      {!place.compact && (
        <div className={styles.heads} style={{ width: place.width }}>
          <span className={styles.head}>
            {say(layerName(-1, 1))} <b>{layer.inputs}</b>
          </span>
          <div className={styles.at} style={{ left: place.pill }}>
            <InsertLayer at={0} words />
          </div>
          <span className={styles.at} style={{ left: place.output }}>
            {say(layerName(0, 1))} <b>1</b>
          </span>
        </div>
      )}
      <div className={styles.scroll}>
        <div
          className={classes(styles.drawing, place.compact && styles.centred)}
          style={{ width: place.width, height: place.height }}
        >
          <PerceptronPicture place={place} weights={weights} />
          {numbers?.map((value, at) => {
            const input = names[at];
            const symbol = input === undefined ? 'b' : weightName(at, names.length);
            return (
              <span key={symbol} className={styles.number} style={spot(spots[at])}>
                {(place.named || input === undefined) && <span className={styles.symbol}>{symbol}</span>}
                <WeightNumber
                  layer={0}
                  at={at}
                  value={value}
                  label={input === undefined ? say(BIAS) : say(WEIGHT_OF, { weight: symbol, input })}
                />
              </span>
            );
          })}
          <div className={styles.chip} style={spot(place.chip)}>
            <LayerChip layer={0} spec={layer.spec} />
          </div>
          {place.compact && (
            <div className={styles.at} style={{ left: place.pill, top: place.chip.y }}>
              <InsertLayer at={0} words />
            </div>
          )}
        </div>
      </div>
      {!compact && (
        <div className={styles.formula}>
          <PerceptronFormula names={names} layer={layer} weights={weights} />
        </div>
      )}
    </div>
  );
};

const spot = (point: Point | undefined): CSSProperties => ({ left: point?.x, top: point?.y });
