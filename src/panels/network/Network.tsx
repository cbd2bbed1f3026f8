import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { ShapedLayer } from '../../experiment/widths.ts';
import { useInputs, useModel } from '../../state/data.ts';
import { useLooking, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { classes } from '../../ui/controls/classes.ts';
import { useArrival } from './arrival.ts';
import { ColumnFoot } from './ColumnFoot.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import { columnWords } from './columnWords.ts';
import { decimalsOf, setByHand } from './formula.ts';
import { Formulas } from './Formulas.tsx';
import { InsertLayer } from './InsertLayer.tsx';
import { FADE, neighbour, placeNetwork } from './layout.ts';
import { Links } from './Links.tsx';
import styles from './Network.module.css';
import { motionOn, useMotion, useNextPhase } from './motion.ts';
import { LossTag } from './LossTag.tsx';
import { layerName } from './names.ts';
import { OrderPlace } from './order/OrderPlace.tsx';
import { PassLinks } from './PassLinks.tsx';
import { useGates, useWeights } from './reading.ts';
import { Tiles } from './Tiles.tsx';
import { UnitNumbers } from './UnitNumbers.tsx';

const NEURONS = {
  en: 'Neurons; arrow keys go from one to the next',
  ko: '뉴런들, 화살표 키로 옮겨 다닙니다',
};
/** So few parameters can all be shown as numbers, where no column is higher than that. */
const FEW = 9;
const FEW_UNITS = 3;
/** The gap that has room for the words "hidden layer". */
const WORDS_GAP = 140;
/** The line of a head on which its name stands, in px. */
const HEAD_LINE = 28;
/** How much wider and higher heads and chips are in large text. */
const LARGE = 1.25;

/** Two neurons or more: inputs and layers as columns of tiles, joined by their weights. */
export const Network = () => {
  const say = useSay();
  const model = useModel();
  const { names } = useInputs();
  const weights = useWeights();
  const gates = useGates(weights);
  const scale = useView((view) => (view.largeText ? LARGE : 1));
  const looking = useLooking();
  const [box, { width, height }] = useBox<HTMLDivElement>({ width: 640, height: 380 });
  const drawing = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState({ layer: 0, unit: 0 });
  useArrival(drawing, model.length);
  const motion = useMotion();
  useNextPhase();

  const units = [names.length, ...model.map((layer) => layer.units)];
  const inputShape = useMemo(() => [names.length], [names.length]);
  // Evaluate needs the height for what it has to say.
  const evaluating = useView((view) => view.stage === 'evaluate');
  const parameters = model.reduce((sum, layer) => sum + layer.parameters, 0);
  const few = !evaluating && parameters <= FEW && Math.max(...units) <= FEW_UNITS;
  const least = columnWords(names, model, scale);
  const room = { width, height, scale };
  const plain = placeNetwork(units, room, false, least);
  const full = few ? placeNetwork(units, room, true, least) : plain;
  // The Microscope leaves little of the height: rather fewer words than a drawing cut off.
  const place = looking && height < full.leastHeight ? plain : full;
  const gaps = place.columns.slice(1).map(({ left }, layer) => {
    const before = place.columns[layer];
    return (left + (before ? before.left + before.width : 0)) / 2;
  });
  // Sums of gaps may come out a hair wider than the room that they were made from.
  const scrolls = place.width > width + 0.5;
  const numbers = weights.flatMap((own, layer) =>
    own ? [...own.kernel, ...own.bias] : model[layer]?.spec.type === 'Dense' ? [Number.NaN] : [],
  );
  const short = few && setByHand(numbers);
  const here = stop.unit < (units[stop.layer + 1] ?? 0) ? stop : { layer: 0, unit: 0 };

  const footOf = ({ id, index, spec: { type } }: ShapedLayer) => ({
    role: 'group',
    tabIndex: -1,
    'data-layer': index,
    'data-of': id,
    'aria-label': `${say(layerName(index, model.length, type === 'Dense'))}: ${type}`,
  });

  const walk = (event: KeyboardEvent<HTMLButtonElement>, layer: number, unit: number) => {
    if (!event.key.startsWith('Arrow')) return;
    // An arrow belongs to the grid even at its edge: it must not step through time there.
    event.preventDefault();
    event.stopPropagation();
    const next = neighbour(place.columns.slice(1), layer, unit, event.key);
    if (!next) return;
    setStop(next);
    drawing.current?.querySelector<HTMLElement>(`[data-neuron="${next.layer} ${next.unit}"]`)?.focus();
  };

  return (
    <div className={styles.whole}>
      <div
        className={classes(styles.stage, scrolls && styles.scrolls)}
        ref={box}
        style={{ minHeight: (looking ? plain : full).leastHeight }}
      >
        <div
          className={styles.drawing}
          ref={drawing}
          style={{
            left: Math.max(0, (width - place.width) / 2),
            width: place.width + (scrolls ? FADE : 0),
            height: place.height,
          }}
        >
          <OrderPlace
            stage={box}
            drawing={drawing}
            gaps={gaps}
            ids={model.map(({ id }) => id)}
            top={0}
            bottom={place.footTop}
          >
            <svg className={styles.links} width={place.width} height={place.height} aria-hidden="true">
              {model.map(({ id, spec }, layer) => {
                const [before, after] = [place.columns[layer], place.columns[layer + 1]];
                const key = `${id} ${before?.tiles.length} ${after?.tiles.length}`;
                if (!before || !after) return null;
                if (spec.type !== 'Dense') {
                  return <PassLinks key={key} layer={layer} before={before} after={after} />;
                }
                return (
                  <Links
                    key={key}
                    layer={layer}
                    before={before}
                    after={after}
                    weights={weights[layer] ?? null}
                    numbers={few}
                    short={short}
                    motion={motionOn(motion, layer)}
                  />
                );
              })}
            </svg>
            {place.columns.map(({ left, width: wide }, column) => (
              <div
                key={model[column - 1]?.id ?? 'inputs'}
                data-of={model[column - 1]?.id}
                className={styles.head}
                style={{ left, width: wide, height: place.headHeight }}
              >
                <ColumnHead layer={column - 1} units={units[column] ?? 0} narrow={place.narrow} />
              </div>
            ))}
            {gaps.map((left, layer) => {
              const [before, after] = [place.columns[layer], place.columns[layer + 1]];
              const wide = before && after ? after.left - before.left - before.width : 0;
              return (
                <div
                  key={model[layer]?.id}
                  className={styles.insert}
                  style={{ left, height: place.tight ? HEAD_LINE : place.headHeight }}
                >
                  <InsertLayer at={layer} words={model.length === 1 && wide > WORDS_GAP} />
                </div>
              );
            })}
            <div role="group" aria-label={say(NEURONS)}>
              <Tiles place={place} weights={weights} gates={gates} stop={here} onWalk={walk} />
            </div>
            <UnitNumbers
              place={place}
              weights={weights}
              all={few && place === full}
              digits={short ? decimalsOf(numbers) : 3}
            />
            {motion?.phase.kind === 'loss' && <LossTag column={place.columns.at(-1)} />}
            {place.columns.map(({ left, width: wide }, column) => {
              const layer = model[column - 1];
              return (
                <div
                  key={layer?.id ?? 'inputs'}
                  className={styles.foot}
                  style={{ left, width: wide, top: place.footTop }}
                  {...(layer && footOf(layer))}
                >
                  <ColumnFoot
                    layer={column - 1}
                    spec={layer?.spec ?? null}
                    shape={layer?.outputShape ?? inputShape}
                    parameters={layer?.parameters ?? 0}
                    narrow={place.narrow}
                    tight={place.tight}
                  />
                </div>
              );
            })}
          </OrderPlace>
        </div>
      </div>
      <div className={classes(styles.below, (few || evaluating || looking) && styles.bare)}>
        {few && !looking && <Formulas weights={weights} gates={gates} short={short} />}
      </div>
    </div>
  );
};
