import { type LayerSpec } from '../engine/layers/index.ts';
import { sets } from '../data/sets/index.ts';
import { rebase, withoutStart } from './apply.ts';
import { type Design, type Experiment, VERSION } from './experiment.ts';
import { pictureModels } from './pictures.ts';

/*
 * Two networks for the same pictures, to be compared: an MLP, which gives every pixel weights of its own, and a CNN.
 */

export const PAIR = ['mlp', 'cnn'] as const;
export type PairKind = (typeof PAIR)[number];

/** One thing for each of the two. */
export type Both<Thing> = Readonly<Record<PairKind, Thing>>;

/** Makes one thing for each of the two, the MLP first. */
export const both = <Thing>(make: (kind: PairKind) => Thing): Both<Thing> => ({
  mlp: make('mlp'),
  cnn: make('cnn'),
});

/** What a network for pictures is: with a convolution a CNN, without one an MLP. */
export const kindOf = ({ layers }: Design['model']): PairKind =>
  layers.some(({ type }) => type === 'Conv2D') ? 'cnn' : 'mlp';

/** What both have in common beside the design: how long, from how many pictures, and from which seed they learn. */
export interface Terms {
  readonly epochs: number;
  readonly points: number;
  readonly seed: number;
}

/**
 * The two experiments of a design whose data are pictures: the same data, compile and fit, the same seed. The design's
 * own network is one of them, every layer learning from its first weights; the other is the usual one of its kind, which
 * gives its answers as the own one does. Null where the data are no pictures.
 */
export const pairOf = (design: Design, { epochs, points, seed }: Terms): Both<Experiment> | null => {
  const { picture } = sets[design.data.set];
  if (!picture) return null;
  const own = design.model.layers.map(learning);
  const answers = own.at(-1);
  const classes = picture.classes.length;
  const usual = (kind: PairKind): readonly LayerSpec[] =>
    pictureModels[kind]
      .layers(classes)
      .map((layer, index, { length }) =>
        index === length - 1 && answers?.type === 'Dense' && answers.units === classes
          ? { ...answers, id: layer.id }
          : layer,
      );
  return both((kind) =>
    rebase({ version: VERSION, ...design, edits: [] }, 0, {
      data: { points },
      model: { layers: kindOf(design.model) === kind ? own : usual(kind) },
      fit: { epochs },
      seed,
    }),
  );
};

/** A layer that learns, from first weights that nobody set. */
const learning = (layer: LayerSpec): LayerSpec => {
  const own = withoutStart(layer);
  if (!('trainable' in own)) return own;
  const { trainable: _frozen, ...others } = own;
  return others;
};
