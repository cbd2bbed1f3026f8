import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readTrained } from '../../src/formats/trained.ts';
import { test } from './harness.ts';
import { recordAt } from './record.ts';
import { button, choice, focused, press, reads, saysLike, strip, tabTo, train } from './screen.ts';

// A trained network learns something else, and layers are put in another order.

/** The bits of what the trained network has learned to see: its first two convolutions, which come first in a state. */
const features = (): readonly number[] => {
  const model = readTrained(new Uint8Array(readFileSync('public/models/digits.safetensors')));
  if ('problem' in model) throw new Error(model.problem.en);
  return model.weights.slice(0, 4).flatMap((numbers) => [...new Uint32Array(numbers.slice().buffer)]);
};

/** Updates that an epoch of shapes makes: 800 of 1,000 pictures, 32 at a time. */
const UPDATES = 25;

/** The share of validation pictures that are read rightly, in percent. */
const accuracy = async (page: Page): Promise<number> => {
  const found = [...((await strip(page).textContent()) ?? '').matchAll(/accuracy ([\d.]+) %/g)];
  return Number(found.at(-1)?.[1] ?? Number.NaN);
};

/** Waits until the network is headed by so many parameters. */
const counts = (page: Page, words: string): Promise<void> =>
  reads(page.getByRole('region', { name: 'Network' }).locator('header p'), words);

const grip = (page: Page, layer: string): Locator => button(page, new RegExp(`^Move ${layer}: starts over$`));
/** The names of the layers that can be moved, in their order. */
const order = (page: Page): Promise<string[]> =>
  page.getByRole('button', { name: /^Move / }).evaluateAll((grips) => grips.map((one) => one.textContent));

const CNN = ['Conv2D', 'MaxPooling2D', 'Conv2D', 'MaxPooling2D', 'Flatten'];
const MOVED = ['MaxPooling2D', 'Conv2D', 'Conv2D', 'MaxPooling2D', 'Flatten'];

/** Takes a layer by its name with the mouse and carries it to the middle between two others. */
const carry = async (page: Page, taken: Locator, before: Locator, after: Locator): Promise<void> => {
  const [own, left, right] = await Promise.all([taken, before, after].map((one) => one.boundingBox()));
  const y = own!.y + own!.height / 2;
  await page.mouse.move(own!.x + own!.width / 2, y);
  await page.mouse.down();
  await page.mouse.move((left!.x + left!.width + right!.x) / 2, y + 4, { steps: 8 });
};

test('by mouse: the trained digits network gets a new head, learns shapes by frozen features, and a layer is dragged and put back', async ({
  open,
}) => {
  const page = await open({ at: '#demo=digits' });
  await saysLike(page, /learns from 1,600 pictures/);
  await button(page, 'A trained network').click();
  await saysLike(page, /It has 1,5\d\d of 1,600 right so far/);
  await button(page, 'Replace the head').click();
  await saysLike(page, /^The features stay: 1,248 weights are frozen\. The new head, Dense 10,/);
  await counts(page, '9,098 parameters, 1,248 frozen');
  await choice(page, 'Shapes').click();
  await saysLike(page, /^Shapes: 1,000 pictures, 4 classes\. What is frozen keeps its weights\./);
  const untrained = await accuracy(page);
  await train(page, 3);
  await expect.poll(() => accuracy(page)).toBeGreaterThan(Math.max(80, untrained + 30));
  const there = await recordAt(page, 3 * UPDATES, 0);
  expect(there.bits.slice(0, 1248)).toEqual(features());
  // Back in time and forth again, and after a reload, it is the same run.
  await press(page, 'Home');
  const first = await recordAt(page, 0, 0);
  expect(first.bits.slice(0, 1248)).toEqual(features());
  expect(first.bits.slice(1248)).not.toEqual(there.bits.slice(1248));
  await press(page, 'End');
  expect((await recordAt(page, 3 * UPDATES, 0)).bits).toEqual(there.bits);
  await page.reload();
  await counts(page, '4,388 parameters, 1,248 frozen');
  expect((await recordAt(page, 3 * UPDATES, 0)).bits).toEqual(there.bits);

  await expect.poll(() => order(page)).toEqual(CNN);
  const conv = grip(page, 'Conv2D, layer 1 of 6');
  const [pool, next] = [
    grip(page, 'MaxPooling2D, layer 2 of 6'),
    grip(page, 'Conv2D, layer 3 of 6'),
  ] as const;
  // Esc gives up, while the button is still down.
  await carry(page, conv, pool, next);
  await page.locator('[data-gap="2"]').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await order(page)).toEqual(CNN);
  await carry(page, conv, pool, next);
  await page.mouse.up();
  await expect.poll(() => order(page)).toEqual(MOVED);
  await saysLike(page, /^Conv2D is layer 2 of 6 now\. Learning starts over\./);
  // What is frozen keeps its weights there too: the record of 75 updates is followed by one of none.
  expect((await recordAt(page, 0, 0)).bits.slice(0, 1248)).toEqual(features());
  await page.keyboard.press('Control+z');
  await expect.poll(() => order(page)).toEqual(CNN);
  expect((await recordAt(page, 3 * UPDATES, 0)).bits).toEqual(there.bits);
  // Flatten cannot stand before layers that need pictures: it is said, and nothing changes.
  const input = page.getByText('Input', { exact: true });
  await carry(page, grip(page, 'Flatten, layer 5 of 6'), input, conv);
  await page.getByText('does not fit here', { exact: true }).waitFor();
  await page.mouse.up();
  await saysLike(page, /^Conv2D takes pictures: rows, columns, channels\..* So nothing was changed\.$/);
  expect(await order(page)).toEqual(CNN);
});

test('by keyboard alone: the same, and back to one’s own work', async ({ open }) => {
  const page = await open({ at: '#demo=digits' });
  await saysLike(page, /learns from 1,600 pictures/);
  await train(page, 1);
  const own = await recordAt(page, 50, 0);
  await tabTo(page, button(page, 'A trained network'));
  await press(page, 'Enter');
  await saysLike(page, /It has 1,5\d\d of 1,600 right so far/);
  await tabTo(page, button(page, 'Replace the head'));
  await press(page, 'Enter');
  await saysLike(page, /^The features stay/);
  await tabTo(page, page.getByRole('radio', { name: 'Digits', exact: true }));
  await press(page, 'ArrowRight', 2);
  await saysLike(page, /^Shapes: 1,000 pictures, 4 classes\./);
  await train(page, 3);
  expect((await recordAt(page, 3 * UPDATES, 0)).bits.slice(0, 1248)).toEqual(features());
  await expect.poll(() => accuracy(page)).toBeGreaterThan(70);

  await tabTo(page, grip(page, 'Conv2D, layer 1 of 6'));
  await press(page, 'Alt+ArrowRight');
  await expect.poll(() => order(page)).toEqual(MOVED);
  await saysLike(page, /^Conv2D is layer 2 of 6 now\./);
  // The keyboard goes along with the layer.
  const conv = grip(page, 'Conv2D, layer 2 of 6');
  await expect.poll(() => focused(conv)).toBe(true);
  await press(page, 'Enter');
  await press(page, 'ArrowLeft');
  await page.locator('[data-gap="0"]').waitFor();
  await press(page, 'Escape');
  expect(await page.locator('[data-gap]').count()).toBe(0);
  await press(page, 'Enter');
  await press(page, 'ArrowLeft');
  await press(page, 'Enter');
  await expect.poll(() => order(page)).toEqual(CNN);
  await tabTo(page, button(page, 'Thaw features'), 'Shift+Tab');
  await press(page, 'Enter');
  await saysLike(page, /^The 1,248 weights that find features learn again, from where they are\./);
  await counts(page, '4,388 parameters');
  await tabTo(page, button(page, 'Back to my work'), 'Shift+Tab');
  await press(page, 'Enter');
  await counts(page, '9,098 parameters');
  expect((await recordAt(page, 50, 0)).bits).toEqual(own.bits);
});

test('on a phone a finger drags a layer, and the drawing scrolls under it', async ({ open }) => {
  const page = await open({
    at: '#demo=stripes',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await expect.poll(() => order(page)).toEqual(CNN);
  const conv = grip(page, 'Conv2D, layer 1 of 6');
  await conv.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  const box = (await conv.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const tools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    tools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x: at, y }],
    });
  await touch('touchStart', x);
  for (let at = x; at < 370; at += 10) await touch('touchMove', at);
  // Held at the edge, it comes to the last place, before the output.
  await page.locator('[data-gap="5"]').waitFor();
  await touch('touchEnd');
  await saysLike(page, /^Conv2D takes pictures: rows, columns, channels\./);
  await button(page, 'Put Flatten behind Conv2D').click();
  await expect
    .poll(() => order(page))
    .toEqual(['MaxPooling2D', 'Conv2D', 'MaxPooling2D', 'Conv2D', 'Flatten']);
});
