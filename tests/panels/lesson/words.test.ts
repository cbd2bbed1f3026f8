import { expect, test } from 'vitest';
import { dataSet } from '../../../src/data/data.ts';
import { designAt } from '../../../src/experiment/apply.ts';
import type { LessonFrame } from '../../../src/lessons/lesson.ts';
import { oneWeightLesson } from '../../../src/lessons/oneWeight.ts';
import { momentOf, placesOf } from '../../../src/panels/descent/moment.ts';
import { errorRows } from '../../../src/panels/descent/oneWeight.ts';
import { toldAt } from '../../../src/panels/lesson/telling.ts';
import type { Text } from '../../../src/text.ts';
import { type Frame, type Probe, probeKey, type TrainerFace } from '../../../src/worker/frame.ts';
import { createSession } from '../../../src/worker/session.ts';
import { manualPlace } from '../../worker/place.ts';

/** The sentences as they were written before there was a lesson, by hand: the numbers in them follow from (w − 2)². */
const WRITTEN: Readonly<Record<string, Text>> = {
  a1: {
    en: 'The line y = wx. w is 0, so every prediction is 0.',
    ko: '직선 y = wx. 지금 w는 0이라 모든 예측이 0이다.',
  },
  a2: { en: 'Prediction minus answer is the error.', ko: '예측에서 정답을 뺀 것이 오차다.' },
  a3: {
    en: 'Square them, take the mean: (0.16 + 4.00 + 7.84) / 3 = 4. That is the loss, the mean squared error.',
    ko: '오차를 제곱해 평균한다: (0.16 + 4.00 + 7.84) / 3 = 4. 이것이 손실(loss), 평균제곱오차이다.',
  },
  a4: { en: 'At w = 0 the loss is 4: one dot.', ko: 'w가 0일 때 손실은 4. 점 하나로 찍는다.' },
  a5: {
    en: 'Drag w. Each place leaves its loss, and the dots become a curve.',
    ko: 'w를 끌어 보세요. 지나간 자리마다 손실이 찍혀 곡선이 된다.',
  },
  a6: { en: 'The slope here is −4.', ko: '지금 자리의 순간 기울기는 −4.' },
  a7: {
    en: 'To lower the loss, which way should w go?',
    ko: '손실을 줄이려면 w는 어느 쪽으로 가야 할까?',
  },
  a8: {
    en: 'The slope is negative, so w moves right, by −η × slope = −0.25 × (−4) = +1.',
    ko: '기울기가 음수이므로 w는 오른쪽으로 간다. 이동량은 −η × 기울기 = −0.25 × (−4) = +1.',
  },
  a9: { en: 'w is 1; the loss fell from 4 to 1.', ko: 'w는 1, 손실은 4에서 1로 줄었다.' },
  a10: {
    en: 'The slope shrinks (−4, −2, −1), so the moves shrink (1, 0.5, 0.25). η has not changed.',
    ko: '기울기가 −4, −2, −1로 작아져서 이동량도 1, 0.5, 0.25로 준다. η는 그대로다.',
  },
  a11: {
    en: 'The slope is nearly 0: here, at w = 2, the loss is smallest.',
    ko: '기울기가 0에 가깝다. 여기가 손실이 가장 작은 w = 2, 최적의 w이다.',
  },
  a12: {
    en: 'Learning rate 0.05: small steps, a long walk.',
    ko: '학습률 0.05: 보폭이 작아 오래 걸린다.',
  },
  a13: {
    en: 'Learning rate 0.75: it went past. Now the slope is positive, so w moves left.',
    ko: '학습률 0.75: 최적값을 지나쳤다. 이제 기울기가 양수이므로 왼쪽으로 돌아온다.',
  },
  a14: { en: 'Learning rate 1: to and fro at the same height.', ko: '학습률 1: 같은 높이를 오가기만 한다.' },
  a15: {
    en: 'Learning rate 1.1: further away each time. It diverges.',
    ko: '학습률 1.1: 갈수록 멀어진다. 발산이다.',
  },
  a16: {
    en: 'Large steps first; near the bottom a smaller learning rate for the fine adjustment.',
    ko: '처음에는 큰 보폭으로, 가까워지면 학습률을 줄여 미세조정한다.',
  },
};
const ANSWERS = {
  right: {
    en: 'Right. With a negative slope, downhill is to the right.',
    ko: '오른쪽이 맞다. 기울기가 음수이면 오른쪽이 내리막이다.',
  },
  left: {
    en: 'Going left raises the loss. Down along the tangent is to the right.',
    ko: '왼쪽으로 가면 손실이 커진다. 접선을 따라 내려가는 쪽은 오른쪽이다.',
  },
};

/** Where w has been and is at each frame, as written: 0, 0.20, 0.38, 0.54 and so on. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  a8: ['0.00'],
  a9: ['0.00', '1.00'],
  a10: ['0.00', '1.00', '1.50', '1.75'],
  a12: ['0.00', '0.20', '0.38', '0.54'],
  a13: ['0.00', '3.00'],
  a14: ['0.00', '4.00', '0.00', '4.00'],
  a15: ['0.00', '4.40', '-0.88', '5.46'],
};

const { frames } = oneWeightLesson;
const ANATOMY: Probe = { kind: 'anatomy', point: null, layer: 0 };
const PAST: Probe = { kind: 'past', layer: 0, at: 0 };

/** Trains a frame's run to its update, and takes in what the page would. */
const reach = async (session: TrainerFace, frame: LessonFrame): Promise<Frame> => {
  await session.start(frame.experiment);
  for (let step = 0; step < frame.update; step += 1) await session.forward('batch');
  return session.frame([ANATOMY, PAST], []);
};

const momentAt = (seen: Frame) => {
  const moment = momentOf(
    seen,
    seen.views.anatomies?.[probeKey(ANATOMY)],
    placesOf(seen.views.past, new Map()),
  );
  if (!moment) throw new Error('words.test: expected a frame with a weight, received one without.');
  return moment;
};

const told = (frame: LessonFrame, seen: Frame): Text | null => {
  const moment = momentAt(seen);
  const design = designAt(frame.experiment, 0);
  return toldAt(frame, moment, errorRows(design, dataSet(design.data), moment.weight), 'there');
};

test('the lesson has the sixteen frames in their order', () => {
  expect(frames.map(({ name }) => name)).toEqual(Object.keys(WRITTEN));
});

test.for(frames)('$name says, from a real run, what was written', async (frame) => {
  const seen = await reach(createSession(manualPlace()), frame);
  expect(told(frame, seen)).toEqual(WRITTEN[frame.name]);
});

test('forwards through all frames and back again, every frame says the same and stands at the same bits', async () => {
  const session = createSession(manualPlace());
  const walk = [...frames, ...frames.toReversed()];
  const said = new Map<string, unknown>();
  for (const frame of walk) {
    const seen = await reach(session, frame);
    const now = { told: told(frame, seen), moment: momentAt(seen) };
    expect(said.get(frame.name) ?? now).toEqual(now);
    said.set(frame.name, now);
  }
  expect(said.size).toBe(16);
});

test.for(Object.entries(PLACES))('%s: w comes by the places that were written', async ([name, places]) => {
  const frame = frames.find((each) => each.name === name);
  if (!frame) throw new Error(`words.test: expected a frame ${name}.`);
  const { trail, weight } = momentAt(await reach(createSession(manualPlace()), frame));
  expect([...trail, weight].map((place) => (place + 0).toFixed(2).replace(/^-0\.00$/, '0.00'))).toEqual(
    places,
  );
});

test('a13 goes on as written: 0, 3, 1.5, 2.25', async () => {
  const frame = frames.find(({ name }) => name === 'a13')!;
  const session = createSession(manualPlace());
  await reach(session, frame);
  for (const _ of [2, 3]) await session.forward('batch');
  const { trail, weight } = momentAt(await session.frame([ANATOMY, PAST], []));
  expect([...trail, weight].map((place) => place.toFixed(2))).toEqual(['0.00', '3.00', '1.50', '2.25']);
});

test('a16 begins with 0.75, falls with every update, and ends at 0.05', async () => {
  const session = createSession(manualPlace());
  await session.start(frames.at(-1)!.experiment);
  const rates: number[] = [];
  for (let step = 0; step <= 8; step += 1) {
    rates.push((await session.frame([], [])).optimizer.learning_rate);
    await session.forward('batch');
  }
  // PolynomialDecay of power 1 is a straight line.
  rates.forEach((rate, step) => expect(rate).toBeCloseTo(0.75 - (0.7 * step) / 8, 6));
});

test('the loss is exactly (w − 2)², its slope 2(w − 2), in every frame', async () => {
  for (const frame of frames) {
    const { weight, loss, slope, after, rate } = momentAt(await reach(createSession(manualPlace()), frame));
    expect(loss).toBeCloseTo((weight - 2) ** 2, 5);
    expect(slope).toBeCloseTo(2 * (weight - 2), 5);
    expect(after).toBeCloseTo(weight - rate * 2 * (weight - 2), 5);
  }
});

test('the answers to the question are those that were written', () => {
  const { question } = frames.find(({ name }) => name === 'a7')!;
  expect(question).toEqual({ answer: 'right', ...ANSWERS });
});
