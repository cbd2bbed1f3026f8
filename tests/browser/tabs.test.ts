import { expect, inject } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import { recordAt, recordBeyond } from './record.ts';
import { becomes, button, epochOf, gate, moment, press, reads, says, saysLike, train } from './screen.ts';

test('a reload opens where one was: experiment, moment, curve; paused', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  expect(page.url()).not.toContain('#');
  await button(page, 'hidden layer').click();
  await saysLike(page, /^Four neurons/);
  await train(page, 33);
  const there = await moment(page);
  const left = await recordAt(page, 33, 0);
  await page.reload();
  await becomes(() => moment(page), there);
  await reads(page.getByRole('tab', { name: 'Design' }), /2-4-1/);
  await button(page, 'Play').waitFor();
  await press(page, 'Period');
  await press(page, 'Comma');
  const again = await recordAt(page, 33, 0);
  expect(again.bits).toEqual(left.bits);
  // Once it is written anew, the step that was made and taken back stays on the curve, ahead of where one is.
  expect(again.curve.slice(0, left.curve.length)).toEqual(left.curve);
});

test('a reload while it plays opens paused, no earlier than what was written last', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await press(page, 'Space');
  await saysLike(page, /^All 4 right/);
  // Written every ten seconds while it plays, and when the page goes what was taken down in the second before.
  const written = await recordBeyond(page, 60);
  await page.reload();
  await button(page, 'Play').waitFor();
  await expect.poll(() => epochOf(page)).toBeGreaterThanOrEqual(written);
});

test('each tab has its own record, and a duplicated tab goes on under its own', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await train(page, 20);
  const there = await moment(page);
  const left = await recordAt(page, 20, 0);
  const context = page.context();

  const second = await context.newPage();
  await second.goto(inject('address'));
  await says(second, MINUTE.opening.en);
  await gate(second, 'OR').click();
  await train(second, 7);
  await recordAt(second, 7, 1);

  // As the browser does when a tab is duplicated: the new one starts with a copy of the session storage.
  const name = await page.evaluate(() => sessionStorage.getItem('gradus-tab'));
  const twin = await context.newPage();
  await twin.addInitScript((tab) => {
    if (!sessionStorage.getItem('gradus-tab')) sessionStorage.setItem('gradus-tab', tab ?? '');
  }, name);
  await twin.goto(inject('address'));
  await becomes(() => moment(twin), there);
  expect(await twin.evaluate(() => sessionStorage.getItem('gradus-tab'))).not.toBe(name);
  await press(twin, 'Period', 4);
  await recordAt(twin, 24, 0);

  await page.reload();
  await becomes(() => moment(page), there);
  expect((await recordAt(page, 20, 0)).bits).toEqual(left.bits);
  await second.reload();
  await becomes(() => epochOf(second), 7);
});

test('a link opens beside one’s own work, which waits one click away', async ({ open }) => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await says(page, MINUTE.opening.en);
  await gate(page, 'NAND').click();
  await train(page, 6);
  await button(page, 'Copy link').click();
  await page.getByText('Link copied.').waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;

  const other = await open();
  await says(other, MINUTE.opening.en);
  await gate(other, 'OR').click();
  await train(other, 15);
  const own = await moment(other);
  await recordAt(other, 15, 1);
  await other.goto('about:blank');
  await other.goto(inject('address') + link);
  await saysLike(other, /^One neuron learns (NAND|AND)\./);
  await other.getByText('This is a shared experiment. Your own work is kept.').waitFor();
  expect(other.url()).not.toContain('#');
  await train(other, 3);
  await recordAt(other, 3, 1);

  // Reloading keeps both: the link's run, and the way back.
  await other.reload();
  await becomes(() => epochOf(other), 3);
  await button(other, 'Back to my work').click();
  await becomes(() => moment(other), own);
  await becomes(() => gate(other, 'OR').getByRole('radio').isChecked(), true);
});

test('a link followed while the page is open leaves the work one undo away', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await train(page, 9);
  const own = await moment(page);
  await page.evaluate(() => {
    location.hash = '#demo=hand-xor';
  });
  await says(page, 'The first neuron is OR: 1 if either is 1.');
  await press(page, 'Control+z');
  await becomes(() => moment(page), own);
});
