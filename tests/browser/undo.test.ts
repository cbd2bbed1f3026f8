import { expect } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import { recordAt } from './record.ts';
import {
  becomes,
  button,
  cell,
  chart,
  epochOf,
  gate,
  learningRate,
  moment,
  playButton,
  press,
  reads,
  says,
  saysLike,
  table,
  train,
  type,
} from './screen.ts';

test('edits that keep the weights are undone one by one, and time stands where it stood', async ({
  open,
}) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await expect.poll(() => button(page, 'Undo').isDisabled()).toBe(true);
  await train(page, 12);
  await type(learningRate(page), '0.2');
  await cell(page, 0, 0).click();
  const weight = page.getByRole('spinbutton', { name: /w₁/ }).first();
  const learned = await weight.textContent();
  await weight.focus();
  await press(page, 'ArrowUp', 3);
  await becomes(async () => (await weight.textContent()) === learned, false);

  const undo = button(page, 'Undo');
  await undo.click();
  await reads(weight, learned ?? '');
  await undo.click();
  await becomes(async () => (await table(page))[0]?.split(' ')[2], '0');
  await undo.click();
  await becomes(() => learningRate(page).inputValue(), '0.5');
  await becomes(() => undo.isDisabled(), true);
  expect(await moment(page)).toMatch(/^epoch 12,/);

  const redo = button(page, 'Redo');
  for (let edits = 0; edits < 3; edits += 1) await redo.click();
  await becomes(() => learningRate(page).inputValue(), '0.2');
  await becomes(async () => (await table(page))[0]?.split(' ')[2], '1');
  await becomes(() => redo.isDisabled(), true);
});

test('the undo of a new start brings back weights, counters and curve, bit for bit', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await train(page, 40);
  const left = await recordAt(page, 40, 0);
  const before = await moment(page);

  await button(page, 'hidden layer').click();
  await becomes(() => epochOf(page), 0);
  await chart(page).getByText('one neuron').waitFor({ state: 'attached' });
  await train(page, 5);
  await press(page, 'Control+z');
  await becomes(() => moment(page), before);
  expect(await chart(page).textContent()).not.toContain('one neuron');
  // A step and back makes the page save anew.
  await train(page, 1);
  await press(page, 'Comma');
  const again = await recordAt(page, 40, 0);
  expect(again.bits).toEqual(left.bits);
  expect(again.curve.slice(0, 40)).toEqual(left.curve.slice(0, 40));

  await press(page, 'Control+Shift+z');
  await becomes(() => epochOf(page), 5);
  await reads(page.getByRole('tab', { name: 'Design' }), /2-4-1/);
});

test('the start again is an edit like any other: undo goes back to where it was', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  const start = await moment(page);
  await train(page, 30);
  await gate(page, 'OR').click();
  await train(page, 10);
  const there = await moment(page);
  await button(page, 'From the start (same weights)').click();
  await becomes(() => epochOf(page), 0);
  // OR from the opening's first weights: the gate stays, the weights are those it began with.
  await reads(page.getByRole('spinbutton', { name: /w₁/ }).first(), '0.900');
  await button(page, 'Undo').click();
  await becomes(() => moment(page), there);
  await button(page, 'Undo').click();
  await becomes(() => epochOf(page), 40);
  await becomes(async () => (await table(page)).map((row) => row.split(' ')[2]).join(''), '0001');
  await press(page, 'r');
  await becomes(() => moment(page), start);
});

test('one drag of a setting that starts over is one edit', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await train(page, 20);
  const before = await moment(page);
  const noise = page.getByRole('slider', { name: 'Noise' });
  // The column scrolls: there are many kinds of data above.
  await noise.scrollIntoViewIfNeeded();
  const box = await noise.boundingBox();
  if (!box) throw new Error('The slider is not on the screen.');
  const at = (share: number) => [box.x + share * box.width, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.04));
  await page.mouse.down();
  await page.mouse.move(...at(0.5), { steps: 30 });
  await page.mouse.up();
  await page.getByText('128 to train, 32 to validate').waitFor();
  const half = Number(await noise.getAttribute('max')) / 2;
  await expect.poll(() => noise.inputValue().then(Number)).toBeCloseTo(half, 1);
  await chart(page).getByText('noise 0').waitFor({ state: 'attached' });
  await button(page, 'Undo').click();
  await becomes(() => moment(page), before);
  await becomes(() => button(page, 'Undo').isDisabled(), true);
});

test('while it plays, undo takes back the gate and the run plays on', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await playButton(page).click();
  await saysLike(page, /^All 4 right/);
  await gate(page, 'XOR').click();
  await says(page, MINUTE.xor.en);
  await press(page, 'Control+z');
  await becomes(async () => (await table(page)).map((row) => row.split(' ')[2]).join(''), '0001');
  await button(page, 'Pause').waitFor();
});
