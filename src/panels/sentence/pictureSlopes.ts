import type { ShapedLayer } from '../../experiment/widths.ts';
import { kernelShapeOf } from '../network/pictures/kernels.ts';
import { fill, type Text } from '../../text.ts';
import { fixed } from '../../ui/format.ts';
import { probeKey } from '../../worker/frame.ts';
import { isPooling, keepsLargest, poolOf } from './pooling.ts';
import type { Scene, Story } from './situation.ts';

/** How the slopes go back through a layer of a network for pictures; null where the words for any network say it as well. */
export const pictureSlopes = (scene: Scene, layer: ShapedLayer): Story | null => {
  const { shown } = scene;
  const so = shown === null ? wholeOf(layer) : (newestOf(scene, layer, shown) ?? wholeOf(layer));
  return so && { so, todo: null, buttons: [] };
};

const wholeOf = (layer: ShapedLayer): Text | null => {
  const { spec, index, inputShape, outputShape, units } = layer;
  const named = { l: index + 1, type: spec.type, n: units, pool: poolOf(layer) };
  if (isPooling(layer)) {
    if (outputShape.length < 3) return fill(keepsLargest(layer) ? GLOBAL_MAX : GLOBAL_MEAN, named);
    return fill(keepsLargest(layer) ? POOL_MAX : POOL_MEAN, named);
  }
  return spec.type === 'Flatten' && inputShape.length === 3 ? fill(FLATTEN, named) : null;
};

const POOL_MAX: Text = {
  en: 'Layer {l}, {type}: each slope goes back to the largest of its {pool}; the others get 0.',
  ko: '{l}층 {type}: 기울기는 {pool}칸에서 가장 컸던 칸으로만 돌아가고 나머지는 0을 받는다.',
};
const POOL_MEAN: Text = {
  en: 'Layer {l}, {type}: each slope is shared out evenly among its {pool}.',
  ko: '{l}층 {type}: 기울기를 {pool}칸이 똑같이 나누어 받는다.',
};
const GLOBAL_MAX: Text = {
  en: 'Layer {l}, {type}: each slope goes back to the largest cell of its map; the others get 0.',
  ko: '{l}층 {type}: 기울기는 특징맵에서 가장 컸던 칸으로만 돌아가고 나머지는 0을 받는다.',
};
const GLOBAL_MEAN: Text = {
  en: 'Layer {l}, {type}: each slope is shared out evenly over its map.',
  ko: '{l}층 {type}: 기울기를 특징맵의 모든 칸이 똑같이 나누어 받는다.',
};
const FLATTEN: Text = {
  en: 'Layer {l}, Flatten: the {n} slopes go back to their places in the maps.',
  ko: '{l}층 Flatten: 기울기 {n}개가 특징맵의 제자리로 돌아간다.',
};

/** What was revealed last. */
const newestOf = (scene: Scene, layer: ShapedLayer, shown: number): Text | null => {
  const { spec, outputShape, units } = layer;
  const [, , maps = 1] = outputShape;
  const named = { n: shown, of: outputShape.length === 3 ? maps : units, pool: poolOf(layer) };
  if (spec.type === 'Conv2D') return filterSlope(scene, layer, shown - 1);
  if (isPooling(layer)) return fill(keepsLargest(layer) ? MAP_MAX : MAP_MEAN, named);
  const delta = anatomyOf(scene, layer)?.point?.layers[layer.index]?.delta;
  if (spec.type !== 'Dense' || outputShape.length === 3 || delta?.length !== units) return null;
  return fill(NEURON, { ...named, slope: fixed(delta[shown - 1] ?? Number.NaN, 3) });
};

const MAP_MAX: Text = {
  en: 'Map {n} of {of}: each slope goes back to the largest of its {pool}.',
  ko: '특징맵 {of}개 중 {n}번: 기울기는 {pool}칸에서 가장 컸던 칸으로 돌아간다.',
};
const MAP_MEAN: Text = {
  en: 'Map {n} of {of}: each slope is shared out evenly.',
  ko: '특징맵 {of}개 중 {n}번: 기울기를 똑같이 나누어 준다.',
};
const NEURON: Text = {
  en: 'Neuron {n} of {of}: at this picture the slope of its z is {slope}.',
  ko: '뉴런 {of}개 중 {n}번: 이 그림에서 z의 기울기는 {slope}.',
};

/** What the picture on the screen, and the batch, give a layer; undefined where nobody has asked. */
const anatomyOf = ({ frame: { views } }: Scene, { index }: ShapedLayer) => {
  const { picture } = views.maps ?? {};
  const point = picture && 'id' in picture ? picture.id : null;
  return views.anatomies?.[probeKey({ kind: 'anatomy', point, layer: index })];
};

/** The largest slope of one kernel in the batch. */
const filterSlope = (scene: Scene, layer: ShapedLayer, filter: number): Text | null => {
  const shape = kernelShapeOf(layer);
  const slopes = anatomyOf(scene, layer)?.batch.layer?.slopes;
  if (!shape || slopes?.length !== layer.parameters) return null;
  const { tall, wide, channels, filters } = shape;
  const size = (at: number): number => Math.abs(slopes[at * filters + filter] ?? 0);
  let best = 0;
  for (let at = 1; at < tall * wide * channels; at++) if (size(at) > size(best)) best = at;
  const cell = Math.floor(best / channels);
  return fill(channels > 1 ? KERNEL_OF_CHANNEL : KERNEL, {
    n: filter + 1,
    of: filters,
    row: Math.floor(cell / wide),
    column: cell % wide,
    channel: (best % channels) + 1,
    slope: fixed(slopes[best * filters + filter] ?? Number.NaN, 3),
  });
};

const KERNEL: Text = {
  en: 'Filter {n} of {of}: its largest slope is {slope}, at row {row}, column {column}. Nothing moves yet.',
  ko: '필터 {of}개 중 {n}번: 가장 큰 기울기는 {row}행 {column}열의 {slope}. 아직 움직이지 않는다.',
};
const KERNEL_OF_CHANNEL: Text = {
  en: 'Filter {n} of {of}: its largest slope is {slope}, in channel {channel}, row {row}, column {column}. Nothing moves yet.',
  ko: '필터 {of}개 중 {n}번: 가장 큰 기울기는 채널 {channel}, {row}행 {column}열의 {slope}. 아직 움직이지 않는다.',
};
