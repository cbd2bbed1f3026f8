import { shapedLayers } from '../../experiment/widths.ts';
import { fill, same, type Text, withNames } from '../../text.ts';
import type { PointAnatomy } from '../../worker/anatomy.ts';
import { slopeAt } from '../../engine/slope.ts';
import { subscript } from '../network/names.ts';
import { networkUpdate } from './networkUpdate.ts';
import { at, meanWords, outputBlame, toldPoint, weightsOf } from './reading.ts';
import { hiddenLayers, isOneNeuron, type Scene, type Story, type Teller } from './situation.ts';
import {
  activationWords,
  few,
  joinedBy,
  print,
  products,
  spelled,
  STEP_ENDS,
  threshold,
  whyJoined,
} from './terms.ts';
import { weightWords } from './weightWords.ts';

/**
 * The phases of a network with one hidden layer of few neurons, with the numbers of one point. Its neurons are h₁, h₂ …
 * and ŷ, and a weight is called by the neuron it belongs to, as in the Microscope: w₁ of ŷ.
 */
export const networkPhase: Teller = (scene) => {
  if (isOneNeuron(scene.design) || hiddenLayers(scene.design).length !== 1) return null;
  const phase = scene.frame.phase?.phase;
  if (!phase) return networkUpdate(scene);
  const point = toldPoint(scene);
  if (!point) return null;
  if (phase.kind === 'loss') return loss(scene, point);
  if (phase.kind === 'forward') return (phase.layer === 0 ? forwardHidden : forwardOutput)(scene, point);
  return (phase.layer === 0 ? backwardHidden : backwardOutput)(scene, point);
};

type PointTeller = (scene: Scene, point: PointAnatomy) => Story | null;

const h = (unit: number): string => `h${subscript(unit + 1)}`;
/** The weight of the output neuron that a hidden one leads to. */
const w = ({ design }: Scene, unit: number): Text => weightWords(design, 1, unit);

/** One neuron after the other: the first two in the sentence, the others folded; neuron by neuron only the newest one. */
const unitByUnit = (
  { shown }: Scene,
  lines: readonly Text[],
  more: readonly (Text | null)[],
): Story | null => {
  const [first, second, ...others] = lines;
  const newest = shown === null ? undefined : lines[shown - 1];
  if (newest) {
    const last = shown === lines.length;
    return { so: newest, todo: null, buttons: [], more: last ? joinedBy('\n', more) : undefined };
  }
  if (!first) return null;
  return { so: first, todo: second ?? null, buttons: [], more: joinedBy('\n', [...others, ...more]) };
};

const forwardHidden: PointTeller = (scene, { layers }) => {
  const { activation = 'linear' } = shapedLayers(scene.design)[0] ?? {};
  const own = layers[0];
  const words = activationWords(activation);
  const lines = [...(own?.sums ?? [])].map((sum, unit): Text => {
    const { weights, bias } = weightsOf(scene, 0, unit);
    const inputs = [...(own?.inputs ?? [])];
    const start = `${h(unit)}: ${(unit === 0 ? spelled : products)({ weights, inputs, bias, z: sum })}`;
    if (activation === 'linear') return same(`${start}.`);
    return fill(
      { en: `${start}, through ${words.en} {out}.`, ko: `${start}, {name:을/를} 거쳐 {out}.` },
      { name: words.ko, out: print(at(own?.outputs, unit)) },
    );
  });
  return unitByUnit(scene, lines, []);
};

const forwardOutput: PointTeller = (scene, { layers, answers }) => {
  const own = layers[1];
  const { weights, bias } = weightsOf(scene, 1, 0);
  const names = weights.map((_weight, unit) => h(unit));
  const [first = '', second = ''] = names;
  const last = names.at(-1) ?? '';
  const one = names.length === 1;
  const inputs: Text = {
    en: one ? `${first} is the input` : `${names.slice(0, -1).join(', ')} and ${last} are the inputs`,
    ko:
      names.length === 2
        ? fill(same('{first:과/와} {second:이/가} 입력이다'), { first, second }).ko
        : fill(same('{list:이/가} 입력이다'), { list: names.join(', ') }).ko,
  };
  const sum = products({ weights, inputs: [...(own?.inputs ?? [])], bias, z: at(own?.sums, 0) });
  const output = at(own?.outputs, 0);
  return {
    so: {
      en: `To the output neuron ${inputs.en}: ${sum}, ŷ = ${print(output)}.`,
      ko: `출력 뉴런에게는 ${inputs.ko}: ${sum}, ŷ = ${print(output)}.`,
    },
    todo: null,
    buttons: [],
    more: threshold(output, at(answers, 0)),
  };
};

const loss: PointTeller = (scene, { answers, loss: own }) => {
  const mean = meanWords(scene);
  return {
    so: fill({ en: 'The answer is {y}.', ko: '정답은 {y}.' }, { y: at(answers, 0) }),
    todo: fill(
      {
        en: `This point’s loss is {loss}${mean ? `, ${mean.en}` : ''}.`,
        ko: `이 점의 손실은 {loss}${mean ? `, ${mean.ko}` : ''}.`,
      },
      { loss: print(own) },
    ),
    buttons: [],
  };
};

const backwardOutput: PointTeller = (scene, point) => {
  const { activation = 'linear' } = shapedLayers(scene.design)[1] ?? {};
  if (activation === 'step') return { so: STEP_ENDS, todo: null, buttons: [] };
  const blame = outputBlame(scene, point);
  const how: Text = blame.joined ? same(`ŷ − y = ${print(blame.delta)}`) : blame.factors;
  const verdict: Text =
    Math.abs(blame.delta) < 0.0005
      ? { en: 'nothing to correct', ko: '고칠 것이 없다' }
      : blame.delta > 0
        ? { en: 'the output is too high', ko: '출력이 너무 크다' }
        : { en: 'the output is too low', ko: '출력이 너무 작다' };
  return {
    so: {
      en: `Now backwards. ${how.en}: ${verdict.en}.`,
      ko: `이제 거꾸로 간다. ${how.ko}: ${verdict.ko}.`,
    },
    todo: shares(scene, point, blame.delta),
    buttons: [],
    more: joinedBy('\n', [shareRule(scene), blame.joined ? whyJoined(blame.output, blame.answer) : null]),
  };
};

/** What the two hidden neurons that are furthest from 0 bear of the error. */
const shares = (scene: Scene, { layers }: PointAnatomy, delta: number): Text => {
  const outputs = [...(layers[0]?.outputs ?? [])];
  const largest = outputs
    .map((output, unit) => ({ unit, output }))
    .toSorted((a, b) => Math.abs(b.output) - Math.abs(a.output))
    .slice(0, 2)
    .toSorted((a, b) => a.unit - b.unit);
  const part = ({ unit, output }: { readonly unit: number; readonly output: number }): string =>
    `${print(delta)} × ${h(unit)} = ${print(delta * output)}`;
  const [first, second] = largest;
  if (!first) return same('');
  return withNames(
    {
      en: `At this point the slope for {v1} is ${part(first)}${second ? `, for {v2} ${part(second)}` : ''}.`,
      ko: `이 점에서 {v1}의 기울기는 ${part(first)}${second ? `, {v2:은/는} ${part(second)}` : ''}.`,
    },
    { v1: w(scene, first.unit), v2: w(scene, second?.unit ?? 0) },
  );
};

const shareRule = ({ design }: Scene): Text | null => {
  const [hidden] = hiddenLayers(design);
  if (!hidden || hidden.units === 1) return null;
  return ONLY_POSITIVE.includes(hidden.activation)
    ? {
        en: 'The neuron that fired more carries more of the blame.',
        ko: '더 크게 켜진 뉴런의 가중치가 더 큰 몫을 진다.',
      }
    : {
        en: 'The further h is from 0, the larger its share.',
        ko: 'h가 0에서 멀수록 그 가중치가 더 큰 몫을 진다.',
      };
};

/** Activations whose outputs are never negative. */
const ONLY_POSITIVE: readonly string[] = [
  'sigmoid',
  'relu',
  'hard_sigmoid',
  'softplus',
  'step',
  'exponential',
];

const backwardHidden: PointTeller = (scene, { layers }) => {
  const { activation = 'linear' } = shapedLayers(scene.design)[0] ?? {};
  if (activation === 'step') return { so: STEP_ENDS, todo: null, buttons: [] };
  const words = activationWords(activation);
  const delta = print(at(layers[1]?.delta, 0));
  const { weights } = weightsOf(scene, 1, 0);
  const lines = weights.map((weight, unit): Text => {
    const slope = print(slopeAt(activation, at(layers[0]?.sums, unit)));
    const back = print(at(layers[0]?.delta, unit));
    const along = weight < 0 ? `(${print(weight)})` : print(weight);
    if (unit > 0) {
      const sum = `${delta} × ${along} × ${slope} = ${back}.`;
      return fill({ en: `To {h}: ${sum}`, ko: `{h:으로/로}는 ${sum}` }, { h: h(unit) });
    }
    return withNames(
      {
        en: `The error goes back along {v} to {h}: ${delta} × ${along} × ${words.en}’s slope ${slope} = ${back}.`,
        ko: `오차가 {v:을/를} 타고 {h:으로/로} 돌아온다: ${delta} × ${along} × ${words.ko}의 기울기 ${slope} = ${back}.`,
      },
      { v: w(scene, unit) },
      { h: h(unit) },
    );
  });
  return unitByUnit(scene, lines, [activation === 'sigmoid' ? VANISHING : null, meanDecides(scene)]);
};

const VANISHING: Text = {
  en: 'Each layer multiplies by the sigmoid’s slope, at most 0.25. Through many layers little is left: the vanishing gradient.',
  ko: '층을 하나 지날 때마다 sigmoid의 기울기(최대 0.25)가 곱해진다. 층이 많으면 거의 0이 된다: 기울기 소실.',
};

/** The first weight of the output that this point pushes the other way than the batch. */
const meanDecides = (scene: Scene): Text | null => {
  const { watched, frame } = scene;
  const { point, batch } = watched.anatomies[1] ?? {};
  const slopes = [...(batch?.layer?.slopes ?? [])].slice(0, weightsOf(scene, 1, 0).weights.length);
  const unit = slopes.findIndex((mean, index) => mean * at(point?.slopes, index) < 0);
  if (unit < 0) return null;
  const left = at(point?.slopes, unit) > 0;
  const { en, ko } = few(frame.phase?.rows ?? 0);
  const counted = /\d/.test(ko) ? `점 ${ko}개` : `${ko} 점`;
  return withNames(
    {
      en: `This one point pushes {v} ${left ? 'left' : 'right'}, but the mean slope of the ${en} is {mean}. The mean decides.`,
      ko: `이 점 하나는 {v:을/를} ${left ? '왼쪽' : '오른쪽'}으로 밀지만, ${counted}의 평균 기울기는 {mean}이다. 움직임은 평균이 정한다.`,
    },
    { v: w(scene, unit) },
    { mean: print(at(slopes, unit)) },
  );
};
