import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { becomes, button, chart, focused, moment, playButton, press, speed, strip, tabTo } from './screen.ts';

/** XOR with four hidden neurons, by epochs of one update, trained to epoch 60; the moment of each epoch on the way. */
const trained = async (page: Page): Promise<readonly string[]> => {
  await button(page, /hidden layer/)
    .first()
    .click();
  await page.getByText('Hidden 1').first().waitFor();
  const moments = [await moment(page)];
  for (let epoch = 1; epoch <= 60; epoch += 1) {
    await press(page, 'Period');
    await becomes(async () => (await moment(page)).startsWith(`epoch ${epoch},`), true);
    moments.push(await moment(page));
  }
  return moments;
};

/** A place of the chart: the axis holds 100 epochs. */
const placeOf = async (page: Page, epoch: number): Promise<readonly [x: number, y: number]> => {
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('The loss chart was not drawn.');
  return [box.x + 40 + ((box.width - 48) * epoch) / 100, box.y + 50];
};

test('the playhead dragged by mouse shows each moment as it was, and play goes on to the same numbers', async ({
  open,
}) => {
  const page = await open({ at: '#demo=xor' });
  const moments = await trained(page);
  expect(await chart(page).evaluate((slider) => getComputedStyle(slider).cursor)).toBe('ew-resize');

  await page.mouse.move(...(await placeOf(page, 60)));
  await page.mouse.down();
  for (const epoch of [41, 20, 7, 33]) {
    await page.mouse.move(...(await placeOf(page, epoch)));
    await becomes(() => moment(page), moments[epoch]!);
  }
  await page.mouse.up();
  await page.mouse.move(...(await placeOf(page, 90)));
  expect(await moment(page)).toBe(moments[33]);
  expect(await chart(page).textContent()).toContain('trained to 60');

  // A press leads there; what lies beyond the newest moment leads to that.
  await page.mouse.click(...(await placeOf(page, 12)));
  await becomes(() => moment(page), moments[12]!);
  await page.mouse.click(...(await placeOf(page, 95)));
  await becomes(() => moment(page), moments[60]!);

  await page.mouse.click(...(await placeOf(page, 50)));
  await becomes(() => moment(page), moments[50]!);
  for (let epoch = 51; epoch <= 60; epoch += 1) {
    await press(page, 'Period');
    await becomes(() => moment(page), moments[epoch]!);
  }
});

test('a press while it plays holds it there', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  const moments = await trained(page);
  await page.keyboard.press('Space');
  await becomes(async () => (await playButton(page).getAttribute('aria-label')) ?? '', 'Pause');
  await page.mouse.click(...(await placeOf(page, 30)));
  await becomes(() => moment(page), moments[30]!);
  expect(await playButton(page).getAttribute('aria-label')).toBe('Play');
});

test('the playhead by keyboard: steps, pages and both ends, and Space plays', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  const moments = await trained(page);
  await tabTo(page, chart(page));
  for (const [key, epoch] of [
    ['Home', 0],
    ['ArrowRight', 1],
    ['PageUp', 7],
    ['ArrowUp', 8],
    ['End', 60],
    ['ArrowLeft', 59],
    ['PageDown', 53],
  ] as const) {
    await press(page, key);
    await becomes(() => moment(page), moments[epoch]!);
  }
  expect(await chart(page).getAttribute('aria-valuenow')).toBe('53');
  await press(page, 'Space');
  await becomes(async () => (await playButton(page).getAttribute('aria-label')) ?? '', 'Pause');
  expect(await focused(chart(page))).toBe(true);

  // The same keys where nothing has the focus.
  await press(page, 'Space');
  await chart(page).evaluate((slider) => (slider as HTMLElement).blur());
  await press(page, 'Home');
  await becomes(() => moment(page), moments[0]!);
});

test('a finger drags the playhead on a phone', async ({ open }) => {
  const page = await open({
    at: '#demo=xor',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const moments = await trained(page);
  const box = (await chart(page).boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', epoch?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        epoch === undefined ? [] : [{ x: box.x + 26 + ((box.width - 30) * epoch) / 100, y: box.y + 30 }],
    });
  await touch('touchStart', 60);
  for (const epoch of [50, 40, 24]) await touch('touchMove', epoch);
  await touch('touchEnd');
  await becomes(async () => Number(/\d+/.exec(await moment(page))) < 30, true);
  expect(moments).toContain(await moment(page));
});

test('a link to this moment opens there, trained to the same numbers', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const moments = await trained(page);
  await page.mouse.click(...(await placeOf(page, 37)));
  await becomes(() => moment(page), moments[37]!);
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: 'Copy link to this moment' }).click();
  await page.getByText('Link copied. It opens at this moment.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await open({ at: new URL(link).hash });
  await becomes(() => moment(other), moments[37]!);
  expect(await chart(other).getAttribute('aria-valuemax')).toBe('37');
});

test('a link to a moment far ahead trains there with the screen alive, and can be stopped on the way', async ({
  open,
}) => {
  const { toLink } = await import('../../src/experiment/link.ts');
  const { demos } = await import('../../src/experiment/demos.ts');
  const page = await open({ at: toLink(demos.xor, 9_000_000) });
  await strip(page).getByText('on the way to update 9,000,000').waitFor();
  await speed(page).focus();
  const first = await moment(page);
  await becomes(async () => (await moment(page)) === first, false);
  await playButton(page).click();
  await strip(page).getByText('paused').waitFor();
  const stopped = await moment(page);
  await page.waitForTimeout(300);
  expect(await moment(page)).toBe(stopped);

  const far = await open({ at: toLink(demos.xor, 10_000_001) });
  await far.getByText(/^This link leads to a moment more than 10 million updates ahead/).waitFor();
  expect(await moment(far)).toMatch(/^epoch 0,/);
});

test('the moments that are kept are shown, and what they may take is chosen and remembered', async ({
  open,
}) => {
  const page = await open({ at: '#demo=xor' });
  await trained(page);
  await button(page, 'Menu').click();
  await page.getByText(/^moments kept: \d+, 0\.0 of 64 MB$/).waitFor();
  await page.getByRole('menuitem', { name: /^Use 256 MB for moments/ }).click();
  await button(page, 'Menu').click();
  await page.getByText(/^moments kept: \d+, 0\.0 of 256 MB$/).waitFor();
  await page.reload();
  await button(page, 'Menu').click();
  await page.getByText(/of 256 MB$/).waitFor();
});
