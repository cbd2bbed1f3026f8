import { expect, test } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import type { Situation } from '../../../src/panels/sentence/situation.ts';
import { opening } from '../../../src/panels/sentence/start.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import { same } from '../../../src/text.ts';
import { after, design, gate, hidden, playing, reads, rested, situation, told, XOR } from './scenes.ts';

const acts = (now: Situation) => story(now).buttons.map(({ act }) => act);

const to = (name: string) => ({ kind: 'gate', from: same('AND'), to: same(name) }) as const;

test('0: the page opens on one neuron with two of four right', () => {
  expect(told(situation({}))).toEqual([
    'One neuron learns AND. It has 2 of 4 right so far. Press play.',
    '뉴런 하나가 AND를 배운다. 지금은 4개 중 2개만 맞힌다. 재생을 눌러 보세요.',
  ]);
});

test('0: the opening needs nothing of the rest of the story, and says the same', () => {
  const now = situation({});
  const before: Situation = { ...now, frame: null };
  expect(opening(now)).toEqual(story(now));
  expect(opening(before)).toEqual(story(before));
  // From the first thing that is done, trained or wrong on it is the story that speaks.
  expect(opening(situation({ frame: playing(5) }))).toBeNull();
  expect(opening({ ...now, deed: { kind: 'cell' } })).toBeNull();
  expect(opening({ ...now, tour: 1 })).toBeNull();
});

test('1: playing, the line moves with the weights', () => {
  expect(told(situation({ frame: playing(5) }))).toEqual([
    'The weights move, so the line moves.',
    '가중치가 움직이면 직선이 움직인다.',
  ]);
});

test('1′: four of four are right, at the epoch of the mark', () => {
  const marks = [{ epoch: 28, step: 28, words: same('4/4'), kind: 'solved' }] as const;
  expect(told(situation({ frame: playing(90, { ...reads(0.2, 4), marks }) }))).toEqual([
    'All 4 right at epoch 28. From here it only grows surer. Try another gate.',
    '28번째 에포크에 4개를 모두 맞혔다. 이제는 확신이 커진다. 다른 게이트를 눌러 보세요.',
  ]);
});

test('1′ does not name an epoch from before the last edit', () => {
  // The gate may be chosen at the very step at which the one before it was solved.
  for (const step of [90, 28]) {
    const marks = [
      { epoch: 28, step: 28, words: same('4/4'), kind: 'solved' },
      { epoch: step, step, words: same('AND → OR'), kind: 'edit' },
    ] as const;
    const frame = playing(200, { ...reads(0.2, 4), marks });
    expect(told(situation({ frame, since: 110, deed: to('OR'), design: design(gate(GATES.OR)) }))[0]).toBe(
      'All 4 right. From here it only grows surer. Try another gate.',
    );
  }
});

test('2a: OR changes only the answers', () => {
  const now = situation({ design: design(gate(GATES.OR)), deed: to('OR'), since: 3, frame: playing(93) });
  expect(told(now)).toEqual([
    'Only the answers changed. It learns on from the same weights.',
    '정답만 바뀌었다. 가중치는 그대로 이어서 배운다.',
  ]);
});

test('2a stays readable for two seconds although OR is right at once, then gives way', () => {
  const now = (since: number) =>
    situation({
      design: design(gate(GATES.OR)),
      deed: to('OR'),
      since,
      frame: playing(90 + since, reads(0.1, 4)),
    });
  expect(told(now(59))[0]).toMatch(/^Only the answers/);
  expect(told(now(61))[0]).toMatch(/^All 4 right/);
});

test('2b: NAND is NOT AND', () => {
  const now = situation({ design: design(gate(GATES.NAND)), deed: to('NAND'), since: 3, frame: playing(93) });
  expect(told(now)).toEqual([
    'NAND is NOT AND: nearly the same line, the sides swapped.',
    'NAND는 NOT AND: AND와 거의 같은 직선, 색만 반대편이다.',
  ]);
});

test('2c: one line is trying to part XOR, for as long as it plays', () => {
  const now = situation({
    design: design(XOR),
    deed: to('XOR'),
    since: 200,
    frame: playing(290, reads(0.7, 2)),
  });
  expect(told(now)).toEqual([
    'One line is trying to part four points.',
    '직선 하나로 네 점을 나누는 중이다.',
  ]);
});

test('3: the loss settles at 0.693 and a hidden layer is the thing to add', () => {
  const frame = playing(420, rested(0.6931472, 1, 4, 420));
  const now = situation({ design: design(XOR), deed: to('XOR'), since: 300, frame });
  expect(told(now)).toEqual([
    'The loss stopped at 0.693: it answers “half and half” everywhere. No straight line gets more than 3 of 4.',
    '손실이 0.693에서 멈췄다. 모든 점에 “반반”이라고 답한다는 뜻이다. 어떤 직선도 4개 중 3개가 최선이다.',
  ]);
  expect(story(now).buttons).toMatchObject([
    { act: 'hidden-layer', solid: true, words: { en: 'Add a hidden layer', ko: '은닉층 추가' } },
  ]);
  expect(story(now).event).toBe(true);
});

test('4: four neurons draw a line each', () => {
  const now = situation({
    design: design(XOR, hidden([4])),
    deed: { kind: 'layer' },
    since: 2,
    frame: playing(2),
  });
  expect(told(now)).toEqual([
    'Four neurons draw a line each; the output layer joins them.',
    '뉴런 네 개가 직선을 하나씩 긋고, 출력층이 그것을 합친다.',
  ]);
});

test('5: XOR is solved, with two ways to go on', () => {
  const frame = playing(60, reads(0.1, 4));
  const now = situation({ design: design(XOR, hidden([4])), deed: { kind: 'layer' }, since: 61, frame });
  expect(told(now)).toEqual([
    'XOR is solved. No line was bent: several were joined.',
    'XOR를 풀었다. 직선이 꺾인 것이 아니라 여러 개가 합쳐진 것이다.',
  ]);
  expect(story(now).buttons.map(({ words }) => words)).toEqual([
    { en: 'How few are enough?', ko: '몇 개면 충분할까?' },
    { en: 'Build it from OR and NAND', ko: 'OR와 NAND로 만들기' },
  ]);
});

test('XNOR is solved under its own name and is not built from OR and NAND', () => {
  const now = situation({
    design: design(gate([1, 0, 0, 1]), hidden([4])),
    frame: playing(90, reads(0.1, 4)),
  });
  expect(told(now)[1]).toMatch(/^XNOR를 풀었다/);
  expect(acts(now)).toEqual(['how-few']);
});

test('paused: one step, or from the start', () => {
  expect(told(situation({ frame: after(12) }))).toEqual([
    'Paused. → one step, R from the start.',
    '멈춤. → 한 단계씩, R 처음부터.',
  ]);
});

test('pausing does not take the news of a solved gate away', () => {
  const now = situation({ design: design(XOR, hidden([4])), frame: after(60, reads(0.1, 4)) });
  expect(acts(now)).toEqual(['how-few', 'build-xor']);
});

test('before the trainer has answered nothing is counted', () => {
  expect(told(situation({ frame: null }))).toEqual(['One neuron learns AND.', '뉴런 하나가 AND를 배운다.']);
});
