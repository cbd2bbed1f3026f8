import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { oneWeightLesson } from '../../src/lessons/oneWeight.ts';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import { becomes, button, focused, moment, press, reads, says, tabTo, train } from './screen.ts';

/** The lesson of one weight, as a person goes through it. */

const scene = (page: Page) => page.locator('#network');
const told = (page: Page) => scene(page).locator('p').first();
const ball = (page: Page) => page.getByRole('slider', { name: /^(w, by the ball|w, 곡선 위의 공)/ });
const line = (page: Page) => page.getByRole('slider', { name: /^w, by the line/ });
const tip = (page: Page) => page.getByRole('slider', { name: /^η, by the tip/ });
const weight = async (page: Page): Promise<number> => Number(await ball(page).getAttribute('aria-valuenow'));

/** What each frame says, as it stands in src/lessons, with its numbers. */
const SAID = {
  en: [
    'The line y = wx. w is 0, so every prediction is 0.',
    'Prediction minus answer is the error.',
    'Square them, take the mean: (0.16 + 4.00 + 7.84) / 3 = 4. That is the loss, the mean squared error.',
    'At w = 0 the loss is 4: one dot.',
    'Drag w. Each place leaves its loss, and the dots become a curve.',
    'The slope here is −4.',
    'To lower the loss, which way should w go?',
    'The slope is negative, so w moves right, by −η × slope = −0.25 × (−4) = +1.',
    'w is 1; the loss fell from 4 to 1.',
    'The slope shrinks (−4, −2, −1), so the moves shrink (1, 0.5, 0.25). η has not changed.',
    'The slope is nearly 0: here, at w = 2, the loss is smallest.',
    'Learning rate 0.05: small steps, a long walk.',
    'Learning rate 0.75: it went past. Now the slope is positive, so w moves left.',
    'Learning rate 1: to and fro at the same height.',
    'Learning rate 1.1: further away each time. It diverges.',
    'Large steps first; near the bottom a smaller learning rate for the fine adjustment.',
  ],
  ko: [
    '직선 y = wx. 지금 w는 0이라 모든 예측이 0이다.',
    '예측에서 정답을 뺀 것이 오차다.',
    '오차를 제곱해 평균한다: (0.16 + 4.00 + 7.84) / 3 = 4. 이것이 손실(loss), 평균제곱오차이다.',
    'w가 0일 때 손실은 4. 점 하나로 찍는다.',
    'w를 끌어 보세요. 지나간 자리마다 손실이 찍혀 곡선이 된다.',
    '지금 자리의 순간 기울기는 −4.',
    '손실을 줄이려면 w는 어느 쪽으로 가야 할까?',
    '기울기가 음수이므로 w는 오른쪽으로 간다. 이동량은 −η × 기울기 = −0.25 × (−4) = +1.',
    'w는 1, 손실은 4에서 1로 줄었다.',
    '기울기가 −4, −2, −1로 작아져서 이동량도 1, 0.5, 0.25로 준다. η는 그대로다.',
    '기울기가 0에 가깝다. 여기가 손실이 가장 작은 w = 2, 최적의 w이다.',
    '학습률 0.05: 보폭이 작아 오래 걸린다.',
    '학습률 0.75: 최적값을 지나쳤다. 이제 기울기가 양수이므로 왼쪽으로 돌아온다.',
    '학습률 1: 같은 높이를 오가기만 한다.',
    '학습률 1.1: 갈수록 멀어진다. 발산이다.',
    '처음에는 큰 보폭으로, 가까워지면 학습률을 줄여 미세조정한다.',
  ],
} as const;
const ALL = oneWeightLesson.frames.length;

/** w at each frame once its updates are made, from (w − 2)² by hand. */
const PLACES = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1.75, 1.9961, 0.542, 3, 4, 5.456, 2.0488];

test('by mouse: through all frames and back, by real runs, and one’s own work is there again', async ({
  open,
}) => {
  const page = await open({ reducedMotion: 'reduce' });
  await says(page, MINUTE.opening.en);
  await train(page, 12);
  const own = await moment(page);

  await button(page, 'Lessons').click();
  for (let frame = 0; frame < ALL; frame += 1) {
    await reads(told(page), SAID.en[frame]!);
    await reads(
      page.locator('nav', { hasText: 'Next' }).or(page.locator('nav', { hasText: 'Done' })),
      new RegExp(`${frame + 1} / ${ALL}`),
    );
    if (frame > 2) await expect.poll(() => weight(page)).toBeCloseTo(PLACES[frame]!, 3);
    if (frame < ALL - 1) await button(page, 'Next ›').click();
  }
  for (let frame = ALL - 2; frame >= 0; frame -= 1) {
    await button(page, '‹ Back').click();
    await reads(told(page), SAID.en[frame]!);
    if (frame > 2) await expect.poll(() => weight(page)).toBeCloseTo(PLACES[frame]!, 3);
  }

  await button(page, /^Close the lesson/).click();
  await becomes(() => moment(page), own);
  // Nothing of the lesson is in the way of undo, nor in what a reload finds.
  expect(await button(page, 'Undo').isDisabled()).toBe(true);
});

test('the hand: w is dragged by ball and line, the arrow by its tip, and the dots become a curve', async ({
  open,
}) => {
  const page = await open({ reducedMotion: 'reduce' });
  await says(page, MINUTE.opening.en);
  await press(page, 'l');
  for (let frame = 0; frame < 4; frame += 1) await button(page, 'Next ›').click();
  await reads(told(page), SAID.en[4]);

  /** Drags a knob by so many px, in small moves. */
  const drag = async (knob: ReturnType<typeof ball>, dx: number, dy = 0): Promise<void> => {
    const box = await knob.locator('circle').first().boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let share = 1; share <= 10; share += 1)
      await page.mouse.move(x + (dx * share) / 10, y + (dy * share) / 10, { steps: 2 });
    await page.mouse.up();
  };
  const dots = () => scene(page).locator('svg svg circle').count();
  await drag(ball(page), 300);
  await expect.poll(() => weight(page)).toBeGreaterThan(2);
  await expect.poll(dots).toBeGreaterThan(5);
  const before = await weight(page);
  await drag(line(page), 0, 60);
  await expect.poll(() => weight(page)).toBeLessThan(before);

  // The question: a wrong answer says why, a right one goes on.
  await button(page, 'Next ›').click();
  await reads(told(page), SAID.en[5]);
  await expect.poll(() => weight(page)).toBe(0);
  await button(page, 'Next ›').click();
  await button(page, '← left').click();
  await reads(scene(page).getByRole('status'), /^Going left raises the loss\./);
  await button(page, 'right →').click();
  await reads(scene(page).getByRole('status'), /^Right\. With a negative slope/);

  // The arrow's tip is the learning rate: at w = 4 it is 1, and the sentence follows the hand.
  await button(page, 'Next ›').click();
  await reads(told(page), SAID.en[7]);
  await tip(page).focus();
  await press(page, 'Shift+ArrowRight', 6);
  await reads(told(page), 'The slope is negative, so w moves right, by −η × slope = −1 × (−4) = +4.');
  await button(page, 'Back to this frame').click();
  await reads(told(page), SAID.en[7]);
});

test('by keyboard alone, in Korean: L opens, arrows turn and answer, L closes', async ({ open }) => {
  const page = await open({ locale: 'ko-KR', reducedMotion: 'reduce' });
  await says(page, MINUTE.opening.ko);
  await press(page, 'l');
  for (let frame = 0; frame < ALL; frame += 1) {
    await reads(told(page), SAID.ko[frame]!);
    if (frame === 6) {
      await press(page, 'ArrowLeft');
      await reads(scene(page).getByRole('status'), /^왼쪽으로 가면 손실이 커진다\./);
      await press(page, 'ArrowRight');
      await reads(scene(page).getByRole('status'), /^오른쪽이 맞다\./);
    }
    if (frame < ALL - 1) await press(page, 'ArrowRight');
  }
  await press(page, 'ArrowLeft', 3);
  await reads(told(page), SAID.ko[12]);
  // The keyboard moves w as the mouse does.
  await tabTo(page, ball(page));
  expect(await focused(ball(page))).toBe(true);
  await press(page, 'ArrowRight', 2);
  await expect.poll(() => weight(page)).toBeCloseTo(3.1, 3);
  await press(page, 'l');
  await says(page, MINUTE.opening.ko);
});

test('as a film: frames follow by themselves, w moves where a person would drag it, and a click stops it', async ({
  open,
}) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await press(page, 'l');
  await reads(told(page), SAID.en[0]);
  await press(page, 'ArrowRight', 4);
  await reads(told(page), SAID.en[4]);
  await button(page, 'Show as a film').click();
  await expect
    .poll(() => scene(page).locator('svg svg circle').count(), { timeout: 30_000 })
    .toBeGreaterThan(20);
  await expect.poll(() => told(page).textContent(), { timeout: 30_000 }).toBe(SAID.en[5]);
  await button(page, 'Stop the film').click();
  await button(page, 'Show as a film').waitFor();
  await reads(told(page), SAID.en[5]);
});

test('a reload in the middle of a lesson finds one’s own work', async ({ open }) => {
  const page = await open({ reducedMotion: 'reduce' });
  await says(page, MINUTE.opening.en);
  await train(page, 9);
  const own = await moment(page);
  await press(page, 'l');
  await reads(told(page), SAID.en[0]);
  for (let frame = 0; frame < 9; frame += 1) await press(page, 'ArrowRight', frame === 6 ? 2 : 1);
  await reads(told(page), SAID.en[9]);
  await page.reload();
  await becomes(() => moment(page), own);
});

test('on a phone the data are in sight from the first frame on', async ({ open }) => {
  const page = await open({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  await says(page, MINUTE.opening.en);
  await press(page, 'l');
  for (const frame of [0, 1]) {
    await reads(told(page), SAID.en[frame]!);
    const place = await page.getByRole('heading', { name: 'Data' }).boundingBox();
    expect(place?.y).toBeLessThan(400);
    await press(page, 'ArrowRight');
  }
});

test('#demo=one-weight opens the picture itself, D and Esc close it, D opens it again', async ({ open }) => {
  const page = await open({ at: '#demo=one-weight' });
  await expect.poll(() => weight(page)).toBe(0);
  await press(page, 'Period');
  await expect.poll(() => weight(page)).toBe(1);
  await press(page, 'd');
  await page.getByRole('heading', { name: 'Network' }).waitFor();
  await button(page, 'Gradient descent view').click();
  await expect.poll(() => weight(page)).toBe(1);
  await press(page, 'Escape');
  await page.getByRole('heading', { name: 'Network' }).waitFor();
});
