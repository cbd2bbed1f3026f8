import { classCount, targetOf } from '../../data/data.ts';
import { weightCounts } from '../../experiment/head.ts';
import { outputOf, shapedLayers } from '../../experiment/widths.ts';
import { separable } from '../../data/gates.ts';
import { rowWords } from '../../data/rowWords.ts';
import { sets } from '../../data/sets/index.ts';
import { type ActivationName, activations } from '../../engine/activations/index.ts';
import type { Design } from '../../experiment/experiment.ts';
import { fittingPairing } from '../../experiment/pairing.ts';
import { fill, type Text } from '../../text.ts';
import { count } from '../../ui/format.ts';
import { frozenOrThawed, KEPT, newHead } from './head.ts';
import { isOfPictures, joinedOfPictures } from './pictures.ts';
import { moved } from './order.ts';
import { byRule } from './rule.ts';
import {
  gateOf,
  hiddenLayers,
  isCrossed,
  isOneNeuron,
  isRecent,
  isTable,
  type Scene,
  type Story,
  type Teller,
} from './situation.ts';
import { joinedBy } from './terms.ts';
import { counted, PRESS_PLAY, withText } from './texts.ts';

/** The answer to what was done just now. */
export const justDone: Teller = (scene) => {
  if (!isRecent(scene)) return null;
  const tell = TELLERS[scene.deed.kind];
  return tell ? tell(scene) : null;
};

/** What stays true of a gate or a network while it learns on. */
export const learning: Teller = (scene) => {
  if (!scene.frame.playing) return null;
  return scene.deed.kind === 'gate' ? gate(scene) : null;
};

const play = ({ frame }: Scene): Text | null => (frame.playing ? null : PRESS_PLAY);

const gate = (scene: Scene): Story | null => {
  const { design } = scene;
  const name = gateOf(design)?.en;
  if (!name) return null;
  const so: Text =
    isOneNeuron(design) && isCrossed(design)
      ? { en: 'One line is trying to part four points.', ko: '직선 하나로 네 점을 나누는 중이다.' }
      : isOneNeuron(design) && name === 'NAND'
        ? {
            en: 'NAND is NOT AND: nearly the same line, the sides swapped.',
            ko: 'NAND는 NOT AND: AND와 거의 같은 직선, 색만 반대편이다.',
          }
        : {
            en: 'Only the answers changed. It learns on from the same weights.',
            ko: '정답만 바뀌었다. 가중치는 그대로 이어서 배운다.',
          };
  return { so, todo: play(scene), buttons: [] };
};

const cell = ({ design }: Scene): Story | null => {
  const name = gateOf(design)?.en;
  if (!name) return null;
  return {
    so: fill(
      separable(design.data.answers)
        ? {
            en: '{name}, one of 16 gates. One line can part it.',
            ko: '16가지 게이트 가운데 {name}. 직선 하나로 나눌 수 있다.',
          }
        : {
            en: '{name}, one of 16 gates. One line cannot part it.',
            ko: '16가지 게이트 가운데 {name}. 직선 하나로 나눌 수 없다.',
          },
      { name },
    ),
    todo: null,
    buttons: [],
    more: {
      en: '14 of the 16 can be parted by one line. The other two are XOR and XNOR.',
      ko: '16가지 중 14가지는 직선 하나로 나눌 수 있다. 나머지는 XOR와 XNOR이다.',
    },
  };
};

/** Of XOR or XNOR a line can get three right, never four. */
const BEST_OF_CROSSED = 3;

const line = ({ design, frame: { reading }, predictionsHidden }: Scene): Story | null => {
  if (!isOneNeuron(design)) return null;
  const moves: Text = {
    en: 'Moving the line changes w₁, w₂ and b.',
    ko: '직선을 옮기면 w₁, w₂, b가 바뀐다.',
  };
  if (predictionsHidden) return { so: moves, todo: null, buttons: [] };
  if (isCrossed(design) && reading.right === BEST_OF_CROSSED) {
    return {
      so: { en: '3 of 4. No straight line does better.', ko: '4개 중 3개. 이보다 나은 직선은 없다.' },
      todo: null,
      buttons: [],
    };
  }
  return {
    so: fill(
      {
        en: `${moves.en} {k} of {n} right now.`,
        ko: `${moves.ko} 지금 {n}개 중 {k}개가 맞는다.`,
      },
      { k: count(reading.right), n: count(reading.rows) },
    ),
    todo: null,
    buttons: [],
  };
};

/** What an activation of the course makes of a value: what there is to read before it plays. */
const ACTIVATIONS: Readonly<Partial<Record<ActivationName, Text>>> = {
  linear: {
    en: 'linear passes the value on as it is.',
    ko: '항등함수(linear)는 값을 그대로 내보낸다.',
  },
  step: {
    en: 'The step function gives 1 if z ≥ 0, else 0. Its slope is 0, so gradient descent cannot teach it.',
    ko: '계단함수는 z ≥ 0이면 1, 아니면 0이다. 기울기가 0이라 경사하강법으로 배울 수 없다.',
  },
  sigmoid: {
    en: 'sigmoid is a step made smooth: a threshold that has a slope.',
    ko: 'sigmoid는 계단을 부드럽게 만든 것이다. 역치가 있으면서 기울기도 있다.',
  },
  tanh: { en: 'tanh gives a value between −1 and 1.', ko: 'tanh는 −1과 1 사이의 값을 낸다.' },
  relu: {
    en: 'ReLU makes negatives 0 and keeps positives. Its slope is 1 there, so the gradient survives.',
    ko: 'ReLU는 음수를 0으로 만들고 양수는 그대로 둔다. 양수에서 기울기가 1이라 잘 사라지지 않는다.',
  },
  softmax: {
    en: 'softmax gives a probability per class; they add up to 1.',
    ko: 'softmax는 클래스마다 확률을 낸다. 합은 1이다.',
  },
};

const activation = ({ deed, design, frame }: Scene): Story | null => {
  const layer = deed.kind === 'activation' ? shapedLayers(design)[deed.layer] : undefined;
  if (!layer || frame.playing) return null;
  const { words, line: does } = activations[layer.activation];
  const so = ACTIVATIONS[layer.activation] ?? {
    en: `${words.en}: ${does.en}`,
    ko: `${words.ko}: ${does.ko}`,
  };
  return { so, todo: PRESS_PLAY, buttons: [] };
};

/** Another kind of data, and the output layer and loss that were set to fit it. */
const data = (scene: Scene): Story | null => {
  const {
    design,
    data: { rows },
  } = scene;
  if (isTable(design)) return null;
  const set = sets[design.data.set];
  const so = fill(
    withText(
      { en: '{name}: {n} {rows}, {c} classes.', ko: '{name}: {rows} {n}개, 클래스 {c}개.' },
      'rows',
      rowWords(design.data, rows),
    ),
    { n: count(rows), c: classCount(targetOf(design.data)) },
  );
  return {
    so: withText({ en: so.en, ko: so.ko }, 'name', set.words),
    todo:
      joinedBy(' ', [weightCounts(design).frozen > 0 ? KEPT : null, setToFit(design) ?? play(scene)]) ?? null,
    buttons: [],
  };
};

/** Output layer and loss, where they are the ones that fit the data; null where they were chosen otherwise. */
export const setToFit = (design: Design): Text | null => {
  const fitting = fittingPairing(design.data);
  const output = outputOf(design.model);
  const fits =
    output.units === fitting.units &&
    output.activation === fitting.activation &&
    design.compile.loss === fitting.loss;
  if (!fits) return null;
  return fill(
    {
      en: 'Output layer and loss are set to fit: {units} × {activation}, {loss}.',
      ko: '출력층과 손실을 여기에 맞췄다: {activation} {units}개, {loss}.',
    },
    { ...fitting },
  );
};

/** What the layers of a network do together; null for a single layer of one neuron. */
export const joined: Teller = (scene) => {
  const { design } = scene;
  if (isOneNeuron(design)) return null;
  const [first, ...deeper] = hiddenLayers(design);
  const todo = play(scene);
  if (isOfPictures(design)) return { so: joinedOfPictures(design), todo, buttons: [] };
  if (!first) {
    return {
      so: {
        en: 'Each output neuron stands for one class. The largest answers.',
        ko: '출력 뉴런마다 클래스 하나를 맡는다. 가장 큰 값이 답이다.',
      },
      todo,
      buttons: [],
    };
  }
  if (first.units === 1) {
    return {
      so: {
        en: 'One hidden neuron draws one line, no more than a single neuron does.',
        ko: '은닉 뉴런 하나는 직선 하나만 긋는다. 뉴런 하나일 때와 같다.',
      },
      todo,
      buttons: [],
    };
  }
  const so: Text =
    deeper.length === 0
      ? {
          en: '{count} neurons draw a line each; the output layer joins them.',
          ko: '뉴런 {count} 개가 직선을 하나씩 긋고, 출력층이 그것을 합친다.',
        }
      : {
          en: '{count} neurons draw a line each; the layers after them join them.',
          ko: '뉴런 {count} 개가 직선을 하나씩 긋고, 다음 층들이 그것을 합친다.',
        };
  const words = withText(so, 'count', counted(first.units));
  return { so: { en: words.en, ko: words.ko.replace(/(\d) 개/, '$1개') }, todo, buttons: [] };
};

const units: Teller = (scene) => {
  const story = joined(scene);
  const few = isCrossed(scene.design) && hiddenLayers(scene.design).length === 1;
  const first = hiddenLayers(scene.design)[0];
  if (!story || !few || !first || first.units > 4 || first.units < 2) return story;
  return {
    ...story,
    todo: {
      en: 'Remove units with − and see whether it still gets there.',
      ko: '−로 뉴런을 줄이면서 그래도 풀리는지 보세요.',
    },
  };
};

const TELLERS: Readonly<Partial<Record<Scene['deed']['kind'], Teller>>> = {
  gate,
  cell,
  line,
  activation,
  layer: joined,
  moved,
  units,
  head: newHead,
  freeze: frozenOrThawed,
  rule: byRule,
  data,
  target: data,
};
