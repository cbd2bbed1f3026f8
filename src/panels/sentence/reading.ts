import { featuresIn } from '../../data/inputs.ts';
import { shapedLayers, type ShapedLayer } from '../../experiment/widths.ts';
import { slopeAt } from '../../engine/slope.ts';
import { fill, type Text } from '../../text.ts';
import type { PointAnatomy } from '../../worker/anatomy.ts';
import type { Scene } from './situation.ts';
import { activationWords, few, print } from './terms.ts';
import { tellsNumbers } from './watched.ts';

/** A number of an array that is known to be long enough. */
export const at = (values: ArrayLike<number> | undefined, index: number): number =>
  values?.[index] ?? Number.NaN;

/**
 * The point whose numbers are told: null where they are not there, hidden, or no part of what the batch under way does.
 */
export const toldPoint = ({ design, frame, watched, predictionsHidden }: Scene): PointAnatomy | null => {
  const point = watched.anatomies[0]?.point;
  const layers = shapedLayers(design);
  if (predictionsHidden || !frame.phase || !tellsNumbers(design) || point?.batchesUntil !== 0) return null;
  const fits =
    point.layers.length === layers.length &&
    point.layers.every(
      ({ inputs, sums }, layer) =>
        inputs.length === layers[layer]?.inputs && sums.length === layers[layer]?.units,
    );
  return fits && (point.answers[0] === 0 || point.answers[0] === 1) ? point : null;
};

/** The weights that lead to a unit, and its bias; undefined where it has none. */
export const weightsOf = (
  { frame, design }: Scene,
  layer: number,
  unit: number,
): { readonly weights: readonly number[]; readonly bias: number | undefined } => {
  const { kernel, bias } = frame.weights[layer] ?? { kernel: [], bias: [] };
  const { units = 1 } = shapedLayers(design)[layer] ?? {};
  return {
    weights: Array.from({ length: kernel.length / units }, (_, input) => at(kernel, input * units + unit)),
    bias: bias[unit],
  };
};

/** How the slope for z of the output comes about at a point. */
export interface OutputBlame {
  readonly output: number;
  readonly answer: number;
  readonly delta: number;
  /** Is it ŷ − y as it stands? */
  readonly joined: boolean;
  /** "0.848 × the sigmoid's slope 0.244" where it is not. */
  readonly factors: Text;
}

export const outputBlame = (scene: Scene, { layers, answers }: PointAnatomy): OutputBlame => {
  const own = layers.at(-1);
  const { activation } = shapedLayers(scene.design).at(-1) as ShapedLayer;
  const words = activationWords(activation);
  const slope = slopeAt(activation, at(own?.sums, 0));
  return {
    output: at(own?.outputs, 0),
    answer: at(answers, 0),
    delta: at(own?.delta, 0),
    joined: own?.blame === null,
    factors: fill(
      {
        en: `Slope of the loss {loss} × slope of ${words.en} {slope} = {delta}`,
        ko: `손실의 기울기 {loss} × ${words.ko}의 기울기 {slope} = {delta}`,
      },
      { loss: print(at(own?.blame ?? [], 0)), slope: print(slope), delta: print(at(own?.delta, 0)) },
    ),
  };
};

/** ", the mean of the four 0.691": of one row alone there is no other mean. */
export const meanWords = ({ frame }: Scene): Text | null => {
  const { rows, loss } = frame.phase ?? { rows: 1, loss: null };
  if (rows === 1 || loss === null) return null;
  const { en, ko } = few(rows);
  const counted = /\d/.test(ko) ? `점 ${ko}개` : `${ko} 점`;
  return { en: `the mean of the ${en} ${print(loss)}`, ko: `${counted}의 평균은 ${print(loss)}` };
};

/** Do x₁ and x₂ alone go in, so that one neuron is a line? */
export const isLine = ({ design: { data } }: Scene): boolean => featuresIn(data).length === 0;
