import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import {
  becomes,
  button,
  epochOf,
  focused,
  press,
  reads,
  saysLike,
  strip,
  tabTo,
  train,
  type,
} from './screen.ts';

// Two networks on the same pictures: by mouse, and by keyboard alone.

const view = (page: Page): Locator => page.getByRole('region', { name: 'MLP against CNN' });
const door = (page: Page): Locator =>
  page.getByRole('tabpanel').getByRole('button', { name: 'MLP against CNN' });
const overShift = (page: Page): Locator => view(page).getByRole('slider', { name: 'Moved by whole pixels' });
const said = (slider: Locator) => slider.getAttribute('aria-valuetext');
/** What a row of the table says of the two. */
const row = (page: Page, name: string): Promise<string[]> =>
  view(page).getByRole('row', { name }).getByRole('cell').allTextContents();
const ended = (page: Page): Promise<void> =>
  view(page).getByText('Both have come to the end.').waitFor({ timeout: 60_000 });

/** A comparison that a slow machine comes to the end of. */
const small = async (page: Page): Promise<void> => {
  await type(view(page).getByRole('textbox', { name: 'Epochs' }), '3');
  await type(view(page).getByRole('textbox', { name: 'Pictures' }), '600');
};
const shares = /MLP (\d+\.\d) %, CNN (\d+\.\d) %$/;
const SHARES = (text: string | null): number[] => (shares.exec(text ?? '') ?? []).slice(1).map(Number);

test('both learn, epoch by epoch, and are read at every shift; the CNN is gone on with, and undone', async ({
  open,
}) => {
  const page = await open({ at: '#demo=digits' });
  await saysLike(page, /learns from 1,600 pictures/);
  await train(page, 1);
  await door(page).click();
  await small(page);
  await button(page, 'Start').click();
  await ended(page);
  expect(await row(page, 'Parameters')).toEqual(['101,770', '9,098']);
  for (const time of await row(page, 'Time per epoch')) expect(time).toMatch(/^[\d.,]+ m?s$/);
  const epochs = view(page).getByRole('slider', { name: 'Over epochs: accuracy' });
  const last = await said(epochs);
  expect(last).toMatch(/^epoch 3: MLP/);
  expect(await row(page, 'Validation accuracy')).toEqual(
    SHARES(last).map((share) => `${share.toFixed(1)} %`),
  );
  // The pointer reads the curve, and one picture is moved with it.
  const box = (await overShift(page).boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + box.height / 2);
  await becomes(() => said(overShift(page)).then((text) => text?.startsWith('0 px')), true);
  const centred = SHARES(await said(overShift(page)));
  await view(page).getByRole('heading', { name: 'One picture, unmoved' }).waitFor();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2);
  await becomes(() => said(overShift(page)).then((text) => text?.startsWith('8 px')), true);
  const moved = SHARES(await said(overShift(page)));
  for (const side of [0, 1]) expect(moved[side]).toBeLessThan(centred[side]! - 20);
  await view(page).getByRole('heading', { name: 'One picture, moved by 8 px' }).waitFor();
  await expect
    .poll(() =>
      view(page)
        .getByRole('img', { name: /^The picture, moved/ })
        .count(),
    )
    .toBe(4);
  // The sentence has the very numbers of the curve.
  await reads(
    view(page).getByText(/^Unmoved, the MLP/),
    new RegExp(`MLP reads ${centred[0]!.toFixed(1)}\\s%.* CNN ${centred[1]!.toFixed(1)}\\s%.*Flatten`),
  );
  // It opens as it stands: so many epochs, and right as often on the validation set.
  const accuracy = (await row(page, 'Validation accuracy'))[1]!;
  await button(page, 'Go on with the CNN').click();
  await becomes(() => epochOf(page), 3);
  await reads(strip(page), new RegExp(`accuracy ${accuracy.replace('.', '\\.')}`));
  await page.getByRole('heading', { name: 'Network', exact: true }).waitFor();
  await train(page, 1);
  await button(page, 'Back to my work').click();
  await becomes(() => epochOf(page), 1);
  await saysLike(page, /1,600/);
});

test('with keys alone: one’s own run waits, a curve is read, the MLP is gone on with, Esc leads back', async ({
  open,
}) => {
  const page = await open({ at: '#demo=digits' });
  await saysLike(page, /learns from 1,600 pictures/);
  await press(page, '4');
  // On the tab that is on, Space plays.
  await tabTo(page, page.getByRole('tab', { name: /Evaluate/ }));
  await press(page, 'Space');
  await expect.poll(() => epochOf(page)).toBeGreaterThan(0);
  await tabTo(page, door(page));
  await press(page, 'Enter');
  await expect.poll(() => focused(button(page, 'Start'))).toBe(true);
  await small(page);
  await tabTo(page, button(page, 'Start'), 'Shift+Tab');
  await press(page, 'Enter');
  await ended(page);
  expect(await button(page, 'Play').count()).toBe(1);
  await tabTo(page, overShift(page));
  await press(page, 'Home');
  await becomes(() => said(overShift(page)).then((text) => text?.startsWith('0 px')), true);
  await press(page, 'ArrowRight', 2);
  await view(page).getByRole('heading', { name: 'One picture, moved by 2 px' }).waitFor();
  await press(page, 'End');
  await view(page).getByRole('heading', { name: 'One picture, moved by 8 px' }).waitFor();
  // Esc leaves it, and the run that waited goes on.
  await press(page, 'Escape');
  await becomes(() => view(page).count(), 0);
  await expect.poll(() => button(page, 'Pause').count()).toBe(1);
  await press(page, 'Space');
  await expect.poll(() => button(page, 'Play').count()).toBe(1);
  const there = await epochOf(page);
  // What was compared is still there.
  await tabTo(page, door(page));
  await press(page, 'Enter');
  await view(page).getByText('Both have come to the end.').waitFor();
  await tabTo(page, button(page, 'Go on with the MLP'));
  await press(page, 'Enter');
  await becomes(() => epochOf(page), 3);
  await page.getByText('101,770 parameters').waitFor();
  await press(page, 'Control+z');
  await becomes(() => epochOf(page), there);
});

test('where the data are no pictures the menu says so, and the view offers digits', async ({ open }) => {
  const page = await open();
  await button(page, 'Menu').click();
  const item = page.getByRole('menuitem', { name: /^MLP against CNN/ });
  await reads(item, /only where the data are pictures/);
  expect(await item.isDisabled()).toBe(true);
  await press(page, 'Escape');
  await page.locator('label').filter({ hasText: 'Stripes' }).click();
  await saysLike(page, /^Stripes/);
  await button(page, 'Menu').click();
  await item.click();
  await button(page, 'Start').click();
  await ended(page);
  // Other data than those that were compared: nothing of them stays on the screen.
  await page.locator('label').filter({ hasText: 'Circle' }).click();
  await reads(view(page), /Only networks for pictures are compared/);
  await view(page).getByRole('button', { name: 'Digits' }).click();
  await view(page).getByText('Press Start:').waitFor();
});
