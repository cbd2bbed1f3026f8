import { expect } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import { recordAt } from './record.ts';
import { becomes, button, choice, epochOf, playButton, reads, says, saysLike } from './screen.ts';

// The callbacks of fit(), as a person meets them.

test('EarlyStopping stops, puts the best weights back; models are saved, opened, deleted and kept', async ({
  open,
}) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await choice(page, 'Two moons').click();
  await saysLike(page, /2 classes/);
  await page.getByRole('tab', { name: 'Fit' }).click();
  for (const name of ['ModelCheckpoint', 'EarlyStopping', 'restore_best_weights']) {
    await choice(page, name).click();
  }
  await playButton(page).click();
  const told = await saysLike(page, /^Stopped at epoch \d+: val_loss has not been better for 10 epochs/);
  const [stopped, best] = [...told.matchAll(/epoch (\d+)/g)].map(([, epoch]) => Number(epoch));
  if (stopped === undefined || best === undefined) throw new Error(told);
  expect(stopped - best).toBe(10);
  await button(page, 'Play').waitFor();

  const models = page.getByRole('list', { name: 'Saved models' });
  const names = (): Promise<string[]> => models.getByRole('listitem').allTextContents();
  const file = new RegExp(`^moons-0*${best}-0\\.\\d{4}\\.keras`);
  await expect.poll(async () => (await names())[0]).toMatch(file);

  // Deleted by mistake, it comes back.
  const first = models.getByRole('listitem').first();
  await first.getByRole('button', { name: /Delete/ }).click();
  await expect.poll(async () => (await names())[0]).not.toMatch(file);
  await button(page, 'Undo').last().click();
  await expect.poll(async () => (await names())[0]).toMatch(file);

  // Open: the run as it stood then; the run that is left is one undo away.
  await first.getByRole('button', { name: /Open/ }).click();
  await becomes(() => epochOf(page), best);
  await button(page, 'Back').last().click();
  await becomes(() => epochOf(page), stopped);
  // 160 points in batches of 16; the callbacks were switched on at one step.
  await recordAt(page, stopped * 10, 1);

  // They are there after a reload, and a diamond leads back to its moment.
  await page.reload();
  await button(page, 'Play').waitFor();
  await page.getByRole('tab', { name: 'Fit' }).click();
  await expect.poll(async () => (await names())[0]).toMatch(file);
  await page.getByRole('button', { name: new RegExp(`epoch ${best}, moons-`) }).click();
  await becomes(() => epochOf(page), best);
});

test('a model saved where other weights were put back is where its run begins, and a link says that it lacks it', async ({
  open,
}) => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await says(page, MINUTE.opening.en);
  await choice(page, 'Two moons').click();
  await saysLike(page, /2 classes/);
  await page.getByRole('tab', { name: 'Fit' }).click();
  for (const name of ['ModelCheckpoint', 'save_best_only', 'EarlyStopping', 'restore_best_weights']) {
    await choice(page, name).click();
  }
  await playButton(page).click();
  const told = await saysLike(page, /^Stopped at epoch \d+: val_loss has not been better for 10 epochs/);
  const stopped = Number(/epoch (\d+)/.exec(told)?.[1]);
  const last = page
    .getByRole('list', { name: 'Saved models' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^moons-0*${stopped}-`) });
  await last.getByRole('button', { name: /Open/ }).click({ timeout: 60_000 });
  await becomes(() => button(page, 'Back one epoch').isDisabled(), true);
  expect(await epochOf(page)).toBe(stopped);
  await button(page, 'Next epoch').click();
  await becomes(() => epochOf(page), stopped + 1);
  await button(page, 'Back one epoch').click();
  await becomes(() => epochOf(page), stopped);
  await becomes(() => button(page, 'Back one epoch').isDisabled(), true);
  await button(page, 'Copy link').click();
  await page.getByText(/It cannot carry the saved weights this run goes on from/).waitFor();
});

test('XOR is parted by one neuron with x₁x₂, and the page says what that means', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  await button(page, 'x₁x₂').click();
  await saysLike(page, /^x₁x₂ is 1 at \(1, 1\) only/);
  await playButton(page).click();
  await saysLike(page, /^One neuron solves XOR, thanks to x₁x₂\. A feature made by hand/);
});

test('grades are asked as a number, as pass or fail, and as A, B or C', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await choice(page, 'Grades').click();
  await saysLike(
    page,
    /a number to predict\. Output layer and loss are set to fit: 1 × linear, mean_squared_error/,
  );
  await page.getByText('A·B·C', { exact: true }).click();
  await saysLike(page, /3 classes\. .*3 × softmax, sparse_categorical_crossentropy/);
  await reads(page.getByRole('tab', { name: 'Design' }), /2-3/);
  await playButton(page).click();
  await reads(page.getByRole('tab', { name: 'Evaluate' }), /\d %/);
});
