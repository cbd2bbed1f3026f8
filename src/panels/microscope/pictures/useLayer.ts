import { useMemo } from 'react';
import { type ShapedLayer } from '../../../experiment/widths.ts';
import { useModel } from '../../../state/data.ts';
import { useMaps, usePicture } from '../../../state/picture.ts';
import { useFrame, useShows, useViews } from '../../../state/run.ts';
import type { BatchAnatomy, PointAnatomy } from '../../../worker/anatomy.ts';
import { type Probe, probeKey, type Weights } from '../../../worker/frame.ts';

/** A layer at the picture that is shown: what goes in and out, its weights, and what the batch does to it. */
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
  /** null: the picture was drawn, so that it has no answer, or its anatomy is still to come. */
  readonly point: PointAnatomy | null;
  readonly drawn: boolean;
  readonly batch: BatchAnatomy | null;
}

/** null until a frame carries the numbers of the network on the screen. */
export const useLayer = (layer: number): LayerSeen | null => {
  const layers = useModel();
  const maps = useMaps();
  const picture = usePicture();
  const frame = useFrame();
  const drawn = 'pixels' in picture;
  const id = drawn ? null : picture.id;
  const probe = useMemo<Probe>(() => ({ kind: 'anatomy', point: id, layer }), [id, layer]);
  useShows(probe);
  const anatomy = useViews().anatomies?.[probeKey(probe)];
  const shaped = layers[layer];
  if (!shaped || !maps || !frame) return null;
  const own = maps.layers[layer];
  // After an edit the frame may still carry the numbers of another network.
  const fits =
    own !== undefined &&
    maps.layers.length === layers.length &&
    frame.weights.length === layers.length &&
    maps.input.length === layers[0]?.inputs &&
    maps.layers.every(({ outputs }, at) => outputs.length === layers[at]?.units) &&
    frame.weights.every(({ kernel, bias }, at) => {
      const { spec, parameters = 0 } = layers[at] ?? {};
      return spec?.type === 'BatchNormalization' || kernel.length + bias.length === parameters;
    });
  if (!fits) return null;
  const point = anatomy?.point;
  const whole = point?.layers.every(({ sums }, at) => sums.length === layers[at]?.units) ?? false;
  const slopes = anatomy?.batch.layer?.slopes.length;
  const current =
    slopes === undefined || slopes === shaped.parameters || shaped.spec.type === 'BatchNormalization';
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
    point: point && whole ? point : null,
    drawn,
    batch: anatomy && current ? anatomy.batch : null,
  };
};
