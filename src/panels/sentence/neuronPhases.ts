import { inputNames } from '../../data/inputs.ts';
import { shapedLayers } from '../../experiment/widths.ts';
import type { ActivationName } from '../../engine/activations/index.ts';
import { momentumOf } from '../../engine/optimizers/index.ts';
import { fill, type Text } from '../../text.ts';
import { weightName } from '../network/names.ts';
import { placeWords } from '../output/rows.ts';
import { epochEnd } from './epochEnd.ts';
import { movedWords } from './moves.ts';
import { at, isLine, outputBlame, toldPoint, weightsOf } from './reading.ts';
import { isOneNeuron, isTable, type Scene, type Story, type Teller } from './situation.ts';
import { lossBefore } from './step.ts';
import { few, joinedBy, print, rowsWords, spelled, STEP_ENDS, threshold, whyJoined } from './terms.ts';

/** The phases of a single neuron, with the numbers of one point. */
export const neuronPhase: Teller = (scene) =>
  isOneNeuron(scene.design) ? PHASES[scene.frame.phase?.phase.kind ?? 'update'](scene) : null;

const forward: Teller = (scene) => {
  const point = toldPoint(scene);
  const own = point?.layers[0];
  if (!point || !own) return null;
  const { weights, bias } = weightsOf(scene, 0, 0);
  const z = at(own.sums, 0);
  const output = at(own.outputs, 0);
  const activation = shapedLayers(scene.design)[0]?.activation ?? 'linear';
  return {
    so: fill(
      bias === undefined
        ? {
            en: 'Multiply inputs by weights, add up: z = {z}. That is the linear model.',
            ko: '입력에 가중치를 곱해 더한다: z = {z}. 선형모델이다.',
          }
        : {
            en: 'Multiply inputs by weights, add up, add b: z = {z}. That is the linear model.',
            ko: '입력에 가중치를 곱해 더하고 b를 더한다: z = {z}. 선형모델이다.',
          },
      { z: print(z) },
    ),
    todo: fill(RANGES[activation] ?? GIVES, { output: print(output) }),
    buttons: [],
    more: joinedBy('\n', [
      sumAt(scene, point.id, spelled({ weights, inputs: [...own.inputs], bias, z })),
      threshold(output, at(point.answers, 0)),
      otherRows(scene),
    ]),
  };
};

/** "(1, 0): 1 × 1 + (−1) × 0 + 0 = 1" */
const sumAt = ({ data }: Scene, id: number, sum: string): Text => {
  const row = data.ids.indexOf(id);
  const words = `${placeWords([at(data.places, 2 * row), at(data.places, 2 * row + 1)])}: ${sum}`;
  return { en: words, ko: words };
};

const GIVES: Text = { en: 'The activation gives ŷ = {output}.', ko: '활성화함수를 거치면 ŷ = {output}.' };
const BETWEEN = (low: string, high: string): Text => ({
  en: `The activation turns z into a number between ${low} and ${high}: ŷ = {output}.`,
  ko: `활성화함수가 z를 ${low}과 ${high} 사이로 바꾼다: ŷ = {output}.`,
});
const RANGES: Partial<Record<ActivationName, Text>> = {
  sigmoid: BETWEEN('0', '1'),
  hard_sigmoid: BETWEEN('0', '1'),
  tanh: BETWEEN('−1', '1'),
  softsign: BETWEEN('−1', '1'),
  step: {
    en: 'The step function turns z into 0 or 1: ŷ = {output}.',
    ko: '계단함수가 z를 0 아니면 1로 바꾼다: ŷ = {output}.',
  },
  linear: {
    en: 'The activation passes z on as it is: ŷ = {output}.',
    ko: '활성화함수가 z를 그대로 내보낸다: ŷ = {output}.',
  },
};

const otherRows = ({ frame, design }: Scene): Text | null => {
  const left = (frame.phase?.rows ?? 1) - 1;
  if (left === 0) return null;
  const rows = rowsWords(left, design, isTable(design));
  return {
    en: `The other ${rows.en} ${left === 1 ? 'goes' : 'go'} the same way.`,
    ko: `나머지 ${rows.ko}도 같은 계산이다.`,
  };
};

const loss: Teller = (scene) => {
  const { frame, design } = scene;
  const reading = frame.phase;
  if (!toldPoint(scene) || !reading || reading.loss === null) return null;
  const { rows } = reading;
  const so: Text =
    design.compile.loss === 'binary_crossentropy'
      ? { en: 'The surer a wrong answer, the larger its loss.', ko: '틀린 답에 확신할수록 손실이 크다.' }
      : { en: 'The further off an answer, the larger its loss.', ko: '정답에서 멀수록 손실이 크다.' };
  const mean: Text =
    rows === 1
      ? { en: 'Here it is {loss}.', ko: '여기서는 {loss}.' }
      : {
          en: `The mean of the ${few(rows).en} is {loss}.`,
          ko: `${rowsWords(rows, design, isTable(design)).ko}의 평균은 {loss}.`,
        };
  return { so, todo: fill(mean, { loss: print(reading.loss) }), buttons: [] };
};

const backward: Teller = (scene) => {
  const point = toldPoint(scene);
  const slopes = scene.watched.anatomies[0]?.batch.layer?.slopes;
  if (!point || !slopes) return null;
  if (shapedLayers(scene.design)[0]?.activation === 'step') {
    return { so: STEP_ENDS, todo: null, buttons: [] };
  }
  const blame = outputBlame(scene, point);
  const names = partNames(scene);
  const so: Text = blame.joined
    ? {
        en: 'How far off each row is: ŷ − y. Positive: too high; negative: too low.',
        ko: '행마다 얼마나 지나쳤는지: ŷ − y. 양수이면 너무 크게, 음수이면 너무 작게 답했다.',
      }
    : { en: `${blame.factors.en}: the slope for z.`, ko: `${blame.factors.ko}: z의 기울기다.` };
  return {
    so: isTable(scene.design) ? so : { en: so.en.replace('row', 'point'), ko: so.ko.replace('행', '점') },
    todo: firstSlope(scene, at(slopes, 0), blame.joined),
    buttons: [],
    more: joinedBy('\n', [
      otherSlopes(names.slice(1), slopes),
      blame.joined ? whyJoined(blame.output, blame.answer) : null,
    ]),
  };
};

/** "w₁", "w₂" and "b", where it has one. */
const partNames = (scene: Scene): readonly string[] => {
  const { weights, bias } = weightsOf(scene, 0, 0);
  const names = weights.map((_weight, input) => weightName(input, weights.length));
  return bias === undefined ? names : [...names, 'b'];
};

const firstSlope = (scene: Scene, slope: number, joined: boolean): Text => {
  const { design, frame } = scene;
  const [x = 'x'] = inputNames(design.data);
  const alone = frame.phase?.rows === 1;
  const each: Text = joined ? { en: '(ŷ − y)', ko: '(ŷ − y)' } : { en: '(slope for z)', ko: '(z의 기울기)' };
  const words: Text = {
    en: `The slope for {w} is ${alone ? '' : 'the mean of '}${each.en} × {x}: {slope}.`,
    ko: `{w}의 기울기는 ${each.ko} × ${alone ? '{x}' : '{x}의 평균'}, {slope}.`,
  };
  const share: Text | null =
    isTable(design) && !design.data.standardize && !alone
      ? { en: 'Rows with {x} = 0 have no share in it.', ko: '{x:이/가} 0인 행은 몫이 없다.' }
      : null;
  const [w = 'w'] = partNames(scene);
  return fill(joinedBy(' ', [words, share]) ?? words, { w, x, slope: print(slope) });
};

const otherSlopes = (names: readonly string[], slopes: Float32Array): Text | null => {
  const values = names.map((name, index) => ({ name, slope: print(at(slopes, index + 1)) }));
  const [first, ...rest] = values;
  if (!first) return null;
  return {
    en: `For ${first.name} it is ${first.slope}${rest.map(({ name, slope }) => `, for ${name} ${slope}`).join('')}.`,
    ko: `${values.map(({ name, slope }) => `${name}의 기울기는 ${slope}`).join(', ')}.`,
  };
};

const update: Teller = (scene) => {
  const { frame, design, watched } = scene;
  const [moved] = watched.update ?? [];
  if (!moved || frame.phase || moved.after.every((weight, index) => weight === moved.before[index])) {
    return null;
  }
  const momentum = momentumOf(design.compile.optimizer) > 0;
  const [first, ...rest] = partNames(scene).map((name, index) =>
    movedWords(
      { name, slope: at(moved.slopes, index), from: at(moved.before, index), to: at(moved.after, index) },
      index === 0,
      momentum,
    ),
  );
  if (!first) return null;
  // The bias goes to the second line: all in one, they are too long for it.
  const biased = weightsOf(scene, 0, 0).bias !== undefined;
  const weights = biased ? rest.slice(0, -1) : rest;
  return {
    so: joinedBy(' ', [first, ...weights]) ?? first,
    todo: joinedBy(' ', [biased ? rest.at(-1) : null, result(scene)]) ?? null,
    buttons: [],
    more: frame.reading.val_loss === null ? undefined : (epochEnd(scene) ?? undefined),
  } satisfies Story;
};

/** What the step came to. */
const result = (scene: Scene): Text => {
  const before = lossBefore(scene);
  const after = scene.frame.reading.present;
  const line = isLine(scene);
  const [en, ko] = line ? ['The line moved', '직선이'] : ['The weights moved', '가중치가'];
  const values = { before: print(before ?? Number.NaN), after: print(after) };
  const change = values.before === values.after ? 0 : (before ?? 0) - after;
  const words: Text =
    before === null
      ? {
          en: `${en}. Over all training points the loss is now {after}.`,
          ko: `${ko} 움직였다. 훈련 데이터 전체의 손실은 지금 {after}.`,
        }
      : change > 0
        ? {
            en: `${en} and the loss fell from {before} to {after}.`,
            ko: `${ko} 움직이고 손실이 {before}에서 {after:으로/로} 줄었다.`,
          }
        : change < 0
          ? {
              en: `${en} but the loss rose from {before} to {after}.`,
              ko: `${ko} 움직였지만 손실은 {before}에서 {after:으로/로} 늘었다.`,
            }
          : { en: `${en} and the loss is still {after}.`, ko: `${ko} 움직였고 손실은 {after} 그대로다.` };
  return fill({ en: `${words.en} One step is done.`, ko: `${words.ko} 한 단계가 끝났다.` }, values);
};

const PHASES: Readonly<Record<'forward' | 'loss' | 'backward' | 'update', Teller>> = {
  forward,
  loss,
  backward,
  update,
};
