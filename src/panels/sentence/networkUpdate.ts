import { rowWords } from '../../data/rowWords.ts';
import type { Language, Text } from '../../text.ts';
import { epochEnd } from './epochEnd.ts';
import { at } from './reading.ts';
import { hiddenLayers, type Scene, type Story } from './situation.ts';
import { lossBefore } from './step.ts';
import { few, print } from './terms.ts';
import { weightWords } from './weightWords.ts';

/** How far every parameter went, of a few in numbers, and what it came to: null where it was not watched. */
export const networkUpdate = (scene: Scene): Story | null => {
  const { watched, design, frame } = scene;
  const [hidden, output] = watched.update ?? [];
  const before = lossBefore(scene);
  if (!hidden || !output) return null;
  const all = [hidden, output].flatMap((layer) =>
    [...layer.after].map((after, index) => after !== layer.before[index]),
  );
  const moved = all.filter((each) => each).length;
  if (moved === 0) return null;
  const units = hiddenLayers(design)[0]?.units ?? 0;
  const inputs = hiddenLayers(design)[0]?.inputs ?? 0;
  const listed = [
    { layer: 1, at: 0 },
    { layer: 1, at: units },
    { layer: 0, at: inputs * units },
  ].flatMap(({ layer, at: place }) => {
    const { before: from, after: to } = layer === 0 ? hidden : output;
    if (to[place] === from[place]) return [];
    const { en, ko } = weightWords(design, layer, place);
    const change = `${print(at(from, place))} → ${print(at(to, place))}`;
    return [{ en: `${en} ${change}`, ko: `${ko} ${change}` }];
  });
  const said: Text =
    moved === all.length
      ? {
          en: `All ${few(moved).en} parameters move at once`,
          ko: `${counted(moved)}의 파라미터가 한꺼번에 움직인다`,
        }
      : {
          en: `Of the ${few(all.length).en} parameters ${few(moved).en} move at once`,
          ko: `파라미터 ${counted(all.length)} 중 ${counted(moved)}가 한꺼번에 움직인다`,
        };
  const list = (language: Language): string => listed.map((weight) => weight[language]).join(', ');
  const so: Text =
    listed.length === 0
      ? { en: `${said.en}.`, ko: `${said.ko}.` }
      : { en: `${said.en}: ${list('en')}.`, ko: `${said.ko}: ${list('ko')}.` };
  const { type } = design.compile.optimizer;
  const by: Text =
    type === 'SGD'
      ? {
          en: 'Backpropagation finds the slopes; gradient descent moves the weights by them.',
          ko: '역전파는 기울기를 구하고, 경사하강법은 그 기울기로 가중치를 옮긴다.',
        }
      : {
          en: `Backpropagation finds the slopes; ${type} moves the weights by them.`,
          ko: `역전파는 기울기를 구하고, 최적화 알고리즘(${type})은 그 기울기로 가중치를 옮긴다.`,
        };
  const after = print(frame.reading.present);
  const change: Text =
    before === null
      ? {
          en: `Over all training ${rowWords(design.data, frame.reading.rows).en} the loss is now ${after}.`,
          ko: `훈련 데이터 전체의 손실은 지금 ${after}.`,
        }
      : { en: `Loss ${print(before)} → ${after}.`, ko: `손실 ${print(before)} → ${after}.` };
  return {
    so,
    todo: { en: `${change.en} ${by.en}`, ko: `${change.ko} ${by.ko}` },
    buttons: [],
    more: frame.reading.val_loss === null ? undefined : (epochEnd(scene) ?? undefined),
  };
};

/** "아홉 개", "17개" */
const counted = (count: number): string => {
  const { ko } = few(count);
  return /\d/.test(ko) ? `${ko}개` : `${ko} 개`;
};
