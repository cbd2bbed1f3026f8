import { definitionOf } from '../../engine/layers/index.ts';
import { strongest } from '../../experiment/cells.ts';
import { answersFrom, type ShapedLayer, shapedLayers } from '../../experiment/widths.ts';
import { fill, type Text, withNames } from '../../text.ts';
import { count, fixed } from '../../ui/format.ts';
import { pictureSlopes } from './pictureSlopes.ts';
import { isOfPictures } from './pictures.ts';
import { isPooling, keepsLargest, poolOf } from './pooling.ts';
import type { Scene, Teller } from './situation.ts';
import { activationWords } from './terms.ts';
import { plural } from './texts.ts';

/** The phases of a network for pictures: what its layer does with maps; revealed step by step, what the newest map, cell or neuron is. */
export const picturePhase: Teller = (scene) => {
  const { frame, design } = scene;
  const phase = frame.phase?.phase;
  const layers = shapedLayers(design);
  const own = phase && phase.layer !== null ? layers[phase.layer] : undefined;
  if (!isOfPictures(design) || !own || !phase) return null;
  if (phase.kind === 'backward') return pictureSlopes(scene, own);
  const newest = scene.shown === null ? null : newestOf(scene, own, layers);
  if (newest) return { todo: null, ...newest, buttons: [] };
  const so = wholeOf(own);
  if (!so) return null;
  const rows = frame.phase?.rows ?? 0;
  const first = own.index === 0;
  return {
    so: first ? withNames(rows === 1 ? TAKES_ONE : TAKES, { so }, { k: rows }) : so,
    todo: null,
    buttons: [],
  };
};

const TAKES: Text = { en: 'Takes {k} pictures. {so}', ko: '그림 {k}개를 꺼낸다. {so}' };
const TAKES_ONE: Text = { en: 'Takes a picture. {so}', ko: '그림 한 개를 꺼낸다. {so}' };

/** What comes in: the picture, or maps. */
const fromWords = ({ index, inputShape }: ShapedLayer): Text =>
  index === 0
    ? { en: 'the picture', ko: '그림' }
    : fill(plural({ en: '{c} maps', ko: '특징맵 {c}개' }, inputShape[2] ?? 1, 'maps'), {
        c: inputShape[2] ?? 1,
      });

/** What a layer does, all of it at once; null where the words for any network say it as well. */
const wholeOf = (layer: ShapedLayer): Text | null => {
  const { spec, index, inputShape, outputShape, inputs, units } = layer;
  const [h = 1, w = 1, f = 1] = outputShape;
  const named = {
    l: index + 1,
    type: spec.type,
    h,
    w,
    f,
    n: count(units),
    m: count(inputs),
    pool: poolOf(layer),
  };
  if (spec.type === 'Conv2D') {
    const words: Text = {
      en:
        f === 1
          ? 'Layer {l}, Conv2D: a filter slides over {from} and gives a map of {h} × {w}.'
          : 'Layer {l}, Conv2D: {f} filters slide over {from} and give {f} maps of {h} × {w}.',
      ko: '{l}층 Conv2D: 필터 {f}개가 {from} 위를 움직여 {h}×{w} 특징맵 {f}개를 만든다.',
    };
    return withNames(words, { from: fromWords(layer) }, named);
  }
  if (isPooling(layer)) {
    if (outputShape.length < 3) return fill(keepsLargest(layer) ? GLOBAL_MAX : GLOBAL_MEAN, named);
    return fill(plural(keepsLargest(layer) ? POOL_MAX : POOL_MEAN, f, 'maps'), named);
  }
  if (spec.type === 'Flatten' && inputShape.length === 3) {
    const [height = 1, width = 1, maps = 1] = inputShape;
    return fill(plural(FLATTEN, maps, 'maps'), { ...named, h: height, w: width, f: maps });
  }
  if (spec.type === 'Dense')
    return outputShape.length < 3 ? fill(plural(DENSE, units, 'neurons'), named) : null;
  return withNames(OTHER, { line: definitionOf(spec).line }, named);
};

const POOL_MAX: Text = {
  en: 'Layer {l}, {type}: of each {pool} the largest stays. {f} maps of {h} × {w}.',
  ko: '{l}층 {type}: {pool}칸마다 가장 큰 값만 남긴다. {h}×{w} 특징맵 {f}개.',
};
const POOL_MEAN: Text = {
  en: 'Layer {l}, {type}: each {pool} becomes its mean. {f} maps of {h} × {w}.',
  ko: '{l}층 {type}: {pool}칸마다 평균을 낸다. {h}×{w} 특징맵 {f}개.',
};
const GLOBAL_MAX: Text = {
  en: 'Layer {l}, {type}: of each map its largest value stays, {n} in all.',
  ko: '{l}층 {type}: 특징맵마다 가장 큰 값만 남겨 값 {n}개가 된다.',
};
const GLOBAL_MEAN: Text = {
  en: 'Layer {l}, {type}: each map becomes its mean, {n} in all.',
  ko: '{l}층 {type}: 특징맵마다 평균을 내어 값 {n}개가 된다.',
};
const FLATTEN: Text = {
  en: 'Layer {l}, Flatten: lays {f} maps of {h} × {w} out as one list of {n} numbers.',
  ko: '{l}층 Flatten: {h}×{w} 특징맵 {f}개를 값 {n}개의 목록 하나로 편다.',
};
const DENSE: Text = {
  en: 'Layer {l}, Dense: {n} neurons, each weighing {m} numbers.',
  ko: '{l}층 Dense: 뉴런 {n}개가 저마다 값 {m}개를 모두 본다.',
};
const OTHER: Text = { en: 'Layer {l}, {type}. {line}', ko: '{l}층 {type}. {line}' };

type Newest = { readonly so: Text; readonly todo?: Text } | null;

/** What was revealed last; null where that is not told. */
const newestOf = (scene: Scene, layer: ShapedLayer, layers: readonly ShapedLayer[]): Newest => {
  const { frame, shown, predictionsHidden } = scene;
  const seen = frame.views.maps?.layers[layer.index];
  const known = seen?.outputs.length === layer.units && seen.sums.length === layer.units ? seen : null;
  const { outputShape, spec, index } = layer;
  const told = known && !(predictionsHidden && index >= answersFrom(layers)) ? known : null;
  if (outputShape.length === 3) return newestMap(scene, layer, told);
  if (spec.type !== 'Dense' || !told) return null;
  const unit = (shown ?? 1) - 1;
  const { en, ko } = activationWords(layer.activation);
  return {
    so: withNames(
      {
        en: `Neuron {n} of {of}: z = {z}${layer.activation === 'linear' ? '.' : `, ${en} makes {a} of it.`}`,
        ko: `뉴런 {of}개 중 {n}번: z = {z}${layer.activation === 'linear' ? '.' : ', {name:을/를} 거쳐 {a}.'}`,
      },
      { name: { en: ko, ko } },
      {
        n: unit + 1,
        of: layer.units,
        z: fixed(told.sums[unit] ?? Number.NaN, 3),
        a: fixed(told.outputs[unit] ?? Number.NaN, 3),
      },
    ),
  };
};

interface Numbers {
  readonly sums: Float32Array;
  readonly outputs: Float32Array;
}

const newestMap = (scene: Scene, layer: ShapedLayer, seen: Numbers | null): Newest => {
  const { shown, cells } = scene;
  const { outputShape, spec } = layer;
  const [, width = 1, maps = 1] = outputShape;
  const map = (shown ?? 1) - 1;
  const placeOf = (cell: number) => ({ row: Math.floor(cell / width), column: cell % width });
  const named = { n: map + 1, of: maps, pool: poolOf(layer) };
  if (cells !== null && seen) return newestCell(scene, layer, seen, { ...named, ...placeOf(cells - 1) });
  const words =
    spec.type === 'Conv2D' ? FILTER : isPooling(layer) ? (keepsLargest(layer) ? KEEPS : MEANS) : MAP;
  const so = withNames(words, { from: fromWords(layer) }, named);
  if (!seen) return { so };
  const best = strongest(seen.outputs, map, outputShape);
  const a = fixed(seen.outputs[best] ?? Number.NaN, 3);
  return { so, todo: fill(LARGEST, { a, ...placeOf(Math.floor(best / maps)) }) };
};

const FILTER: Text = {
  en: 'Filter {n} of {of} slides over {from} and gives map {n}.',
  ko: '필터 {of}개 중 {n}번이 {from} 위를 움직여 특징맵 {n}번을 만든다.',
};
const KEEPS: Text = {
  en: 'Map {n} of {of}: of each {pool} the largest stays.',
  ko: '특징맵 {of}개 중 {n}번: {pool}칸마다 가장 큰 값만 남긴다.',
};
const MEANS: Text = {
  en: 'Map {n} of {of}: each {pool} becomes its mean.',
  ko: '특징맵 {of}개 중 {n}번: {pool}칸마다 평균을 낸다.',
};
const MAP: Text = { en: 'Map {n} of {of}.', ko: '특징맵 {of}개 중 {n}번.' };
const LARGEST: Text = {
  en: 'Its largest value is {a}, at row {row}, column {column}.',
  ko: '가장 큰 값은 {row}행 {column}열의 {a}.',
};

interface CellNamed {
  readonly n: number;
  readonly of: number;
  readonly row: number;
  readonly column: number;
}

/** The cell at which the window stands. */
const newestCell = (scene: Scene, layer: ShapedLayer, seen: Numbers, named: CellNamed): Newest => {
  const { outputShape, activation, index } = layer;
  const [, width = 1, maps = 1] = outputShape;
  const map = named.n - 1;
  const unit = (named.row * width + named.column) * maps + map;
  const a = fixed(seen.outputs[unit] ?? Number.NaN, 3);
  if (isPooling(layer)) return { so: fill(keepsLargest(layer) ? CELL_MAX : CELL_MEAN, { ...named, a }) };
  const bias = scene.frame.weights[index]?.bias[map];
  const z = Number((seen.sums[unit] ?? Number.NaN).toFixed(3));
  // As in the Microscope the sum is what is left of z, so that the numbers add up as they are printed.
  const b = bias === undefined ? null : Number(bias.toFixed(3));
  const sum =
    b === null
      ? fixed(z, 3)
      : `${fixed(z - b, 3)} + b ${b < 0 ? `(${fixed(b, 3)})` : fixed(b, 3)} = ${fixed(z, 3)}`;
  const { en, ko } = activationWords(activation);
  const plain = activation === 'linear';
  return {
    so: withNames(
      {
        en: `Map {n}, row {row}, column {column}: sum {sum}${plain ? '.' : `, ${en} makes {a} of it.`}`,
        ko: `특징맵 {n}번 {row}행 {column}열: 합 {sum}${plain ? '.' : ', {name:을/를} 거쳐 {a}.'}`,
      },
      { name: { en: ko, ko } },
      { ...named, sum, a },
    ),
  };
};

const CELL_MAX: Text = {
  en: 'Map {n}, row {row}, column {column}: the largest under the window is {a}.',
  ko: '특징맵 {n}번 {row}행 {column}열: 창 아래에서 가장 큰 값은 {a}.',
};
const CELL_MEAN: Text = {
  en: 'Map {n}, row {row}, column {column}: the mean under the window is {a}.',
  ko: '특징맵 {n}번 {row}행 {column}열: 창 아래의 평균은 {a}.',
};
