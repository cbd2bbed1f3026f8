import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import {
  becomes,
  button,
  chart,
  epochOf,
  focused,
  gate,
  learningRate,
  moment,
  press,
  says,
  strip,
  tabTo,
  train,
  type,
} from './screen.ts';

const list = (page: Page): Locator => page.getByRole('dialog', { name: /^(Branches|갈래)$/ });
/** The branches in the list, each as it reads. */
const rows = (page: Page): Promise<string[]> => list(page).locator('li').allTextContents();
/** The ghosts that are drawn. */
const ghosts = (page: Page): Promise<number> => chart(page).locator('[data-curve=ghost]').count();
const openList = async (page: Page): Promise<void> => {
  await button(page, /^(Branches|갈래) \d$/).click();
  await list(page).waitFor();
};

/** AND for 40 epochs, back to 20, and there ten times the rate for 10 epochs. */
const branch = async (page: Page): Promise<void> => {
  await says(page, MINUTE.opening.en);
  await train(page, 40);
  await press(page, 'Comma', 20);
  await becomes(() => epochOf(page), 20);
  const room = await chart(page).boundingBox();
  await type(learningRate(page), '5');
  await button(page, 'Branches 1').waitFor();
  // Its button stands in room that was kept for it.
  expect(await chart(page).boundingBox()).toEqual(room);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await train(page, 10);
};

test('ten times the rate at epoch 20 leaves a ghost named by the old one: shown again, beside, renamed, deleted, reloaded', async ({
  open,
}) => {
  const page = await open();
  await branch(page);
  await becomes(() => ghosts(page), 1);
  expect(await chart(page).textContent()).toContain('learning_rate 0.5');
  const there = await moment(page);

  await openList(page);
  expect(await rows(page)).toEqual([expect.stringMatching(/^learning_rate 0\.5.*epoch 40 · loss 0\.\d{3}/)]);
  await list(page).getByRole('button', { name: 'Draw “learning_rate 0.5” beside' }).click();
  await becomes(() => ghosts(page), 0);
  await list(page).getByRole('button', { name: 'Draw “learning_rate 0.5” beside' }).click();
  await becomes(() => ghosts(page), 1);

  await list(page).getByRole('button', { name: 'Show “learning_rate 0.5” again' }).click();
  await becomes(() => epochOf(page), 40);
  await becomes(() => learningRate(page).inputValue(), '0.5');
  await openList(page);
  expect(await rows(page)).toEqual([expect.stringMatching(/^learning_rate 5.*epoch 30/)]);
  await list(page).getByRole('button', { name: 'Rename “learning_rate 5”' }).click();
  await type(list(page).getByRole('textbox', { name: 'Name of the branch' }), 'fast');
  await becomes(() => rows(page), [expect.stringMatching(/^fast/)]);
  await becomes(() => chart(page).textContent(), expect.stringContaining('fast'));

  await list(page).getByRole('button', { name: 'Delete “fast”' }).click();
  await becomes(() => ghosts(page), 0);
  await page.getByText('The branch “fast” is deleted.').waitFor();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await becomes(() => ghosts(page), 1);

  // The record is written some moments after the last change.
  await expect.poll(() => keptNames(page), { timeout: 10_000 }).toEqual(['fast']);
  await page.reload();
  await button(page, 'Branches 1').waitFor();
  await becomes(() => ghosts(page), 1);
  await openList(page);
  await list(page).getByRole('button', { name: 'Show “fast” again' }).click();
  await becomes(() => moment(page), there);
  await button(page, 'Undo').click();
  await becomes(() => epochOf(page), 40);
});

/** The names of the branches in the record of this tab. */
const keptNames = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('gradus');
        opening.addEventListener('success', () => {
          const { result } = opening;
          const asked = result
            .transaction('tabs')
            .objectStore('tabs')
            .get(sessionStorage.getItem('gradus-tab') ?? '');
          asked.addEventListener('success', () => {
            result.close();
            const found = asked.result as { branches: { name: { en: string } }[] } | undefined;
            resolve((found?.branches ?? []).map(({ name }) => name.en));
          });
        });
      }),
  );

test('by keyboard: the list opens, a name is given up and kept, a deleted row passes the focus on', async ({
  open,
}) => {
  const page = await open();
  await branch(page);
  await press(page, 'Comma', 5);
  await gate(page, 'OR').click();
  await button(page, 'Branches 2').waitFor();
  await tabTo(page, button(page, 'Branches 2'));
  await press(page, 'Enter');
  const rename = (name: string) => list(page).getByRole('button', { name: `Rename “${name}”` });
  // The newest comes first.
  await becomes(() => focused(rename('AND')), true);
  await press(page, 'Enter');
  await page.keyboard.type('nothing');
  await press(page, 'Escape');
  await becomes(() => focused(rename('AND')), true);
  await press(page, 'Enter');
  await page.keyboard.type('before OR');
  await press(page, 'Enter');
  await becomes(() => focused(rename('before OR')), true);
  await tabTo(page, list(page).getByRole('button', { name: 'Delete “before OR”' }));
  await press(page, 'Enter');
  await becomes(() => rows(page), [expect.stringMatching(/^learning_rate 0\.5/)]);
  await becomes(() => focused(list(page).getByRole('button', { name: 'Delete “learning_rate 0.5”' })), true);
  await press(page, 'Escape');
  await becomes(() => list(page).isVisible(), false);
  await becomes(() => focused(button(page, 'Branches 1')), true);
});

test('on a phone, by touch and in Korean, the list is as wide as the window and nothing in it is small', async ({
  open,
}) => {
  const page = await open({
    viewport: { width: 390, height: 844 },
    locale: 'ko-KR',
    hasTouch: true,
    isMobile: true,
  });
  await says(page, MINUTE.opening.ko);
  await train(page, 10);
  await press(page, 'Comma', 4);
  await strip(page).getByRole('textbox', { name: '학습률 η' }).fill('5');
  await press(page, 'Enter');
  await button(page, '갈래 1').tap();
  await becomes(() => rows(page), [expect.stringMatching(/^learning_rate 0\.5.*에포크 10 · loss 0/)]);
  const box = await list(page).boundingBox();
  expect(box?.width).toBeGreaterThan(370);
  expect(box?.x).toBeGreaterThanOrEqual(0);
  const buttons = [button(page, '갈래 1'), ...(await list(page).getByRole('button').all())];
  for (const one of buttons) {
    const size = await one.boundingBox();
    expect(size?.height).toBeGreaterThanOrEqual(44);
    expect(size?.width).toBeGreaterThanOrEqual(44);
  }
});
