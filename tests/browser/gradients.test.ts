import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { becomes, button, press, reads, saysLike, train } from './screen.ts';

// Where the gradient goes: by mouse, and by keyboard alone.

const meterOn = (page: Page): Locator => page.getByRole('region', { name: 'Gradients' });
/** The mean size of δ that reaches each layer, as printed. */
const deltas = (page: Page): Promise<number[]> =>
  meterOn(page)
    .getByRole('row', { name: /^slope of z/ })
    .getByRole('cell')
    .allTextContents()
    .then((cells) => cells.map((cell) => Number(cell.replace('−', '-'))));

test('eight sigmoid layers: the vanishing is named, one press mends it, undo brings it back, time shows what was', async ({
  open,
}) => {
  const page = await open({ at: '#demo=vanishing' });
  const meter = meterOn(page);
  await meter.getByRole('heading', { name: 'Vanishing gradient' }).waitFor();
  await reads(meter.getByText(/^Layer 1 receives/), /: (0\.2\d? × ){7}0\.2\d? = \d\.\de−6, and ×\s0\.\d+ by/);
  await train(page, 10);
  const before = await deltas(page);
  expect(before[0]).toBeLessThan(1e-5 * (before[8] ?? 0) * 2);

  await meter.getByRole('button', { name: 'Use relu in hidden layers' }).click();
  await meter.getByRole('heading', { name: 'The slope arrives' }).waitFor();
  const after = await deltas(page);
  expect(after[0]).toBeGreaterThan(100 * (before[0] ?? 1));

  // An ordinary edit: the weights are kept, and undo takes it back.
  await press(page, 'Control+z');
  await meter.getByRole('heading', { name: 'Vanishing gradient' }).waitFor();
  await becomes(async () => await deltas(page), before);
  await press(page, 'Control+Shift+z');
  await meter.getByRole('heading', { name: 'The slope arrives' }).waitFor();
  await becomes(async () => await deltas(page), after);

  // Back in time the past is shown, and forward again the same.
  await train(page, 3);
  const later = await deltas(page);
  expect(later).not.toEqual(after);
  await press(page, 'Comma', 8);
  await meter.getByRole('heading', { name: 'Vanishing gradient' }).waitFor();
  await press(page, 'End');
  await becomes(async () => await deltas(page), later);

  // It learns now.
  await train(page, 120);
  await expect
    .poll(async () =>
      Number(
        await page
          .getByText(/^accuracy/)
          .first()
          .textContent()
          .then((words) => words?.match(/[\d.]+/)?.[0]),
      ),
    )
    .toBeGreaterThan(98);
});

test('layer by layer from the last one: each relu lets more through to the first', async ({ open }) => {
  const page = await open({ at: '#demo=vanishing' });
  const meter = meterOn(page);
  await meter.getByRole('heading', { name: 'Vanishing gradient' }).waitFor();
  const first = async () => (await deltas(page))[0] ?? 0;
  for (const layer of [8, 7]) {
    const before = await first();
    await meter.getByRole('button', { name: new RegExp(`^Hidden ${layer}: Dense sigmoid`) }).click();
    await page.getByRole('menuitemradio', { name: /^ReLU/ }).click();
    await meter.getByRole('button', { name: new RegExp(`^Hidden ${layer}: Dense relu`) }).waitFor();
    await expect.poll(first).not.toBe(before);
  }
  await meter.getByRole('button', { name: 'What is measured' }).click();
  await page
    .getByRole('dialog', { name: 'What is measured' })
    .getByText(/by 160 samples/)
    .waitFor();
  // Esc closes the list that is open, and only that.
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  expect(await meter.count()).toBe(1);
  await meter.getByText('too large').click();
  await meter.getByRole('radio', { name: 'too large', checked: true }).waitFor();
});

test('by keyboard alone: G, the eight layers, the remedy, the gallery, a choice in it, and Esc', async ({
  open,
}) => {
  const page = await open();
  await saysLike(page, /^One neuron learns AND/);
  await press(page, 'KeyG');
  const meter = meterOn(page);
  await meter.getByText(/comes straight from the loss/).waitFor();
  await meter.getByRole('button', { name: 'Eight sigmoid layers' }).focus();
  await page.keyboard.press('Enter');
  const remedy = meter.getByRole('button', { name: 'Use relu in hidden layers' });
  await remedy.focus();
  await page.keyboard.press('Enter');
  await meter.getByRole('heading', { name: 'The slope arrives' }).waitFor();

  await meter.getByRole('button', { name: /^Hidden 2: Dense relu/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Compare' }).focus();
  await page.keyboard.press('Enter');
  const gallery = page.getByRole('region', { name: 'Activations' });
  await gallery.getByRole('button', { name: /^relu\./, pressed: true }).waitFor();
  expect(await gallery.getByRole('radio', { name: 'Hidden 2' }).isChecked()).toBe(true);
  await gallery.getByRole('button', { name: /^tanh\./ }).focus();
  await page.keyboard.press('Enter');
  await gallery.getByRole('button', { name: /^tanh\./, pressed: true }).waitFor();
  await button(page, /^Hidden 2: Dense tanh/).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => gallery.count()).toBe(0);
  await press(page, 'KeyG');
  await meter.waitFor();
  await press(page, 'KeyG');
  await expect.poll(() => meter.count()).toBe(0);
});

test('on a phone it is a sheet that closes, with the transport at its foot', async ({ open }) => {
  const page = await open({
    at: '#demo=vanishing',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const sheet = page.getByRole('dialog', { name: 'Gradients' });
  await sheet.getByRole('heading', { name: 'Vanishing gradient' }).waitFor();
  await expect.poll(() => sheet.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await sheet.getByRole('button', { name: 'Close' }).tap();
  await expect.poll(() => sheet.count()).toBe(0);
  await button(page, 'Menu').tap();
  await page.getByRole('menuitem', { name: 'Gradients of all layers' }).tap();
  await sheet.getByRole('button', { name: 'Play' }).waitFor();
});
