import { definitionOf } from '../../../engine/layers/index.ts';
import type { WeightShape } from '../../../engine/layers/layer.ts';
import { sizeOf } from '../../../engine/shape.ts';
import type { Design } from '../../../experiment/experiment.ts';
import { shapedLayers } from '../../../experiment/widths.ts';
import type { Selection } from '../../../state/view.ts';
import { fill, same, type Text, withNames } from '../../../text.ts';
import type { WeightPlace } from '../../../worker/landscape/landscape.ts';
import { layerName, unitName, weightName } from '../../network/names.ts';
import { isOneNeuron } from '../../sentence/situation.ts';

/**
 * A layer that learns: its weights lie in rows of one for each neuron, filter or channel, so that `at` is part × owners +
 * owner.
 */
export interface LearningLayer {
  readonly layer: number;
  readonly name: Text;
  /** What its weights belong to. */
  readonly kind: 'neuron' | 'filter' | 'channel';
  readonly owners: readonly Text[];
  readonly parts: readonly Part[];
}

/** One weight of a neuron: "w₁", "b"; a cell of a kernel by its row and column, counted from 0. */
export interface Part {
  readonly name: Text;
  /** What it is called at an axis. */
  readonly symbol: string;
}

/** The layers of a network that learn, first to last, with the names of all their weights. */
export const learningLayers = (design: Pick<Design, 'data' | 'model'>): readonly LearningLayer[] => {
  const layers = shapedLayers(design);
  const neurons = layers.every(({ spec }) => spec.type === 'Dense');
  const units = layers.map((each) => each.units);
  return layers.flatMap(({ index, spec, inputShape }): readonly LearningLayer[] => {
    const learned = definitionOf(spec)
      .weights(spec, inputShape)
      .filter(({ statistic }) => !statistic);
    const [first] = learned;
    if (!first) return [];
    const kind = spec.type === 'Dense' ? 'neuron' : spec.type === 'Conv2D' ? 'filter' : 'channel';
    return [
      {
        layer: index,
        name: neurons
          ? layerName(index, layers.length)
          : { en: `Layer ${index + 1} · ${spec.type}`, ko: `${index + 1}층 · ${spec.type}` },
        kind,
        owners: Array.from({ length: first.shape.at(-1) ?? 1 }, (_, owner) =>
          kind === 'neuron' ? same(unitName(index, owner, units)) : numbered(kind, owner),
        ),
        parts: learned.flatMap(partsOf),
      },
    ];
  });
};

const numbered = (kind: 'filter' | 'channel', owner: number): Text =>
  kind === 'filter'
    ? { en: `filter ${owner + 1}`, ko: `필터 ${owner + 1}` }
    : { en: `channel ${owner + 1}`, ko: `채널 ${owner + 1}` };

const SHORT: Readonly<Record<string, string>> = { bias: 'b', gamma: 'γ', beta: 'β' };

const partsOf = ({ name, shape }: WeightShape): readonly Part[] => {
  const short = SHORT[name];
  if (short) return [{ name: same(short), symbol: short }];
  const [inputs = 1, columns = 1, channels = 1] = shape;
  return Array.from({ length: sizeOf(shape.slice(0, -1)) }, (_, part): Part => {
    if (shape.length < 4) {
      const symbol = weightName(part, inputs);
      return { name: same(symbol), symbol };
    }
    const cell = Math.floor(part / channels);
    const place = { row: Math.floor(cell / columns), column: cell % columns, channel: (part % channels) + 1 };
    return { name: fill(channels > 1 ? CELL_OF_CHANNEL : CELL, place), symbol: 'w' };
  });
};

const CELL: Text = { en: 'row {row}, column {column}', ko: '{row}행 {column}열' };
const CELL_OF_CHANNEL: Text = {
  en: 'channel {channel}, row {row}, column {column}',
  ko: '채널 {channel}, {row}행 {column}열',
};

/** Where a weight stands among those of its layer. */
export const splitPlace = (
  { owners }: LearningLayer,
  at: number,
): { readonly part: number; readonly owner: number } => ({
  part: Math.floor(at / owners.length),
  owner: at % owners.length,
});

export const placeOf = (
  { layer, owners }: LearningLayer,
  { part, owner }: { readonly part: number; readonly owner: number },
): WeightPlace => ({ layer, at: part * owners.length + owner });

/** The weight that is selected; of a neuron or a layer, or where nothing is, the first. Null where nothing learns. */
export const chosenWeight = (
  layers: readonly LearningLayer[],
  selected: Selection | null,
): WeightPlace | null => {
  const wanted = selected && selected.kind !== 'loss' ? selected.layer : undefined;
  const own = layers.find(({ layer }) => layer === wanted);
  if (own && selected?.kind === 'weight' && selected.at < own.owners.length * own.parts.length) {
    return { layer: own.layer, at: selected.at };
  }
  // A cell of a map belongs to the filter that its channel comes from.
  if (own && selected?.kind === 'unit') return { layer: own.layer, at: selected.unit % own.owners.length };
  const first = own ?? layers[0];
  return first ? { layer: first.layer, at: 0 } : null;
};

/** What a weight is called: "w₁", and in a network with its neuron: "w₁ of h₂", "h₂의 w₁". */
export const nameOf = (design: Design, own: LearningLayer, at: number): Text => {
  const { part, owner } = splitPlace(own, at);
  const weight = own.parts[part]?.name ?? same('');
  if (isOneNeuron(design)) return weight;
  return withNames(
    { en: '{weight} of {owner}', ko: '{owner}의 {weight}' },
    { weight, owner: own.owners[owner] ?? same('') },
  );
};
