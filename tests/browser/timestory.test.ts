import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import {
  becomes,
  button,
  chart,
  learningRate,
  moment,
  press,
  says,
  saysLike,
  sentence,
  strip,
  tabTo,
  type,
} from './screen.ts';

// AND by phase through two batches, back, ten times the rate, a branch, its ghost shown again, and a layer added in the
// middle of a batch: by mouse, and by keyboard alone.

/** The hands that do it. */
interface Hands {
  readonly bySteps: (page: Page) => Promise<void>;
  readonly next: (page: Page) => Promise<void>;
  readonly back: (page: Page) => Promise<void>;
  readonly push: (page: Page, name: string | RegExp) => Promise<void>;
}

const blur = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
const byMouse: Hands = {
  bySteps: (page) => strip(page).getByText('phase', { exact: true }).click(),
  next: (page) => button(page, 'Next phase').click(),
  back: (page) => button(page, 'Back one phase').click(),
  push: (page, name) => button(page, name).click(),
};
const byKeys: Hands = {
  bySteps: async (page) => {
    await tabTo(page, strip(page).getByRole('radio', { name: 'epoch', exact: true }));
    await press(page, 'ArrowLeft', 2);
  },
  next: (page) => press(page, 'Period'),
  back: (page) => press(page, 'Comma'),
  push: async (page, name) => {
    await tabTo(page, button(page, name));
    await press(page, 'Enter');
  },
};

for (const [name, hands] of Object.entries({ mouse: byMouse, keyboard: byKeys })) {
  test(`the story of time by ${name}`, async ({ open }) => {
    const page = await open();
    await says(page, MINUTE.opening.en);
    const start = await moment(page);
    await hands.bySteps(page);

    // Two batches of four phases each: forward, the loss, backward, the update. Each has its own sentence.
    const told: string[] = [];
    const stood: string[] = [];
    for (let phase = 0; phase < 8; phase += 1) {
      const before = await sentence(page).textContent();
      await hands.next(page);
      await expect.poll(() => sentence(page).textContent()).not.toBe(before);
      told.push((await sentence(page).textContent()) ?? '');
      stood.push(await moment(page));
    }
    expect(told.slice(0, 3).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'Multiply inputs by',
      'The surer a',
      'How far off',
    ]);
    expect(stood[3]).toMatch(/^update 1, training loss 0\.\d{3}$/);
    expect(stood[7]).toMatch(/^update 2, training loss 0\.\d{3}$/);

    // And all the way back: the same moments, the last one first.
    for (const there of [...stood.slice(0, -1).toReversed(), start]) {
      await hands.back(page);
      await becomes(
        () => moment(page).then((now) => now.replace(/^(epoch|update) 0/, '')),
        there.replace(/^(epoch|update) 0/, ''),
      );
    }

    // From the first update on ten times the rate: what was trained with the old one stays as a ghost of that name.
    for (let phase = 0; phase < 4; phase += 1) await hands.next(page);
    await becomes(() => moment(page), stood[3] ?? '');
    await type(learningRate(page), '5');
    await blur(page);
    await button(page, 'Branches 1').waitFor();
    for (let phase = 0; phase < 4; phase += 1) await hands.next(page);
    await saysLike(page, /positive slope|negative slope|has turned (negative|positive)/);
    expect(await sentence(page).textContent()).not.toBe(told[7]);
    await becomes(() => chart(page).locator('[data-curve=ghost]').count(), 1);

    // The ghost shown again is the run it was.
    await hands.push(page, 'Branches 1');
    await hands.push(page, 'Show “learning_rate 0.5” again');
    await becomes(() => moment(page), stood[7] ?? '');
    await becomes(() => learningRate(page).inputValue(), '0.5');
    await page.keyboard.press('Escape');
    await blur(page);

    // A layer added in the middle of a batch: another network starts over, and undo leads back into that batch.
    await hands.next(page);
    await hands.next(page);
    await expect.poll(() => moment(page)).toMatch(/^Loss, /);
    const inside = await moment(page);
    await hands.push(page, 'hidden layer');
    await saysLike(page, /^Four neurons/);
    await press(page, 'Control+z');
    await becomes(() => moment(page), inside);
  });
}
