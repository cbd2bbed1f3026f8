import { expect } from 'vitest';
import { test } from './harness.ts';
import { button, choice, press, reads, tabTo } from './screen.ts';

// A convolution is taken apart and its kernel painted, by mouse and by keyboard alone.

const numberOf = (words: string): number => Number(words.replace('−', '-'));

test('by mouse: the window is dragged, the products add up, a kernel by name changes the map, and undo brings it back', async ({
  open,
}) => {
  const page = await open({ at: '#demo=stripes' });
  await button(page, 'Conv2D, map 1 of 8').click();
  const microscope = page.getByRole('region', { name: 'Microscope' });
  const where = microscope.locator('header p');
  await reads(where, /^window centred on row \d, column \d, counted from 0; drag it$/);
  const map = microscope.getByRole('application', { name: /^What comes in/ });
  const box = (await map.boundingBox())!;
  // 8 cells and the padding round them, 10 a side.
  const place = (row: number, column: number) =>
    [box.x + ((column + 1.5) * box.width) / 10, box.y + ((row + 1.5) * box.height) / 10] as const;
  await page.mouse.move(...place(2, 2));
  await page.mouse.down();
  await page.mouse.move(...place(4, 5), { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await reads(where, 'window centred on row 4, column 5, counted from 0; drag it');

  const grid = async (name: string) =>
    (await microscope.getByRole('table', { name }).getByRole('cell').allTextContents()).map(numberOf);
  const line = (name: string) => microscope.locator('dl > div').filter({ hasText: name }).locator('dd');
  const adds = async () => {
    const products = await grid('products');
    const total = products.reduce((all, value) => all + value, 0);
    expect(total).toBeCloseTo(numberOf((await line('sum of the 9').textContent()) ?? ''), 6);
  };
  await adds();

  const before = await grid('kernel w');
  await choice(page, 'By hand').click();
  await button(page, 'identity').click();
  await expect.poll(() => grid('kernel w')).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
  // It hands on the very pixel under its middle.
  const [, , , , middle = Number.NaN] = await grid('window x');
  await expect.poll(() => line('sum of the 9').textContent()).toBe(middle.toFixed(3));
  await adds();
  await page.keyboard.press('Control+z');
  await expect.poll(() => grid('kernel w')).toEqual(before);
});

test('by keyboard alone: into a map, over its cells, a weight typed, the layer frozen, and out again', async ({
  open,
}) => {
  const page = await open({ at: '#demo=stripes' });
  const first = button(page, 'Conv2D, map 1 of 8');
  await first.waitFor();
  await tabTo(page, first);
  await page.keyboard.press('Enter');
  const microscope = page.getByRole('region', { name: 'Microscope' });
  const where = microscope.locator('header p');
  await reads(where, /^window centred/);
  const map = microscope.getByRole('application', { name: /^What comes in/ });
  await tabTo(page, map);
  await press(page, 'ArrowLeft', 9);
  await press(page, 'ArrowUp', 9);
  await reads(where, 'window centred on row 0, column 0, counted from 0; drag it');
  await press(page, 'ArrowDown', 3);
  await press(page, 'ArrowRight', 2);
  await reads(where, 'window centred on row 3, column 2, counted from 0; drag it');

  const weight = microscope.getByRole('spinbutton', { name: 'weight at row 1, column 1' });
  await tabTo(page, weight);
  await page.keyboard.press('Enter');
  await page.keyboard.type('1.5');
  await page.keyboard.press('Enter');
  await reads(weight, '1.500');
  await page.keyboard.press('ArrowUp');
  await reads(weight, '1.600');

  await tabTo(page, microscope.getByRole('radio', { name: 'feature map' }));
  await press(page, 'ArrowRight', 2);
  const freeze = microscope.getByRole('switch', { name: /^Freeze this layer/ });
  await tabTo(page, freeze);
  await page.keyboard.press('Space');
  await expect.poll(() => freeze.isChecked()).toBe(true);
  await button(page, 'Conv2D, map 1 of 8, frozen').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => microscope.count()).toBe(0);
});
