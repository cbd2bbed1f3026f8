import type { Answers } from '../../data/data.ts';
import { gateName } from '../../data/gates.ts';
import { activations } from '../../engine/activations/index.ts';
import { isPlain } from '../../engine/optimizers/index.ts';
import { shapedLayers } from '../../experiment/widths.ts';
import { fill, type Text } from '../../text.ts';
import { fixed } from '../../ui/format.ts';
import type { Turned } from '../../worker/lately.ts';
import { unitName } from '../network/names.ts';
import { at } from './reading.ts';
import {
  hiddenLayers,
  isSlow,
  isSolved,
  isTable,
  type Scene,
  type Story,
  type Teller,
  updatesAnEpoch,
} from './situation.ts';
import { solvedButtons } from './solved.ts';
import { few, joinedBy, print, rowsWords } from './terms.ts';
import { UNTOLD } from './texts.ts';
import { weightWords } from './weightWords.ts';

/** What the last update brought about, where every update goes by all points and time is slow enough to read it. */
export const news: Teller = (scene) => {
  if (!isSlow(scene) || scene.since === 0 || scene.frame.phase || updatesAnEpoch(scene) > 1) return null;
  return allRight(scene) ?? turned(scene);
};

/** The same before what is told of the update that brought it about. */
export const newsBefore = (scene: Scene, told: Story | null): Story | null => {
  const newest = news(scene);
  if (!newest || !told) return newest ?? told;
  const lines = [told.so, told.todo, told.more];
  const [todo, ...others] = newest.todo ? [newest.todo, ...lines] : lines;
  return { ...newest, todo: todo ?? null, more: joinedBy('\n', [newest.more, ...others]) };
};

/** Every training point is right, and one was wrong before the last update or the one before: the last has found it so. */
const allRight: Teller = (scene) => {
  const { frame } = scene;
  const wrong = frame.views.lately?.wrong ?? [0, 0];
  if (!isSolved(scene) || wrong.every((rows) => rows === 0)) return null;
  if (scene.predictionsHidden) return UNTOLD;
  const { rows, present } = frame.reading;
  const gates = hiddenGates(scene);
  const loss: Text =
    print(present) === print(0)
      ? { en: 'The loss is {loss}.', ko: '손실은 {loss}.' }
      : {
          en: 'The loss is {loss}, not 0, so learning goes on.',
          ko: '손실은 {loss}, 아직 0이 아니므로 학습은 계속된다.',
        };
  return {
    so: fill(
      gates
        ? { en: 'All {n} are right.', ko: '{points:이/가} 모두 맞는다.' }
        : { en: 'All {n} right.', ko: '{points:을/를} 모두 맞혔다.' },
      { n: few(rows).en, points: rowsWords(rows, scene.design).ko },
    ),
    todo: joinedBy(' ', [gates, fill(loss, { loss: print(present) })]) ?? loss,
    buttons: solvedButtons(scene),
    event: true,
  };
};

/** "h₁ is close to OR, h₂ to NAND": the hidden neurons that tell the four points apart as a gate does, if there are any. */
const hiddenGates = ({ design, frame }: Scene): Text | null => {
  const [hidden, ...deeper] = hiddenLayers(design);
  const outputs = frame.views.points?.outputs[0];
  if (!hidden || deeper.length > 0 || !isTable(design) || outputs?.length !== 4 * hidden.units) return null;
  const counts = shapedLayers(design).map(({ units }) => units);
  const { middle } = activations[hidden.activation].range;
  const close = Array.from({ length: hidden.units }, (_, unit) => {
    const side = (row: number): 0 | 1 => ((outputs[row * hidden.units + unit] ?? 0) > middle ? 1 : 0);
    const answers: Answers = [side(0), side(1), side(2), side(3)];
    const parts = answers.some((answer) => answer !== answers[0]);
    return { h: unitName(0, unit, counts), gate: parts ? gateName(answers).en : null };
  }).filter(({ gate }) => gate !== null);
  const [first, ...others] = close;
  if (!first) return null;
  return {
    en: `${first.h} is close to ${first.gate}${others.map(({ h, gate }) => `, ${h} to ${gate}`).join('')}.`,
    ko: `${close.map(({ h, gate }) => fill({ en: '', ko: `{h:은/는} ${gate}` }, { h }).ko).join(', ')}에 가깝다.`,
  };
};

/** So many weights are named one by one. */
const NAMED = 3;

/** The slope of a weight changed its sign. */
const turned: Teller = (scene) => {
  const { frame, design } = scene;
  const found = frame.views.lately?.turned ?? [];
  const [first, ...others] = found;
  if (!first) return null;
  const up = first.now > 0;
  const alike = others.every(({ now }) => now > 0 === up);
  const [sign, way] = up ? POSITIVE : NEGATIVE;
  const names = found.map((weight) => weightWords(design, weight.layer, weight.at));
  const moves = alike && isPlain(design.compile.optimizer);
  if (others.length === 0) {
    const name = names[0] ?? { en: '', ko: '' };
    const far = moveOf(scene, first);
    return {
      so: {
        en: `The slope for ${name.en} has turned ${sign.en}: ${change(first)}.`,
        ko: `${name.ko}의 기울기가 ${sign.ko}로 바뀌었다: ${change(first)}.`,
      },
      todo: moves ? { en: `Now it moves ${way.en}${far}.`, ko: `이제 ${way.ko}으로 간다${far}.` } : null,
      buttons: [],
    };
  }
  const list = listed(names);
  return {
    so: alike
      ? {
          en: `The slopes for ${list.en} have turned ${sign.en}.`,
          ko: `${list.ko}의 기울기가 ${sign.ko}로 바뀌었다.`,
        }
      : {
          en: `The slopes for ${list.en} have changed their signs.`,
          ko: `${list.ko}의 기울기 부호가 바뀌었다.`,
        },
    todo: moves ? { en: `Now they move ${way.en}.`, ko: `이제 ${way.ko}으로 간다.` } : null,
    buttons: [],
    more: joinedBy(
      '\n',
      found.map((weight, index) => ({
        en: `${names[index]?.en}: ${change(weight)}`,
        ko: `${names[index]?.ko}: ${change(weight)}`,
      })),
    ),
  };
};

const POSITIVE = [
  { en: 'positive', ko: '양수' },
  { en: 'left', ko: '왼쪽' },
] as const satisfies readonly Text[];
const NEGATIVE = [
  { en: 'negative', ko: '음수' },
  { en: 'right', ko: '오른쪽' },
] as const satisfies readonly Text[];

/** ": 0.911 → 0.920", how far the last update moved it; nothing where that was not watched. */
const moveOf = ({ watched }: Scene, { layer, at: place }: Turned): string => {
  const moved = watched.update?.[layer];
  return moved ? `: ${print(at(moved.before, place))} → ${print(at(moved.after, place))}` : '';
};

/** "w₁ of h₂, w₂ of h₂ and b of ŷ"; of many only how many they are. */
const listed = (names: readonly Text[]): Text => {
  if (names.length > NAMED) return { en: `${few(names.length).en} weights`, ko: `가중치 ${names.length}개` };
  return {
    en: `${names
      .slice(0, -1)
      .map(({ en }) => en)
      .join(', ')} and ${names.at(-1)?.en}`,
    ko: names.map(({ ko }) => ko).join(', '),
  };
};

/** "0.005 → −0.009", with as many decimals as it takes to see both signs. */
const change = ({ before, now }: Turned): string => {
  const smallest = Math.min(Math.abs(before), Math.abs(now));
  const digits = [3, 4, 5].find((count) => Number(smallest.toFixed(count)) > 0) ?? 6;
  return `${fixed(before, digits)} → ${fixed(now, digits)}`;
};
