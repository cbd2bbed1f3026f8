import { outputOf, type ShapedLayer, shapedLayers } from '../../experiment/widths.ts';
import { type DataSet, isExactGate, targetOf, trainingRows } from '../../data/data.ts';
import { featuresIn } from '../../data/inputs.ts';
import { gateName, separable } from '../../data/gates.ts';
import type { Problem } from '../../experiment/check.ts';
import type { Design, Patch } from '../../experiment/experiment.ts';
import type { Deed } from '../../state/deed.ts';
import type { Text } from '../../text.ts';
import type { ViewStep } from '../../state/view.ts';
import type { Frame } from '../../worker/frame.ts';
import type { Watched } from './watched.ts';

/** All that the sentence depends on. */
export interface Situation {
  readonly design: Design;
  readonly data: DataSet;
  /** null until the trainer has answered for the first time. */
  readonly frame: Frame | null;
  readonly deed: Deed;
  /** Updates made since the deed, with a fraction inside a batch; below 0 after stepping back past it. */
  readonly since: number;
  /** Did the last update leave every weight as it was? */
  readonly still: boolean;
  /** Was the last thing a step forward, made at rest? */
  readonly stepped: boolean;
  /** Predictions are the class's to guess: how many are right is not told. */
  readonly predictionsHidden: boolean;
  /** Do two networks that are compared stand in the place of one's own? */
  readonly comparing: boolean;
  /** Page of the tour "built from OR and NAND", 1–5. */
  readonly tour: number | null;
  readonly stepSize: ViewStep;
  /** How many units of the phase under way are shown, neuron by neuron; null: all of them. */
  readonly shown: number | null;
  /** Of the newest map so many cells, while a window walks over it; null: all of them. */
  readonly cells: number | null;
  /** The numbers of the phases, where they are to be told. */
  readonly watched: Watched;
  /** Steps of that size a second while playing. */
  readonly speed: number;
  readonly problems: readonly Problem[];
}

/** The same once there is a frame: what the tellers of the story take. */
export interface Scene extends Situation {
  readonly frame: Frame;
}

/** What a button of the sentence does; acts.ts carries it out. */
export type Act =
  | 'hidden-layer'
  | 'how-few'
  | 'build-xor'
  | 'train-built'
  | 'use-sigmoid'
  | 'use-tanh'
  | 'use-relu'
  | 'learn-by-rule'
  | 'new-weights'
  | 'rate-tenth'
  | 'fix';

export interface StoryButton {
  readonly words: Text;
  readonly act: Act;
  /** The one thing to do here. */
  readonly solid?: boolean;
  /** What a 'fix' changes. */
  readonly patch?: Patch;
}

export interface Story {
  /** What is so. */
  readonly so: Text;
  /** What to do, or what follows. */
  readonly todo: Text | null;
  readonly buttons: readonly StoryButton[];
  /** "More exactly": folded beside the statement it qualifies. */
  readonly more?: Text;
  /** Solved, settled, halted or refused: read aloud even while playing. */
  readonly event?: boolean;
}

/** One of the things there are to say; null where it does not apply. */
export type Teller = (scene: Scene) => Story | null;

/** Exactly one neuron: one layer of one unit. */
export const isOneNeuron = ({ model }: Design): boolean =>
  model.layers.length === 1 && outputOf(model).units === 1;

export const hiddenLayers = (design: Design): readonly ShapedLayer[] => shapedLayers(design).slice(0, -1);

/** The four exact points of a truth table, none moved, added or removed. */
export const isTable = ({ data }: Design): boolean => isExactGate(data) && data.changes.length === 0;

/** A truth table that no single line can part: XOR or XNOR, with nothing but x₁ and x₂ going in. */
export const isCrossed = (design: Design): boolean =>
  isTable(design) && !separable(design.data.answers) && featuresIn(design.data).length === 0;

/** The name of the gate the data come from, exact or scattered; null for other data and once points were changed. */
export const gateOf = ({ data }: Design): Text | null =>
  data.set === 'gate' && data.changes.length === 0 ? gateName(data.answers) : null;

/** The network that builds XOR from OR and NAND: 2-2-1 of step functions. */
export const isBuilt = (design: Design): boolean => {
  const layers = shapedLayers(design);
  const [hidden, output, more] = layers;
  return (
    !more &&
    hidden?.units === 2 &&
    output?.units === 1 &&
    layers.every((layer) => layer.activation === 'step')
  );
};

/** The rows that are trained on; of very many the reading has counted some only. */
const rowsOf = ({ data, fit }: Design): number => trainingRows(data, fit.validation_split);

/** Every training point is answered rightly. */
export const isSolved = ({ frame: { reading }, design }: Scene): boolean =>
  targetOf(design.data).kind === 'classes' && reading.right === rowsOf(design);

/** Updates that an epoch makes: its batches, the last one possibly smaller. */
export const updatesAnEpoch = ({ design }: Pick<Scene, 'design'>): number =>
  Math.ceil(rowsOf(design) / design.fit.batch_size);

/** Epochs for which a deed is still the news while playing: two seconds at 30 epochs a second. */
const NEWS = 60;

/** Has nothing happened since the deed, or only a moment's learning? */
export const isRecent = (scene: Scene): boolean => {
  const { since, frame } = scene;
  return since === 0 || (frame.playing && since > 0 && since <= NEWS * updatesAnEpoch(scene));
};

/** Is time slow enough to read a line for every batch or phase? */
export const isSlow = ({ frame, speed }: Scene): boolean => isSlowAt(frame, speed);
export const isSlowAt = ({ playing }: Frame, speed: number): boolean => !playing || speed <= 2;

/** Does time go by phases, whole or neuron by neuron? */
export const isByPhases = (size: ViewStep): boolean => size === 'phase' || size === 'neuron';
