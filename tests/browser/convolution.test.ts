import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { button, choice, press, reads, saysLike, sentence, tabTo } from './screen.ts';

// A convolution is taken apart and its kernel painted, by mouse and by keyboard alone.

const numberOf = (words: string): number => Number(words.replace('−', '-'));

/** What the network shows of stripes of 8 × 8: the picture that goes in, and the first map of the first layer, 0 … 1 of its largest. */
const shown = async (page: Page): Promise<{ readonly picture: number[]; readonly map: number[] }> => {
  const reds = await page.evaluate(() => {
    const first = document.querySelector('[data-maps="0"]')!;
    const [input, maps] = [
      first.parentElement!.parentElement!.querySelector<HTMLCanvasElement>(':scope > canvas')!,
      first.querySelector('canvas')!,
    ];
    const read = (canvas: HTMLCanvasElement, box: DOMRect): number[] => {
      const [context, whole] = [canvas.getContext('2d')!, canvas.getBoundingClientRect()];
      const scale = canvas.width / whole.width;
      return Array.from({ length: 64 }, (_, at) => {
        const x = box.left - whole.left + ((at % 8) + 0.5) * (box.width / 8);
        const y = box.top - whole.top + (Math.floor(at / 8) + 0.5) * (box.height / 8);
        return context.getImageData(Math.floor(x * scale), Math.floor(y * scale), 1, 1).data[0]!;
      });
    };
    return {
      picture: read(input, input.getBoundingClientRect()),
      map: read(maps, first.querySelector('[data-neuron="0 0"]')!.getBoundingClientRect()),
    };
  });
  // The red of the ramps of the design language: paper to ink, and nothing to blue in four steps.
  const ramp = [255, 182, 88, 20, 9];
  const blue = (red: number): number => {
    const step = Math.min(
      3,
      ramp.findLastIndex((stop) => stop >= red),
    );
    return (step + (ramp[step]! - red) / (ramp[step]! - ramp[step + 1]!)) / 4;
  };
  return { picture: reds.picture.map((red) => (255 - red) / 227), map: reds.map.map(blue) };
};

/** Does the first map show the edges of the picture: what lies to the right less what lies to the left, where that is above 0? */
const showsEdges = async (page: Page): Promise<void> => {
  const furthest = async (): Promise<number> => {
    const { picture, map } = await shown(page);
    const at = (row: number, column: number): number =>
      row < 0 || column < 0 || row > 7 || column > 7 ? 0 : picture[row * 8 + column]!;
    const edges = picture.map((_value, cell) => {
      const [row, column] = [Math.floor(cell / 8), cell % 8];
      const across = [-1, 0, 1].reduce(
        (sum, by) => sum + at(row + by, column + 1) - at(row + by, column - 1),
        0,
      );
      return Math.max(0, across);
    });
    const [most, largest] = [Math.max(...edges), Math.max(...map)];
    return Math.max(...edges.map((edge, cell) => Math.abs(edge / most - map[cell]! / largest)));
  };
  // Colours have 256 steps, and the sum of six pixels is off by as many halves.
  await expect.poll(furthest).toBeLessThan(0.04);
};

test('by mouse: an edge kernel is painted, and its map shows the edges of the picture', async ({ open }) => {
  const page = await open({ at: '#demo=stripes' });
  await button(page, 'Conv2D, map 1 of 8').click();
  const before = await shown(page);
  await choice(page, 'By hand').click();
  await button(page, 'vertical edge').click();
  await showsEdges(page);
  expect((await shown(page)).picture).toEqual(before.picture);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await shown(page)).map).toEqual(before.map);
});

test('by keyboard alone: an edge kernel and its map, a bar of the softmax, and time that goes map by map and cell by cell', async ({
  open,
}) => {
  const page = await open({ at: '#demo=stripes' });
  const first = button(page, 'Conv2D, map 1 of 8');
  await first.waitFor();
  await tabTo(page, first);
  await page.keyboard.press('Enter');
  const microscope = page.getByRole('region', { name: 'Microscope' });
  await tabTo(page, microscope.getByRole('radio', { name: 'feature map' }));
  await press(page, 'ArrowRight', 2);
  await tabTo(page, button(page, 'vertical edge'));
  await page.keyboard.press('Enter');
  await showsEdges(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => microscope.count()).toBe(0);

  // A bar leads to the softmax of its class.
  const output = page.getByRole('region', { name: 'Output' });
  const bars = output.getByRole('list').getByRole('button');
  await tabTo(page, bars.first());
  await press(page, 'ArrowDown', 2);
  const class2 = await bars.nth(2).getAttribute('aria-label');
  await page.keyboard.press('Enter');
  const softmax = microscope.getByRole('table', { name: 'Scores → exponentials → probabilities' });
  await softmax.waitFor();
  await expect.poll(() => bars.nth(2).getAttribute('aria-pressed')).toBe('true');
  const row = softmax.getByRole('row').nth(3);
  await reads(row, new RegExp(class2!.split(', ')[1]!.replace('.', '\\.')));
  await page.keyboard.press('Escape');

  // Map by map: a later one is not there yet.
  await tabTo(page, page.getByRole('radio', { name: 'epoch' }));
  await press(page, 'ArrowLeft', 3);
  await press(page, '.');
  await button(page, 'Conv2D, map 2 of 8, not yet').waitFor();
  await press(page, '.');
  await button(page, 'Conv2D, map 2 of 8').waitFor();
  await button(page, 'Conv2D, map 3 of 8, not yet').waitFor();
  // With the Microscope open the window walks cell by cell over the next one.
  await press(page, 'm');
  const where = microscope.locator('header p');
  await reads(where, /^window centred/);
  await press(page, '.', 3);
  await reads(where, 'window centred on row 0, column 2, counted from 0; drag it');
  await reads(page.getByRole('region', { name: 'What is so' }), /^Map 3, row 0, column 2: sum /);
  await press(page, ',');
  await reads(where, 'window centred on row 0, column 1, counted from 0; drag it');
  await page.keyboard.press('Escape');
  await press(page, '.', 2);
  await button(page, 'Conv2D, map 4 of 8').waitFor();
  await button(page, 'Conv2D, map 5 of 8, not yet').waitFor();
});

test('phase by phase a batch goes through the maps: what comes later is not there yet, slopes come back, kernels move', async ({
  open,
}) => {
  const page = await open({ at: '#demo=stripes' });
  await choice(page, 'phase').click();
  const next = async (): Promise<void> => {
    const before = await sentence(page).textContent();
    await press(page, '.');
    await expect.poll(() => sentence(page).textContent()).not.toBe(before);
  };
  const bars = page.getByRole('region', { name: 'Output' }).getByRole('list').getByRole('button');
  const named = (name: string) => button(page, name).waitFor();
  await next();
  await saysLike(page, /Layer 1, Conv2D: 8 filters slide over the picture and give 8 maps of 8 × 8\.$/);
  expect(await bars.first().getAttribute('aria-label')).toBe('horizontal');
  // Through the other five layers, and the loss.
  for (let phase = 0; phase < 6; phase += 1) await next();
  await expect.poll(() => bars.first().getAttribute('aria-label')).toMatch(/^horizontal, 0\.\d{3}/);
  // Dense, Flatten and the second pooling give their slopes; the layers before them have theirs still to come.
  for (let phase = 0; phase < 3; phase += 1) await next();
  await saysLike(page, /^Layer 4, MaxPooling2D: each slope goes back to the largest of its 2×2/);
  await named('MaxPooling2D, map 1 of 16, slopes');
  await named('Conv2D, map 1 of 16');
  await expect.poll(() => bars.first().getAttribute('aria-label')).toMatch(/^horizontal, slope [+−]/);
  for (let phase = 0; phase < 3; phase += 1) await next();
  await named('Conv2D, map 1 of 8, slopes');
  // The update: each kernel before and after, until the next phase shows maps again.
  await next();
  await saysLike(page, /In the place of each map: its kernel before and after\.$/);
  const drawn = page.locator('[data-maps="0"] canvas');
  await expect.poll(() => drawn.count()).toBe(2);
  await next();
  await expect.poll(() => drawn.count()).toBe(1);
  await press(page, ',');
  await named('Conv2D, map 1 of 8');
});

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
