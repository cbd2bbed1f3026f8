import { rowWords } from '../../data/rowWords.ts';
import { outputOf } from '../../experiment/widths.ts';
import { fill, type Text } from '../../text.ts';
import { count } from '../../ui/format.ts';
import {
  gateOf,
  hiddenLayers,
  isBuilt,
  isCrossed,
  isSolved,
  isTable,
  type Scene,
  type StoryButton,
  type Teller,
} from './situation.ts';
import { BUILD_XOR, HOW_FEW, TRAIN_BUILT, UNTOLD, withText } from './texts.ts';

const ENOUGH: Text = {
  en: 'More exactly: XOR needs two hidden neurons. Larger takes longer and overfits more easily.',
  ko: '조금 더 정확히: XOR는 은닉 뉴런 두 개면 충분하다. 크면 학습이 오래 걸리고 과대적합되기 쉽다.',
};
const NO_PROMISE: Text = {
  en: 'More exactly: softmax outputs lie between 0 and 1 and add up to 1. That is no promise of being right that often.',
  ko: '조금 더 정확히: 소프트맥스의 출력은 0과 1 사이이고 합이 1이다. 그 숫자만큼 실제로 맞는다는 보장은 아니다.',
};

/** The epoch at which everything was right for the first time since the last edit; null where that is unknown. */
const solvedAt = ({ frame }: Scene): number | null => {
  // Marks come in the order in which it happened; one step may see several.
  const last = frame.marks.findLast(({ kind }) => kind !== 'restored');
  return last?.kind === 'solved' ? Math.ceil(last.epoch) : null;
};

/** What to go on with once a truth table is solved by layers that no line could part. */
export const solvedButtons = ({ design }: Scene): readonly StoryButton[] => {
  const hidden = hiddenLayers(design);
  if (!isCrossed(design) || hidden.length === 0) return [];
  if (isBuilt(design)) return [TRAIN_BUILT];
  const fewer = hidden.length === 1 && (hidden[0]?.units ?? 0) > 2;
  return [...(fewer ? [HOW_FEW] : []), ...(gateOf(design)?.en === 'XOR' ? [BUILD_XOR] : [])];
};

/** Every training point is right, by learning or by hand. */
export const solved: Teller = (scene) => {
  const { design, frame } = scene;
  const learned = frame.position.step > 0 && design.compile.loss !== 'perceptron';
  if (!isSolved(scene) || !(learned || isBuilt(design))) return null;
  if (scene.predictionsHidden) return UNTOLD;
  const hidden = hiddenLayers(design);
  const name = gateOf(design);
  if (isCrossed(design) && hidden.length > 0 && name) {
    return {
      so: fill(
        {
          en: '{name} is solved. No line was bent: several were joined.',
          ko: '{name:을/를} 풀었다. 직선이 꺾인 것이 아니라 여러 개가 합쳐진 것이다.',
        },
        { name: name.en },
      ),
      todo: null,
      buttons: solvedButtons(scene),
      more: hidden[0]?.units === 2 && !isBuilt(design) ? ENOUGH : undefined,
      event: true,
    };
  }
  return isTable(design) ? solvedTable(scene) : solvedPoints(scene);
};

const SURER: Text = { en: ' From here it only grows surer.', ko: ' 이제는 확신이 커진다.' };

const solvedTable = (scene: Scene) => {
  const epoch = solvedAt(scene);
  const so: Text =
    epoch === null
      ? { en: 'All 4 right.', ko: '4개를 모두 맞혔다.' }
      : { en: 'All 4 right at epoch {epoch}.', ko: '{epoch}번째 에포크에 4개를 모두 맞혔다.' };
  return {
    so: fill({ en: so.en + SURER.en, ko: so.ko + SURER.ko }, { epoch: epoch ?? 0 }),
    todo: { en: 'Try another gate.', ko: '다른 게이트를 눌러 보세요.' },
    buttons: [],
    event: true,
  };
};

/** "All 1 training points" is no English. */
const only = ({ en, ko }: Text): Text => ({
  en: en.replace('All {n} training', 'The one training'),
  ko: ko.replace('훈련 데이터 {n}개를 모두', '하나뿐인 훈련 데이터를'),
});

const solvedPoints = (scene: Scene) => {
  const { reading } = scene.frame;
  const { data } = scene.design;
  const epoch = solvedAt(scene);
  const so: Text =
    epoch === null
      ? { en: 'All {n} training {rows} right.', ko: '훈련 데이터 {n}개를 모두 맞혔다.' }
      : {
          en: 'All {n} training {rows} right at epoch {epoch}.',
          ko: '{epoch}번째 에포크에 훈련 데이터 {n}개를 모두 맞혔다.',
        };
  const todo: Text = {
    en: 'On the validation {rows}, now {k} of {m}.',
    ko: '검증 데이터는 지금 {m}개 중 {k}개를 맞힌다.',
  };
  return {
    so: fill(withText(reading.rows === 1 ? only(so) : so, 'rows', rowWords(data, reading.rows)), {
      n: count(reading.rows),
      epoch: epoch ?? 0,
    }),
    todo:
      reading.valRows > 0
        ? fill(withText(todo, 'rows', rowWords(data, reading.valRows)), {
            k: count(reading.valRight),
            m: count(reading.valRows),
          })
        : null,
    buttons: [],
    more: outputOf(scene.design.model).activation === 'softmax' ? NO_PROMISE : undefined,
    event: true,
  };
};
