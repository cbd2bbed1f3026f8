import type { ShapedLayer } from '../../../experiment/widths.ts';
import { useModel } from '../../../state/data.ts';
import { useMaps } from '../../../state/picture.ts';
import { useFrame } from '../../../state/run.ts';
import type { Weights } from '../../../worker/frame.ts';

/** A layer at the picture that is shown: what goes in and out, and the weights. */
export interface LayerSeen {
  readonly layer: number;
  readonly shaped: ShapedLayer;
  readonly layers: readonly ShapedLayer[];
  /** The picture itself. */
  readonly picture: Float32Array;
  readonly input: Float32Array;
  readonly sums: Float32Array;
  readonly outputs: Float32Array;
  /** What the layer after it gives; null after the last. */
  readonly following: Float32Array | null;
  /** Those of every layer. */
  readonly weights: readonly Weights[];
}

/** null until a frame carries the numbers of the network on the screen. */
export const useLayer = (layer: number): LayerSeen | null => {
  const layers = useModel();
  const maps = useMaps();
  const frame = useFrame();
  const shaped = layers[layer];
  const own = maps?.layers[layer];
  if (!shaped || !own || !frame) return null;
  // After an edit the frame may still carry the numbers of another network.
  const fits =
    maps.layers.length === layers.length &&
    frame.weights.length === layers.length &&
    maps.input.length === layers[0]?.inputs &&
    maps.layers.every(({ outputs }, at) => outputs.length === layers[at]?.units) &&
    frame.weights.every(({ kernel, bias }, at) => {
      const { spec, parameters = 0 } = layers[at] ?? {};
      return spec?.type === 'BatchNormalization' || kernel.length + bias.length === parameters;
    });
  if (!fits) return null;
  return {
    layer,
    shaped,
    layers,
    picture: maps.input,
    input: maps.layers[layer - 1]?.outputs ?? maps.input,
    sums: own.sums,
    outputs: own.outputs,
    following: maps.layers[layer + 1]?.outputs ?? null,
    weights: frame.weights,
  };
};
