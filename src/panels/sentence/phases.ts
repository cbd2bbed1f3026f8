import { shapedLayers } from '../../experiment/widths.ts';
import { isPlain, momentumOf, type OptimizerSpec } from '../../engine/optimizers/index.ts';
import { fill, type Text, withNames } from '../../text.ts';
import { fixed } from '../../ui/format.ts';
import { epochEnd } from './epochEnd.ts';
import { networkPhase } from './networkPhases.ts';
import { neuronPhase } from './neuronPhases.ts';
import { picturePhase } from './picturePhases.ts';
import { newsBefore } from './news.ts';
import { isByPhases, isSlow, type Scene, type Story, type Teller } from './situation.ts';
import { lossBefore } from './step.ts';
import { plural } from './texts.ts';
import { weightWords } from './weightWords.ts';

/** The line of the phase that was just done, when time goes by phases and slowly enough to read. */
export const phase: Teller = (scene) =>
  !isByPhases(scene.stepSize) || !isSlow(scene) || scene.since === 0
    ? null
    : newsBefore(scene, neuronPhase(scene) ?? networkPhase(scene) ?? picturePhase(scene) ?? anyPhase(scene));

/** Of any network: the sizes, the losses and the largest slopes. */
const anyPhase: Teller = (scene) => {
  const kind = scene.frame.phase?.phase.kind ?? 'update';
  const so = LINES[kind](scene);
  if (!so) return null;
  const todo =
    kind === 'backward'
      ? direction(scene)
      : kind === 'update'
        ? (epochEnd(scene) ?? kernelsMoved(scene))
        : null;
  return { so, todo, buttons: [] } satisfies Story;
};

/** After the update the kernels stand in the place of the maps they make, until the next phase. */
const kernelsMoved = ({ design, stepped, frame }: Scene): Text | null =>
  (stepped || frame.playing) && design.model.layers.some(({ type }) => type === 'Conv2D')
    ? {
        en: 'In the place of each map: its kernel before and after.',
        ko: '특징맵 자리에는 커널이 보인다. 왼쪽이 갱신 전, 오른쪽이 갱신 후다.',
      }
    : null;

type Line = (scene: Scene) => Text | null;

const forward: Line = ({ frame, design }) => {
  const reading = frame.phase;
  const layer = reading?.phase.layer ?? 0;
  const words: Text = {
    en: 'Layer {l} takes {m} inputs and gives {u} outputs.',
    ko: '{l}층이 입력 {m}개를 받아 {u}개를 내보낸다.',
  };
  const first: Text = { en: `Takes {k} samples. ${words.en}`, ko: `데이터 {k}개를 꺼낸다. ${words.ko}` };
  const { units = 0, inputs = 0 } = shapedLayers(design)[layer] ?? {};
  const rows = reading?.rows ?? 0;
  const counts = [
    [rows, 'samples'],
    [inputs, 'inputs'],
    [units, 'outputs'],
  ] as const;
  return fill(
    counts.reduce((text, [count, word]) => plural(text, count, word), layer === 0 ? first : words),
    { l: layer + 1, m: inputs, u: units, k: rows },
  );
};

const loss: Line = ({ frame }) =>
  fill(
    {
      en: 'Compares predictions with answers: loss {loss}.',
      ko: '예측과 정답을 비교한다: 손실 {loss}.',
    },
    { loss: fixed(frame.phase?.loss ?? Number.NaN, 3) },
  );

const backward: Line = (scene) => {
  const reading = scene.frame.phase;
  const named = steepest(scene);
  if (reading?.slope?.value === 0) return noSlope(scene);
  const words: Text = named
    ? {
        en: `Finds the slopes of layer {l}. The largest is ${named.en}, {slope}. Nothing moves yet.`,
        ko: `{l}층의 기울기를 구한다. 가장 큰 것은 ${named.ko}, {slope}. 아직 움직이지 않는다.`,
      }
    : {
        en: 'Finds the slopes of layer {l}. Nothing moves yet.',
        ko: '{l}층의 기울기를 구한다. 아직 움직이지 않는다.',
      };
  return fill(words, {
    l: (reading?.phase.layer ?? 0) + 1,
    slope: fixed(reading?.slope?.value ?? Number.NaN, 3),
  });
};

/** The largest slope is 0, so they all are. Momentum may still carry the weights on. */
const noSlope: Line = ({ frame, design: { compile, model } }) => {
  const whole: Text =
    model.layers.length === 1
      ? { en: 'All slopes are 0', ko: '모든 기울기가 0이다.' }
      : { en: 'All slopes of layer {l} are 0', ko: '{l}층의 기울기가 모두 0이다.' };
  const words: Text =
    momentumOf(compile.optimizer) > 0
      ? { en: `${whole.en}.`, ko: whole.ko }
      : model.layers.length === 1
        ? { en: `${whole.en}: nothing will move.`, ko: `${whole.ko} 아무것도 움직이지 않는다.` }
        : { en: `${whole.en}: nothing in it will move.`, ko: `${whole.ko} 이 층은 움직이지 않는다.` };
  return fill(words, { l: (frame.phase?.phase.layer ?? 0) + 1 });
};

const movedBy = (optimizer: OptimizerSpec): Text => {
  if (isPlain(optimizer))
    return { en: 'Moves the weights by −η × slope.', ko: '가중치를 −η × 기울기만큼 옮긴다.' };
  if (optimizer.type === 'SGD' && optimizer.momentum > 0) {
    return {
      en: 'Moves the weights by momentum and −η × slope.',
      ko: '관성과 −η × 기울기만큼 가중치를 옮긴다.',
    };
  }
  return { en: `${optimizer.type} moves the weights.`, ko: `${optimizer.type}의 방식으로 가중치를 옮긴다.` };
};

const update: Line = (scene) => {
  const {
    frame,
    design: { compile },
  } = scene;
  // What a step function keeps where it is has a sentence of its own.
  if (frame.position.step === 0 || (scene.still && frame.slopes?.every((slope) => slope === 0))) return null;
  const moved = movedBy(compile.optimizer);
  const before = lossBefore(scene);
  if (before === null) return moved;
  return fill(
    {
      en: `${moved.en} Loss {before} → {after}.`,
      ko: `${moved.ko} 손실 {before} → {after}.`,
    },
    { before: fixed(before, 3), after: fixed(frame.reading.present, 3) },
  );
};

const LINES: Readonly<Record<'forward' | 'loss' | 'backward' | 'update', Line>> = {
  forward,
  loss,
  backward,
  update,
};

/**
 * Which way the weight with the largest slope will go. With momentum the slope alone does not say: the update does, as it
 * was computed in advance.
 */
const direction = (scene: Scene): Text | null => {
  const { slope, phase: under } = scene.frame.phase ?? {};
  const name = steepest(scene);
  if (!slope || slope.value === 0 || !name) return null;
  const layer = scene.watched.anatomies[under?.layer ?? 0]?.batch.layer;
  if (momentumOf(scene.design.compile.optimizer) > 0) {
    const move = layer ? (layer.after[slope.at] ?? 0) - (layer.before[slope.at] ?? 0) : 0;
    if (move === 0) return null;
    if (move > 0 === slope.value > 0) return slope.value > 0 ? CARRIED_RIGHT : CARRIED_LEFT;
  }
  const words: Text =
    slope.value < 0
      ? {
          en: 'The slope is negative, so {w} will move right.',
          ko: '기울기가 음수이므로 {w:은/는} 오른쪽으로 갈 것이다.',
        }
      : {
          en: 'The slope is positive, so {w} will move left.',
          ko: '기울기가 양수이므로 {w:은/는} 왼쪽으로 갈 것이다.',
        };
  return withNames(words, { w: name });
};

const CARRIED_RIGHT: Text = {
  en: 'The slope points left, but momentum carries it right.',
  ko: '기울기는 왼쪽을 가리키지만 관성 때문에 오른쪽으로 간다.',
};
const CARRIED_LEFT: Text = {
  en: 'The slope points right, but momentum carries it left.',
  ko: '기울기는 오른쪽을 가리키지만 관성 때문에 왼쪽으로 간다.',
};

/** What the weight with the largest slope is called. */
const steepest = ({ frame, design }: Scene): Text | null => {
  const { slope, phase: under } = frame.phase ?? {};
  return slope && under && under.layer !== null ? weightWords(design, under.layer, slope.at) : null;
};
