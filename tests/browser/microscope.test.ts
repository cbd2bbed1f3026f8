import { expect } from 'vitest';
import { test } from './harness.ts';
import { button, press, reads, saysLike, train } from './screen.ts';

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
