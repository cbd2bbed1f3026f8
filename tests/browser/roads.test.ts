import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import {
  becomes,
  button,
  cell,
  choice,
  gate,
  playButton,
  reads,
  says,
  saysLike,
  sentence,
  table,
} from './screen.ts';

/** The places of x₁ and x₂ on the plane in pixels of the page, found from the points that lie at 0 and 1. */
const placeOf = async (page: Page): Promise<(x1: number, x2: number) => [number, number]> => {
  const middle = async (id: number): Promise<[number, number]> => {
    const box = await page.locator(`[data-id="${id}"]`).boundingBox();
    if (!box) throw new Error(`Point ${id} is not on the screen.`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  // Marks round a point widen its box evenly, save for the cross of a wrong one: the far corners tell the scale.
  const [[left, bottom], [right, top]] = [await middle(0), await middle(3)];
  return (x1, x2) => [left + x1 * (right - left), bottom + x2 * (top - bottom)];
};

/** Drags one of the line's handles to a place on the plane. */
const dragHandle = async (page: Page, number: 1 | 2, x1: number, x2: number): Promise<void> => {
  const to = (await placeOf(page))(x1, x2);
  const box = await page.getByRole('slider', { name: new RegExp(`^Handle ${number} `) }).boundingBox();
  if (!box) throw new Error(`Handle ${number} is not on the screen.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
};

test('the line is dragged by its handles until it parts AND, and one undo takes back one drag', async ({
  open,
}) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  // On x₁ + x₂ = 1.5; walking from the first handle to the second, the side of the 1 is at the right hand.
  await dragHandle(page, 1, 1.25, 0.25);
  await saysLike(page, /^Moving the line changes w₁, w₂ and b\. \d of 4 right now\.$/);
  await dragHandle(page, 2, 0.25, 1.25);
  await says(page, 'Moving the line changes w₁, w₂ and b. 4 of 4 right now.');
  expect((await table(page)).every((row) => row.endsWith('right'))).toBe(true);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await becomes(async () => (await table(page)).filter((row) => row.endsWith('right')).length, 2);
});

test('on XOR the best line gets 3 of 4, and the page says that none does better', async ({ open }) => {
  const page = await open({ at: '#demo=xor', locale: 'ko-KR' });
  await saysLike(page, /^뉴런 하나가 XOR를 배운다/);
  const handle = page.getByRole('slider', { name: /^직선의 손잡이 1/ });
  const box = await handle.boundingBox();
  if (!box) throw new Error('The handle is not on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 6, box.y + box.height / 2, { steps: 3 });
  await page.mouse.up();
  await says(page, '4개 중 3개. 이보다 나은 직선은 없다.');
});

test('the cells of the truth table lead to all 16 gates, two of which no line parts', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  const told = new Set<string>();
  // A Gray code: each gate differs from the one before in one cell. Of the 16, AND is where it starts.
  const flips = [3, 2, 3, 1, 3, 2, 3, 0, 3, 2, 3, 1, 3, 2, 3, 0];
  for (const row of flips) {
    await cell(page, row >> 1, row & 1).click();
    await expect.poll(() => sentence(page).textContent()).not.toBe([...told].at(-1));
    told.add(await saysLike(page, /^.+, one of 16 gates\. One line (can|cannot) part it\.$/));
  }
  expect(told.size).toBe(16);
  const never = [...told].filter((words) => words.includes('cannot')).map((words) => words.split(',')[0]);
  expect(new Set(never)).toEqual(new Set(['XOR', 'XNOR']));
  await page.locator('summary', { hasText: /^More$/ }).click();
  await page.getByText('14 of the 16 can be parted by one line. The other two are XOR and XNOR.').waitFor();
});

test('a gate with noise has clusters, a validation set, and keeps its answers to click', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await page.getByText('Four points only: none set aside for validation.').waitFor();
  await page.getByRole('slider', { name: 'Noise' }).fill('0.1');
  await page.getByText('128 to train, 32 to validate').waitFor();
  await cell(page, 0, 0).click();
  await saysLike(page, /^XNOR, one of 16 gates\. One line cannot part it\./);
});

test('other data bring the output layer and loss that fit, and say so', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await choice(page, 'Three blobs').click();
  await saysLike(
    page,
    /3 classes\. Output layer and loss are set to fit: 3 × softmax, sparse_categorical_crossentropy\.$/,
  );
  await reads(page.getByRole('tab', { name: 'Design' }), /2-3/);
  await playButton(page).click();
  await reads(page.getByRole('tab', { name: 'Evaluate' }), /\d %/);
  await gate(page, 'AND').click();
  await reads(page.getByRole('tab', { name: 'Design' }), /2-1/);
});

test('points are added, dragged and removed on the plane', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  const place = await placeOf(page);
  const points = page.getByRole('button', { name: /^Point \(/ });
  await choice(page, 'adds').click();
  await page.mouse.click(...place(0.5, 0.75));
  await page.getByText('and one point added on the plane').waitFor();
  await becomes(() => points.count(), 5);
  await choice(page, 'moves').click();
  await page.mouse.move(...place(0.5, 0.75));
  await page.mouse.down();
  await page.mouse.move(...place(0.25, 0.5), { steps: 5 });
  await page.mouse.up();
  await page.getByRole('button', { name: /^Point \(0\.2\d, 0\.5\d?/ }).waitFor();
  await choice(page, 'removes').click();
  await page.mouse.click(...place(0.25, 0.5));
  await becomes(() => points.count(), 4);
});
