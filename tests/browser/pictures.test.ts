import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { counted, gzipped, idxFile } from '../data/idx.ts';
import { test } from './harness.ts';
import { button, choice, press, reads, saysLike, tabTo, train } from './screen.ts';

const pad = (page: Page) => page.getByRole('application', { name: 'Drawing pad, 28 × 28 pixels' });
/** What the picture is read as: the class, how surely, and what comes next. */
const reading = (page: Page) =>
  page.getByRole('heading', { name: 'Reads as' }).locator('..').locator('output');

/** What goes into the network, as the little picture beside the switch shows it: its dark pixels and their mean column. */
const ink = (page: Page): Promise<{ readonly pixels: number; readonly column: number }> =>
  page.getByRole('img', { name: 'The picture that goes into the network' }).evaluate((canvas) => {
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 28, 28);
    const dark = Array.from({ length: 28 * 28 }, (_, at) => at).filter((at) => data[4 * at]! < 128);
    return { pixels: dark.length, column: dark.reduce((sum, at) => sum + (at % 28), 0) / dark.length };
  });

/** Epochs after which a 7 is told from a 1, with the settings that pictures start with. */
const EPOCHS = 6;

/** What of the validation pictures the page says is read rightly by then, in percent: the same on every machine. */
const ACCURACY = '90.8 %';

/** The digits, chosen and learned from until the accuracy stated above. */
const learned = async (page: Page): Promise<void> => {
  await choice(page, 'Digits').click();
  await saysLike(page, /^Digits: 2,000 pictures, 10 classes\./);
  await train(page, EPOCHS);
  await expect.poll(() => page.getByRole('tab', { name: /Evaluate/ }).textContent()).toContain(ACCURACY);
};

/** Draws with the mouse from place to place, as shares of the pad. */
const draw = async (
  page: Page,
  [first, ...others]: readonly (readonly [number, number])[],
): Promise<void> => {
  const box = (await pad(page).boundingBox())!;
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(first!));
  await page.mouse.down();
  for (const place of others) await page.mouse.move(...at(place), { steps: 8 });
  await page.mouse.up();
};

test('digits are learned, and a 7 that is drawn with the mouse is read as a 7, wherever it lies', async ({
  open,
}) => {
  const page = await open();
  await learned(page);
  await button(page, 'Clear').click();
  await page.getByText('28 × 28, drawn').waitFor();
  // Small, in the upper left corner: the frame of MNIST makes it large and brings it to the middle.
  await draw(page, [
    [0.06, 0.1],
    [0.32, 0.1],
    [0.16, 0.5],
  ]);
  await reads(reading(page), /^7 /);
  // As it lies there the network sees another picture.
  const framed = await reading(page).textContent();
  await choice(page, 'As MNIST frames it').click();
  await expect.poll(() => reading(page).textContent()).not.toBe(framed);
  await choice(page, 'As MNIST frames it').click();
  await reads(reading(page), framed!);
  // A picture of the data takes its place, and Output, Network and pad show the same one.
  const sample = page.getByRole('button', { name: /^Picture \d+, answer/ }).nth(1);
  const name = await sample.getAttribute('aria-label');
  await sample.click();
  await page.getByText(`28 × 28, ${name!.split(', ')[1]}`, { exact: true }).waitFor();
});

test('with keys alone a 7 is drawn and read, and shifted', async ({ open }) => {
  const page = await open();
  await learned(page);
  await tabTo(page, button(page, 'Clear'));
  await page.keyboard.press('Enter');
  await page.getByText('28 × 28, drawn').waitFor();
  await tabTo(page, pad(page), 'Shift+Tab');
  // The cross begins in the middle; up and to the left of it the pen is put down.
  await press(page, 'ArrowUp');
  await press(page, 'Shift+ArrowUp', 2);
  await press(page, 'Shift+ArrowLeft');
  await press(page, 'Enter');
  await press(page, 'ArrowRight', 9);
  for (let stair = 0; stair < 7; stair += 1) {
    await press(page, 'ArrowDown', 2);
    await press(page, 'ArrowLeft');
  }
  await press(page, 'Enter');
  await reads(reading(page), /^7 /);
  // Space and arrows were the pad's: nothing plays, and no step was made.
  expect(await button(page, 'Play').count()).toBe(1);
  // Shifted, it goes in as far to the right.
  const before = await ink(page);
  await choice(page, 'shift').click();
  await pad(page).focus();
  await press(page, 'ArrowRight', 3);
  await expect.poll(async () => (await ink(page)).column - before.column).toBeCloseTo(3, 5);
});

test('Evaluate shows the very pictures of a cell of the matrix, and leads to an empty pad', async ({
  open,
}) => {
  const page = await open({ at: '#demo=digits' });
  await saysLike(page, /learns from 1,600 pictures/);
  await train(page, 2);
  await press(page, '4');
  await page.getByRole('heading', { name: 'Confusion matrix' }).waitFor();
  const mistakes = page.getByRole('button', { name: /^Picture \d+, answer (\d), predicted (?!\1)\d/ });
  await mistakes.first().waitFor();
  const [, answer, predicted] = /answer (\d), predicted (\d)/.exec(
    (await mistakes.first().getAttribute('aria-label')) ?? '',
  )!;
  const cell = page.getByRole('button', { name: new RegExp(`^answer ${answer}, predicted ${predicted}: `) });
  const count = Number((await cell.getAttribute('aria-label'))?.split(': ')[1]);
  await cell.click();
  const pictures = page.getByRole('button', {
    name: new RegExp(`^Picture \\d+, answer ${answer}, predicted ${predicted}, `),
  });
  await expect.poll(() => pictures.count()).toBe(count);
  await expect.poll(() => page.getByRole('button', { name: /^Picture/ }).count()).toBe(count);
  await press(page, 'h');
  await expect.poll(() => pictures.count()).toBe(0);
  await press(page, 'h');
  await button(page, 'Draw your own').click();
  await page.getByText('28 × 28, drawn').waitFor();
  await expect.poll(() => pad(page).evaluate((one) => one === document.activeElement)).toBe(true);
});

test('a finger draws and does not scroll', async ({ open }) => {
  const page = await open({ at: '#demo=digits', viewport: { width: 390, height: 844 }, hasTouch: true });
  await saysLike(page, /learns from 1,600 pictures/);
  await button(page, 'Clear').click();
  await pad(page).scrollIntoViewIfNeeded();
  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  const box = (await pad(page).boundingBox())!;
  const tools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    tools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: box.x + box.width / 2, y: box.y + y * box.height }],
    });
  await touch('touchStart', 0.2);
  for (const y of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) await touch('touchMove', y);
  await touch('touchEnd');
  await expect.poll(async () => (await ink(page)).pixels).toBeGreaterThan(20);
  expect(await scrolled()).toBe(before);
});

test('files of digits are dropped, learned from, and there again after a reload', async ({ open }) => {
  const page = await open({ at: '#demo=digits' });
  await saysLike(page, /learns from 1,600 pictures/);
  const chooser = page.locator('input[type=file]');
  const file = (name: string, bytes: Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  const pictures = idxFile([60, 28, 28], counted(60 * 28 * 28, 251));
  const labels = idxFile([60], counted(60, 10));
  await chooser.setInputFiles([file('cut-idx3-ubyte.gz', gzipped(pictures).slice(0, 300))]);
  await page.getByText(/cut-idx3-ubyte\.gz cannot be unpacked/).waitFor();
  await chooser.setInputFiles([file('p-idx3-ubyte.gz', gzipped(pictures)), file('l-idx1-ubyte', labels)]);
  await page.getByText('60 pictures of 28 × 28', { exact: true }).waitFor();
  // In Evaluate they are judged by what was learned from drawn digits.
  await press(page, '4');
  await page.getByRole('meter', { name: 'Accuracy, files' }).waitFor({ state: 'attached' });
  await page.getByText('None of these was learned from.').waitFor();
  await press(page, '1');
  await button(page, 'Learn from them').click();
  await saysLike(page, /^Digits: 60 pictures, 10 classes\./);
  await train(page, 1);
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByText('These are learned from.').waitFor();
  await saysLike(page, /48/);
  // What is deleted is asked for by name where it is needed; as long as the notice stands it can come back.
  const gone = button(page, 'Delete from this browser: 60 pictures of 28 × 28');
  await gone.click();
  await gone.waitFor({ state: 'detached' });
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await gone.click();
  await page.getByText('60 pictures of 28 × 28: deleted from this browser.').waitFor();
  await page.reload();
  await page
    .getByText(/not here: 60 pictures of 28 × 28\. .* drop p-idx3-ubyte\.gz, l-idx1-ubyte there/)
    .waitFor();
  await saysLike(page, /.+/);
});
