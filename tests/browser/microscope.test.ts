import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { button, choice, press, reads, saysLike, train } from './screen.ts';

// Every number can be asked why: by mouse, and by keyboard alone.

test('a neuron is looked into by mouse: its sum, its slopes, the weight typed there, the point pinned on the plane', async ({
  open,
}) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  await button(page, 'hidden layer').click();
  await saysLike(page, /^Four neurons/);
  await train(page, 20);
  await page.locator('[data-neuron="0 1"]').click();
  const microscope = page.getByRole('region', { name: 'Microscope' });
  await reads(microscope.locator('header p'), 'neuron h₂ at the point (1, 1), answer 0');

  // What is printed adds up, and z is what the activation is given.
  const sum = microscope.getByRole('region', { name: 'Forward' });
  const cells = await sum.locator('tbody tr td:last-child').allTextContents();
  const total = cells.reduce((all, cell) => all + Number(cell.replace('−', '-')), 0);
  const written = await sum.getByRole('math').nth(1).getAttribute('aria-label');
  expect(Number(written?.split('= ').at(-1)?.replace('−', '-'))).toBeCloseTo(total, 6);

  // Pointing at a row lights its link alone: the drawing says that weight and no other.
  const numbers = page.locator('#network svg text');
  expect(await numbers.count()).toBe(3);
  await sum.locator('tbody tr').first().hover();
  await expect.poll(() => numbers.count()).toBe(1);

  const weight = sum.getByRole('spinbutton', { name: 'weight from x₁ to h₂' });
  await weight.dblclick();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await reads(weight, '2.000');

  await page.getByRole('button', { name: /^Point \(0, 1\)/ }).click();
  await reads(microscope.locator('header p'), 'neuron h₂ at the pinned point (0, 1), answer 1');
  await microscope.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => microscope.count()).toBe(0);
});

test('by keyboard alone: M, the choice of the neuron, the layer and the loss, and Esc', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  await button(page, 'hidden layer').focus();
  await page.keyboard.press('Enter');
  await saysLike(page, /^Four neurons/);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press(page, 'KeyM');
  const microscope = page.getByRole('region', { name: 'Microscope' });
  await reads(microscope.locator('header p'), /^neuron h₁ at the point/);
  await microscope.getByRole('radio', { name: 'h₁' }).focus();
  await page.keyboard.press('ArrowRight');
  await reads(microscope.locator('header p'), /^neuron h₂/);
  for (let next = 0; next < 3; next += 1) await page.keyboard.press('ArrowRight');
  await reads(microscope.locator('header p'), 'the whole layer');
  await page.keyboard.press('Escape');
  await expect.poll(() => microscope.count()).toBe(0);
});

test('on a phone its sheet goes through time: a phase on, and back', async ({ open }) => {
  const page = await open({
    at: '#demo=two-xor',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await saysLike(page, /\.$/);
  await page.locator('[data-neuron="0 0"]').tap();
  const sheet = page.getByRole('dialog', { name: 'Microscope' });
  await reads(sheet.locator('header p'), /^neuron h₁ at the point/);
  await sheet.getByText('phase', { exact: true }).tap();
  const rail = sheet.getByRole('list', { name: 'Phases of a batch' });
  const stands = () =>
    rail.locator('[aria-current]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  await sheet.getByRole('button', { name: 'Next phase' }).tap();
  await expect.poll(stands).toEqual(['Forward, layer 1']);
  // What the batch has not come to yet is not told.
  await expect.poll(() => sheet.getByText('not yet').count()).toBeGreaterThan(0);
  for (let phase = 0; phase < 4; phase += 1) await sheet.getByRole('button', { name: 'Next phase' }).tap();
  await expect.poll(stands).toEqual(['Backward, layer 1']);
  await expect.poll(() => sheet.getByText('not yet').count()).toBe(0);
  await sheet.getByRole('button', { name: 'Back one phase' }).tap();
  await expect.poll(stands).toEqual(['Backward, layer 2']);
  // A segment leads to its phase, there and back.
  await rail.getByRole('button', { name: 'Forward, layer 2' }).tap();
  await expect.poll(stands).toEqual(['Forward, layer 2']);
  await rail.getByRole('button', { name: 'Update' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(stands).toEqual(['Update']);
  // It stays in sight, whatever the sheet is scrolled to.
  const foot = await sheet.getByRole('group', { name: 'Time' }).boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBe(844);
  expect(await sheet.evaluate((whole) => whole.scrollWidth - whole.clientWidth)).toBe(0);
});

test('above the open Microscope the two planes and their ramp are seen without scrolling', async ({
  open,
}) => {
  for (const locale of ['en-US', 'ko-KR']) {
    for (const at of ['#demo=hand-xor', '#demo=two-xor']) {
      const page = await open({ at, locale });
      await saysLike(page, /\.$/);
      await press(page, 'KeyM');
      await expect.poll(() => page.getByRole('region', { name: /^(Microscope|현미경)$/ }).count()).toBe(1);
      const output = page.getByRole('region', { name: /^(Output|출력)$/ }).locator('xpath=..');
      const hidden = () => output.evaluate((whole) => whole.scrollHeight - whole.clientHeight);
      await expect.poll(hidden).toBe(0);
    }
  }
});

/** The contrast of a text with the ground of the page, by WCAG 2: of all that lies between them only veils are looked for. */
const contrastOf = (text: Locator): Promise<number> =>
  text.evaluate((part) => {
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    let veil = 1;
    for (let one: Element | null = part; one; one = one.parentElement) {
      veil *= Number(getComputedStyle(one).opacity);
    }
    const ground = channels(getComputedStyle(document.documentElement).backgroundColor);
    const seen = channels(getComputedStyle(part).color).map(
      (channel, at) => veil * channel + (1 - veil) * (ground[at] ?? 0),
    );
    const luminance = (color: number[]): number => {
      const [r = 0, g = 0, b = 0] = color.map((channel) =>
        channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [low = 0, high = 0] = [luminance(seen), luminance(ground)].toSorted((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });

test('what a batch has not come to yet can be read on a projector, in both themes', async ({ open }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open({ at: '#demo=two-xor', colorScheme });
    await saysLike(page, /\.$/);
    await choice(page, 'phase').click();
    await press(page, 'KeyM');
    await press(page, 'Period');
    const coming = page.getByRole('region', { name: 'Microscope' }).getByText('not yet').first();
    await coming.waitFor();
    await expect.poll(() => contrastOf(coming)).toBeGreaterThanOrEqual(4.5);
  }
});
