import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { toLink } from '../../src/experiment/link.ts';
import { opening } from '../../src/experiment/presets.ts';
import { test } from './harness.ts';
import {
  becomes,
  button,
  choice,
  focused,
  learningRate,
  press,
  reads,
  saysLike,
  tabTo,
  type,
} from './screen.ts';

// The loss over any weight of a network, by mouse, by keyboard and where the update goes another way than the slope.

const view = (page: Page): Locator => page.locator('#network');
const title = (page: Page): Locator => view(page).getByRole('heading').first();
const told = (page: Page): Locator =>
  view(page)
    .getByRole('region', { name: /^(move =|이동량 =)/ })
    .locator('p')
    .first();
const ball = (page: Page): Locator =>
  page.getByRole('slider', { name: /by the ball on the curve$|곡선 위의 공$/ });
const tip = (page: Page): Locator => page.getByRole('slider', { name: /^η, (by the tip|화살표)/ });
const weight = async (page: Page): Promise<number> => Number(await ball(page).getAttribute('aria-valuenow'));

/** Drags a knob by so many px, in small moves. */
const drag = async (page: Page, knob: Locator, dx: number): Promise<void> => {
  const box = await knob.locator('circle').first().boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let share = 1; share <= 10; share += 1) await page.mouse.move(x + (dx * share) / 10, y, { steps: 2 });
  await page.mouse.up();
};

const withFour: Experiment = {
  ...opening,
  data: { ...opening.data, answers: GATES.XOR },
  model: {
    layers: [
      { type: 'Dense', id: 2, units: 4, activation: 'tanh' },
      { type: 'Dense', id: 1, units: 1, activation: 'sigmoid' },
    ],
  },
};

test('by mouse on XOR 2-4-1: a weight is chosen, phases tell where it will go and where it goes, the ball sets it, the tip sets η', async ({
  open,
}) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  await button(page, 'hidden layer').click();
  await saysLike(page, /^Four neurons/);
  await button(page, 'Gradient descent view').click();
  await reads(title(page), 'Loss over w₁ of h₁');
  await page.getByLabel('Layer', { exact: true }).selectOption('Output');
  await page.getByLabel('Weight', { exact: true }).selectOption('w₃');
  await reads(title(page), 'Loss over w₃ of ŷ');

  // Forward twice, the loss, backward twice, the update.
  await choice(page, 'phase').click();
  const before = await weight(page);
  await reads(told(page), /^The slope is (negative|positive), so w₃ of ŷ will move (left|right)\.$/);
  const way = /(left|right)\.$/.exec((await told(page).textContent()) ?? '')?.[1];
  for (let phase = 0; phase < 3; phase += 1) {
    await press(page, 'Period');
    await reads(told(page), 'The slope of w₃ of ŷ comes in the backward phase of layer 2.');
  }
  for (let phase = 0; phase < 2; phase += 1) {
    await press(page, 'Period');
    await reads(told(page), new RegExp(`so w₃ of ŷ will move ${way}\\.$`));
    expect(await weight(page)).toBe(before);
  }
  await press(page, 'Period');
  await reads(told(page), new RegExp(`so w₃ of ŷ moves ${way}\\.$`));
  const after = await weight(page);
  expect(after > before ? 'right' : 'left').toBe(way);
  await expect
    .poll(() =>
      view(page)
        .getByText(/^Faint and hollow: the last moments/)
        .count(),
    )
    .toBe(1);
  // A phase back it has not moved yet.
  await press(page, 'Comma');
  await reads(told(page), new RegExp(`so w₃ of ŷ will move ${way}\\.$`));
  expect(await weight(page)).toBe(before);

  // The weight follows the ball everywhere, and one undo takes the whole drag back.
  await drag(page, ball(page), 120);
  await expect.poll(() => weight(page)).toBeGreaterThan(before + 0.1);
  const number = view(page).getByRole('spinbutton', { name: 'w₃ of ŷ' });
  await expect
    .poll(async () => Number(await number.getAttribute('aria-valuenow')) - (await weight(page)))
    .toBeCloseTo(0, 3);
  await button(page, 'Undo').click();
  await expect.poll(() => weight(page)).toBeCloseTo(before, 4);

  // So does η follow the tip.
  await becomes(() => learningRate(page).inputValue(), '0.5');
  await choice(page, 'close').click();
  await expect.poll(() => tip(page).count()).toBe(1);
  const sign = (await told(page).textContent())?.includes('right') ? 1 : -1;
  await expect
    .poll(() => view(page).getByText('This close the curve is nearly its tangent', { exact: false }).count())
    .toBe(1);
  await drag(page, tip(page), 60 * sign);
  await expect.poll(async () => Number(await learningRate(page).inputValue())).toBeGreaterThan(0.6);

  // The choice is the page's: back in the network the same weight is selected.
  await button(page, 'Close').click();
  await press(page, 'KeyD');
  await reads(title(page), 'Loss over w₃ of ŷ');
});

test('by keyboard alone, in Korean: D, the lists, the ball by arrows, the number by typing, and D back', async ({
  open,
}) => {
  const page = await open({ at: toLink(withFour), locale: 'ko-KR' });
  await saysLike(page, /\.$/);
  await press(page, 'KeyD');
  await reads(title(page), 'h₁의 w₁에 따른 손실');
  const neurons = page.getByLabel('뉴런', { exact: true }).and(page.locator('select'));
  await tabTo(page, neurons);
  await press(page, 'ArrowDown');
  await reads(title(page), 'h₂의 w₁에 따른 손실');
  await tabTo(page, page.getByLabel('가중치', { exact: true }));
  await press(page, 'ArrowDown', 2);
  await reads(title(page), 'h₂의 b에 따른 손실');
  await reads(told(page), /^기울기가 (음수|양수)이므로 h₂의 b는 (오른쪽|왼쪽)으로 갈 것이다\.$/);

  await tabTo(page, ball(page));
  const before = await weight(page);
  await press(page, 'ArrowRight', 3);
  await expect.poll(() => weight(page)).toBeCloseTo(before + 0.06, 4);
  await tabTo(page, view(page).getByRole('spinbutton', { name: 'h₂의 b' }));
  await press(page, 'Enter');
  await page.keyboard.type('0.75');
  await press(page, 'Enter');
  await expect.poll(() => weight(page)).toBe(0.75);
  await tabTo(page, page.getByRole('radio', { name: '넓게' }), 'Shift+Tab');
  await press(page, 'ArrowRight');
  expect(await focused(page.getByRole('radio', { name: '가까이' }))).toBe(true);
  await expect
    .poll(() =>
      view(page)
        .getByText(/^이렇게 가까이서는 곡선이 접선과 거의 같다/)
        .count(),
    )
    .toBe(1);
  await press(page, 'KeyD');
  await expect.poll(() => title(page).textContent()).not.toContain('에 따른 손실');
});

test('with momentum the sentence tells where the slope points and where it goes', async ({ open }) => {
  const carried: Experiment = {
    ...withFour,
    data: { ...withFour.data, noise: 0.15 },
    compile: { ...withFour.compile, optimizer: { type: 'SGD', learning_rate: 0.2, momentum: 0.9 } },
    fit: { ...withFour.fit, batch_size: 16 },
  };
  const page = await open({ at: toLink(carried) });
  await saysLike(page, /\.$/);
  await press(page, 'KeyD');
  await choice(page, 'batch').click();
  const against = /^The slope points (left|right), but momentum will carry w₁ of h₁ (left|right)\.$/;
  let found: string | null = null;
  for (let batch = 1; batch <= 24 && found === null; batch += 1) {
    await press(page, 'Period');
    await reads(view(page).locator('header p'), new RegExp(`^on batch ${(batch % 8) + 1} of 8, 16 rows`));
    const words = (await told(page).textContent()) ?? '';
    if (against.test(words)) found = words;
  }
  const [, pointed, moved] = against.exec(found ?? '') ?? [];
  expect(new Set([pointed, moved])).toEqual(new Set(['left', 'right']));
  await expect.poll(() => view(page).getByText('With momentum:').count()).toBe(1);

  // On all rows the same update goes by its batch; hidden predictions leave it.
  await press(page, 'KeyH');
  await choice(page, 'all training rows').click();
  await reads(view(page).locator('header p'), /^on all 128 training rows/);
  await expect.poll(() => tip(page).count()).toBe(1);
  await type(learningRate(page), '0.1');
  await expect
    .poll(() =>
      view(page)
        .getByText(/^= −0\.1 × /)
        .count(),
    )
    .toBe(1);
});
