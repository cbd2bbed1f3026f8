import { useCallback, useMemo, useRef, useState } from 'react';
import { sizeOf } from '../../../engine/shape.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { useModel, usePictures } from '../../../state/data.ts';
import { useMaps } from '../../../state/picture.ts';
import { useRevealed } from '../../../state/revealed.ts';
import { useFrame } from '../../../state/run.ts';
import { useSlopes } from '../../../state/slopes.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { useBox } from '../../../ui/charts/useBox.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { useMedia } from '../../../ui/useMedia.ts';
import { useArrival } from '../arrival.ts';
import { ColumnFoot } from '../ColumnFoot.tsx';
import { InsertLayer } from '../InsertLayer.tsx';
import { FADE } from '../layout.ts';
import { motionOn, useMotion } from '../motion.ts';
import { layerName } from '../names.ts';
import network from '../Network.module.css';
import { OrderPlace } from '../order/OrderPlace.tsx';
import { Bands } from './Bands.tsx';
import { placeMaps } from './layout.ts';
import type { WalkMaps } from './MapButtons.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { MapHead, Name } from './MapHead.tsx';
import css from './MapNetwork.module.css';
import { Maps } from './Maps.tsx';
import { rampOf } from './paint.ts';
import { nextMap } from './walk.ts';
import { Way } from './Way.tsx';

const WORDS = {
  maps: { en: 'Feature maps; arrow keys go from one to the next', ko: '특징맵들, 화살표 키로 옮겨 다닙니다' },
  features: { en: 'feature extraction', ko: '특징추출부' },
  classes: { en: 'classification', ko: '분류부' },
  notYet: { en: 'not yet', ko: '아직 없음' },
};
const NO_PICTURE = [1, 1, 1] as const;
/** Right of the last column, for the + before the output: as wide as that, or a scroll bar would come and go. */
const PLUS = 32;
const FINGER_PLUS = 44;

/** A network for pictures: the picture, and what each layer makes of it; the last layer's answer stands under Output. */
export const MapNetwork = () => {
  const say = useSay();
  const model = useModel();
  const set = usePictures();
  const seen = useMaps();
  const frame = useFrame();
  const large = useView((view) => view.largeText);
  // Evaluate needs the height for what it has to say.
  const compact = useView((view) => view.stage === 'evaluate' && !view.microscope);
  const coarse = useMedia('(pointer: coarse)');
  const edge = coarse ? FINGER_PLUS : PLUS;
  const [box, { width, height }] = useBox<HTMLDivElement>({ width: 640, height: 380 });
  const drawing = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState({ layer: 0, map: 0 });
  useArrival(drawing, model.length);

  const input = set?.shape ?? NO_PICTURE;
  const shown = model.slice(0, -1);
  const place = useMemo(() => {
    const shapes = [input, ...model.slice(0, -1).map(({ outputShape }) => outputShape)];
    const room = { width: width - edge, height, large, coarse, compact };
    const counts = model.map(({ parameters }) => parameters);
    return placeMaps(shapes, room, counts);
  }, [input, model, width, height, large, coarse, edge, compact]);
  const gaps = useMemo(
    () =>
      place.columns.map(({ left, width: wide }, column) => {
        const next = place.columns[column + 1];
        return next ? (left + wide + next.left) / 2 : left + wide + edge / 2;
      }),
    [place, edge],
  );
  const ids = model.map(({ id }) => id);
  // The maps of another network are on their way out when this one is here.
  const fits = seen?.layers.length === model.length && seen.input.length === sizeOf(input);
  const outputsOf = (layer: number) => {
    const own = fits ? seen.layers[layer]?.outputs : undefined;
    return own?.length === model[layer]?.units ? (own ?? null) : null;
  };
  const under = frame?.phase?.phase;
  const motion = useMotion();
  const revealed = useRevealed();
  const slopes = useSlopes();
  const slopesOf = (layer: number) =>
    (slopes && layer >= slopes.layer && slopes.point?.layers[layer]?.delta) || null;
  const notYet = (layer: number) => under?.kind === 'forward' && layer > (under.layer ?? 0);
  const firstList = shown.findIndex(({ outputShape }) => outputShape.length === 1);
  const here = (place.columns[stop.layer + 1]?.spots.length ?? 1) > stop.map ? stop : { layer: 0, map: 0 };
  const scrolls = place.width + edge > width + 0.5;

  const footOf = ({ id, index, spec: { type } }: ShapedLayer) => ({
    role: 'group',
    tabIndex: -1,
    'data-layer': index,
    'data-of': id,
    'aria-label': `${say(layerName(index, model.length, type === 'Dense'))}: ${type}`,
  });

  const walk = useCallback<WalkMaps>(
    (event, layer, map) => {
      if (!event.key.startsWith('Arrow')) return;
      event.preventDefault();
      event.stopPropagation();
      const next = nextMap(place.columns.slice(1), layer, map, event.key);
      if (!next) return;
      setStop(next);
      drawing.current?.querySelector<HTMLElement>(`[data-neuron="${next.layer} ${next.map}"]`)?.focus();
    },
    [place],
  );
  const span = (from: number, to: number) => {
    const [first, last] = [place.columns[from], place.columns[to]];
    return first && last ? { left: first.left, width: last.left + last.width - first.left } : null;
  };
  const features = firstList === 0 ? null : span(1, firstList < 0 ? shown.length : firstList);
  const classesSpan = firstList < 0 ? null : span(firstList + 1, shown.length);

  return (
    <div
      className={classes(css.stage, scrolls && network.scrolls)}
      ref={box}
      style={{ minHeight: Math.min(place.height, compact ? 160 : 320) }}
    >
      <div
        className={css.drawing}
        ref={drawing}
        style={{
          left: Math.max(0, (width - edge - place.width) / 2),
          width: place.width + edge + (scrolls ? FADE : 0),
          height: place.height,
        }}
      >
        <OrderPlace stage={box} drawing={drawing} gaps={gaps} ids={ids} top={24} bottom={place.footTop}>
          <svg className={css.bands} width={place.width} height={place.height} aria-hidden="true">
            <Bands place={place} edge={edge} phase={under} motion={motion} />
            <Way place={place} />
          </svg>
          {features && (
            <p className={css.bracket} style={features}>
              {say(WORDS.features)}
            </p>
          )}
          {classesSpan && (
            <p className={css.bracket} style={classesSpan}>
              {say(WORDS.classes)}
            </p>
          )}
          {!compact &&
            place.columns.map(({ left, width: wide }, column) => (
              <div
                key={model[column - 1]?.id ?? 'input'}
                data-of={model[column - 1]?.id}
                className={css.head}
                style={{ left, width: wide, top: 24, height: place.headHeight - 24 }}
              >
                <MapHead layer={column === 0 ? null : (model[column - 1] ?? null)} narrow={place.narrow} />
              </div>
            ))}
          {!compact &&
            gaps.map((left, gap) => (
              <div
                key={model[gap]?.id ?? 'output'}
                className={css.insert}
                style={{ left, top: 24, height: place.headHeight - 24 }}
              >
                <InsertLayer at={gap} />
              </div>
            ))}
          {place.columns[0] && (
            <MapCanvas
              column={place.columns[0]}
              rows={input[0] ?? 1}
              columns={input[1] ?? 1}
              values={fits ? seen.input : null}
              ramp="pixels"
            />
          )}
          <div role="group" aria-label={say(WORDS.maps)}>
            {shown.map((layer, index) => {
              const column = place.columns[index + 1];
              if (!column) return null;
              const late = notYet(index);
              return (
                <div key={layer.id} data-maps={index}>
                  <Maps
                    layer={layer}
                    column={column}
                    outputs={late ? null : outputsOf(index)}
                    ramp={rampOf(model, index)}
                    slopes={slopesOf(index)}
                    part={revealed?.layer === index ? revealed : null}
                    motion={motionOn(motion, index)}
                    weights={frame?.weights[index] ?? null}
                    now={under?.layer === index}
                    stop={here.layer === index ? here.map : null}
                    onWalk={walk}
                  />
                  {late && (
                    <span
                      className={css.notYet}
                      style={{
                        left: column.left,
                        top: column.box.y + column.box.height / 2 - 8,
                        width: column.width,
                      }}
                    >
                      {say(WORDS.notYet)}
                    </span>
                  )}
                </div>
              );
            })}
          </div>
          {place.columns.map((column, index) => {
            const layer = model[index - 1];
            const { left, width: wide } = column;
            return (
              <div
                key={layer?.id ?? 'input'}
                className={css.foot}
                style={{ left, width: wide, top: place.footTop }}
                {...(layer && footOf(layer))}
              >
                {compact ? (
                  <Name layer={layer ?? null} />
                ) : (
                  <ColumnFoot
                    layer={index - 1}
                    spec={layer?.spec ?? null}
                    shape={layer?.outputShape ?? input}
                    parameters={layer?.parameters ?? 0}
                    narrow={place.narrow}
                    tight={place.tight}
                    headed
                    room={column.wordsRoom}
                    height={place.wordsHeight}
                  />
                )}
              </div>
            );
          })}
        </OrderPlace>
      </div>
    </div>
  );
};
