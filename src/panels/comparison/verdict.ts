import { PAIR, type PairKind } from '../../experiment/pair.ts';
import { fill, type Text } from '../../text.ts';
import { count, fixed, percent } from '../../ui/format.ts';
import type { Shifted } from '../../worker/comparison/comparison.ts';

/** What kind of pictures and networks were compared. */
export interface Of {
  readonly classes: number;
  /** Does the CNN give every place of a map weights of its own at its end? */
  readonly flattens: boolean;
  /** Are they digits, framed in the middle? */
  readonly centred: boolean;
}

/** Close to guessing: at most this much above it. */
const CLOSE = 0.05;
/** A share that is lost and that anybody calls much. */
const MUCH = 0.2;
/** So many standard errors lie between what differs and what may be chance. */
const ERRORS = 2;

/** In one piece: no line breaks before the sign. */
const shareWords = (value: number): string => percent(value).replace(' ', '\u00a0');
/** The points of a share as they are printed. */
const printed = (value: number): number => Number((100 * value).toFixed(1));

/** How much less or more the CNN loses by moving: no verdict where so few pictures cannot tell. */
const comparedAt = ({ accuracy, pictures }: Shifted, by: number): 'less' | 'more' | 'alike' => {
  const lost = (kind: PairKind): number => accuracy[kind][0]! - accuracy[kind][by]!;
  const shares = PAIR.flatMap((kind) => [accuracy[kind][0]!, accuracy[kind][by]!]);
  const error = Math.sqrt(shares.reduce((sum, share) => sum + share * (1 - share), 0) / pictures);
  const difference = lost('mlp') - lost('cnn');
  if (Math.abs(difference) <= ERRORS * error) return 'alike';
  return difference > 0 ? 'less' : 'more';
};

/** What came of it, sentence by sentence, every one from what was measured. */
export const verdictOf = (shifted: Shifted, { classes, flattens }: Of): readonly Text[] => {
  const { accuracy, pictures } = shifted;
  const most = accuracy.mlp.length - 1;
  const half = Math.ceil(most / 2);
  const at = (by: number) => ({
    by,
    mlp: shareWords(accuracy.mlp[by]!),
    cnn: shareWords(accuracy.cnn[by]!),
  });
  const lost = (kind: PairKind, by: number): number => accuracy[kind][0]! - accuracy[kind][by]!;
  // What is printed adds up.
  const points = (kind: PairKind): string =>
    fixed(printed(accuracy[kind][0]!) - printed(accuracy[kind][half]!), 1);
  const guessing = 1 / classes;
  const lostAll = PAIR.every((kind) => accuracy[kind][most]! <= guessing + CLOSE);
  const far = lostAll ? FAR.guessing : FAR.known;
  return [
    fill(UNMOVED, at(0)),
    fill(MOVED[comparedAt(shifted, half)], {
      ...at(half),
      n: count(pictures),
      a: points('mlp'),
      b: points('cnn'),
    }),
    ...(most > half ? [fill(far, { ...at(most), share: shareWords(guessing) })] : []),
    ...(flattens && lost('cnn', most) > MUCH ? [FLATTEN] : []),
  ];
};

/** What the course says of it, as far as it was met here. */
export const noteOf = (shifted: Shifted, { flattens, centred }: Of): Text | null => {
  if (!centred) return null;
  const half = Math.ceil((shifted.accuracy.mlp.length - 1) / 2);
  const less = comparedAt(shifted, half) === 'less';
  const end = flattens ? (less ? LESS : WEAK) : less ? PLAIN : null;
  return end ? { en: `${MLP.en} ${end.en}`, ko: `${MLP.ko} ${end.ko}` } : MLP;
};

const UNMOVED: Text = {
  en: 'Unmoved, the MLP reads {mlp} rightly and the CNN {cnn}.',
  ko: '옮기지 않으면 MLP는 {mlp}, CNN은 {cnn}를 맞힌다.',
};
const MOVED: Readonly<Record<'less' | 'more' | 'alike', Text>> = {
  less: {
    en: 'Moved by {by} px it is {mlp} and {cnn}: the MLP loses {a} points and the CNN {b}, which is less.',
    ko: '{by}픽셀 옮기면 {mlp}와 {cnn}다. MLP는 {a}점, CNN은 {b}점 떨어져 CNN이 덜 떨어진다.',
  },
  more: {
    en: 'Moved by {by} px it is {mlp} and {cnn}: the MLP loses {a} points and the CNN {b}, which is more.',
    ko: '{by}픽셀 옮기면 {mlp}와 {cnn}다. MLP는 {a}점, CNN은 {b}점 떨어져 CNN이 더 떨어진다.',
  },
  alike: {
    en: 'Moved by {by} px it is {mlp} and {cnn}: the MLP loses {a} points and the CNN {b}, too near each other to tell by {n} pictures.',
    ko: '{by}픽셀 옮기면 {mlp}와 {cnn}다. MLP는 {a}점, CNN은 {b}점 떨어진다. 그림 {n}장으로는 가릴 수 없는 차이다.',
  },
};
const FAR: Readonly<Record<'guessing' | 'known', Text>> = {
  guessing: {
    en: 'By {by} px both are close to guessing ({share}): {mlp} and {cnn}.',
    ko: '{by}픽셀이면 둘 다 찍는 것({share})에 가깝다: {mlp}와 {cnn}.',
  },
  known: {
    en: 'By {by} px it is {mlp} and {cnn}.',
    ko: '{by}픽셀이면 {mlp}와 {cnn}다.',
  },
};
const FLATTEN: Text = {
  en: 'The Flatten at the end of the CNN makes it weak against large shifts too: behind it every place has weights of its own.',
  ko: 'CNN도 마지막에 Flatten이 있어 큰 이동에는 약하다. 그 뒤로는 자리마다 가중치가 따로 있기 때문이다.',
};

const MLP: Text = {
  en: 'On centred digits an MLP does well (about 98 % on real MNIST). Shift them a few pixels and it drops.',
  ko: '가운데에 잘 맞춘 숫자라면 MLP도 잘 맞힌다(실제 MNIST 약 98 %). 몇 픽셀 옮기면 크게 떨어진다.',
};
const LESS: Text = {
  en: 'A CNN drops less, though with Flatten at its end it too is weak against large shifts.',
  ko: 'CNN은 덜 떨어지지만 마지막에 Flatten이 있으면 큰 이동에는 약하다.',
};
const WEAK: Text = {
  en: 'With Flatten at its end a CNN too is weak against large shifts.',
  ko: 'CNN도 마지막에 Flatten이 있으면 큰 이동에는 약하다.',
};
const PLAIN: Text = { en: 'A CNN drops less.', ko: 'CNN은 덜 떨어진다.' };
