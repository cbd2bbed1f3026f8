import { startCounters } from '../engine/counters.ts';
import { firstState, firstWeights, weightsIn } from '../engine/first.ts';
import { type ShapedLayer, shapesOf } from '../engine/shapes.ts';
import { inputShape } from '../data/inputs.ts';
import { designAt } from '../experiment/apply.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Moment } from './frame.ts';
import type { Run } from './run.ts';
import { answering } from './settings.ts';

/**
 * The moment at which an experiment begins that a run starts over with; null: at its own first weights.
 *
 * What is frozen keeps its weights, as trainable promises: a layer that is off in the new experiment has those that the
 * layer of its id, kind and shapes has here, if it has learned them (or they were set by hand) rather than drawn them.
 * With `again`, from the start with the same first weights, all others have those that this run began with where it was
 * taken up before its first update.
 */
export const carriedInto = (run: Run, next: Experiment, again: boolean): Moment | null => {
  const design = designAt(next, 0);
  const shaped = shapesOf(answering(design), inputShape(design.data));
  if ('refusal' in shaped) return null;
  const { setup, origin } = run;
  const { arena, layers, state } = run.trainer.settings.model;
  const here = weightsIn(layers, Float32Array.from(arena.memory.subarray(state.at, state.at + state.count)));
  const begun = again && origin?.counters.step === 0 ? weightsIn(layers, origin.state) : null;
  let carried = false;
  const weights = shaped.layers.flatMap((layer) => {
    const drawn = firstWeights(layer, design.seed);
    const at = layers.findIndex((one) => isAlike(one, layer));
    const before = layers[at];
    if (!before) return drawn;
    const [own, first] = [here[at] ?? drawn, begun?.[at] ?? drawn];
    const stays = layer.spec.trainable === false && !same(own, firstWeights(before, setup.design.seed));
    const taken = stays ? own : first;
    carried ||= !same(taken, drawn);
    return taken;
  });
  if (!carried) return null;
  const { compile, fit } = design;
  return {
    counters: startCounters({ ...fit, metrics: compile.metrics }),
    state: firstState(shaped.layers, compile.optimizer.type, weights),
  };
};

/** Is it the same layer with weights of the same shapes? */
const isAlike = (one: ShapedLayer, other: ShapedLayer): boolean =>
  one.spec.id === other.spec.id &&
  one.spec.type === other.spec.type &&
  one.shapes.length === other.shapes.length &&
  one.shapes.every(({ name, shape }, i) => {
    const like = other.shapes[i];
    return name === like?.name && shape.join() === like.shape.join();
  });

const same = (some: readonly Float32Array[], others: readonly Float32Array[]): boolean =>
  some.every((one, i) => one.every((value, at) => Object.is(value, others[i]?.[at])));
