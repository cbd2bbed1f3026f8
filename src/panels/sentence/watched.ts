import { targetOf } from '../../data/data.ts';
import { inputWidth } from '../../data/inputs.ts';
import { outputOf, shapedLayers } from '../../experiment/widths.ts';
import { momentumOf } from '../../engine/optimizers/index.ts';
import type { Design } from '../../experiment/experiment.ts';
import type { Anatomy, LayerUpdate } from '../../worker/anatomy.ts';
import type { Frame } from '../../worker/frame.ts';

/** Inputs, and neurons of the one hidden layer, up to which every number of a phase can be said. */
const INPUTS = 3;
const HIDDEN = 4;

/**
 * Can the numbers of a single point be told, phase by phase, so that they add up to what the batch does? One neuron, or
 * one hidden layer of few, answers of 0 or 1, every weight free to learn, and a loss that is the plain mean.
 */
export const tellsNumbers = ({ data, model, compile, fit }: Design): boolean => {
  const [hidden, ...deeper] = shapedLayers({ data, model }).slice(0, -1);
  return (
    outputOf(model).units === 1 &&
    deeper.length === 0 &&
    (hidden?.units ?? 0) <= HIDDEN &&
    inputWidth(data) <= INPUTS &&
    targetOf(data).kind === 'classes' &&
    compile.loss !== 'perceptron' &&
    compile.loss_settings === undefined &&
    fit.class_weight === undefined &&
    model.layers.every(
      (layer) =>
        layer.type === 'Dense' &&
        layer.activation !== 'softmax' &&
        !layer.kernel_regularizer &&
        layer.trainable !== false,
    )
  );
};

/**
 * The layers whose part of the batch is to be looked at: all of a network whose numbers are told; else, where momentum
 * may turn a weight against its slope, the one whose slopes were just found and the next one, so that its numbers are
 * there when it comes.
 */
export const layersToWatch = (design: Design, { position, weights }: Frame): readonly number[] => {
  const depth = weights.length;
  if (tellsNumbers(design)) return depth === 1 ? [0] : [0, 1];
  if (momentumOf(design.compile.optimizer) === 0) return [];
  const found = Math.max(0, position.phase - depth - 1);
  return [depth - found, depth - found - 1].filter((layer) => layer >= 0 && layer < depth);
};

/** The numbers of the phases: by layer, undefined where it was not looked at. */
export interface Watched {
  /** The point whose numbers are told, and the batch under way. */
  readonly anatomies: readonly (Anatomy | undefined)[];
  /** What the last update did to each layer; null where it was not watched. */
  readonly update: readonly LayerUpdate[] | null;
}

/** One update as it was watched. */
export interface Update {
  readonly run: number;
  readonly edits: number;
  /** Updates made before it. */
  readonly step: number;
  readonly layers: readonly LayerUpdate[];
}

/** So many updates are remembered to be told again on the way back. */
export const REMEMBERED = 64;
