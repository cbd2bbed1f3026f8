import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where a test finds the parts of the page, by what a person or a screen reader calls them. */

export type Words = { readonly en: string; readonly ko: string };

/** The one sentence that says what is so and what to do. */
export const sentence = (page: Page): Locator =>
  page
    .getByRole('region', { name: /^(What is so|지금 상황)$/ })
    .locator('p')
    .first();

/** Waits until the sentence on the screen is this one. */
export const says = async (page: Page, words: string): Promise<void> => {
  await expect.poll(() => sentence(page).textContent()).toBe(words);
};

/** The same, where a part of it is not known beforehand. Answers with the sentence. */
export const saysLike = async (page: Page, words: RegExp): Promise<string> => {
  await expect.poll(() => sentence(page).textContent()).toMatch(words);
  return (await sentence(page).textContent()) ?? '';
};

/** Waits until a part of the page reads like this. */
export const reads = async (part: Locator, words: string | RegExp): Promise<void> => {
  const text = () => part.textContent();
  if (typeof words === 'string') await expect.poll(text).toBe(words);
  else await expect.poll(text).toMatch(words);
};

/** Waits until something that can be counted or compared is so. */
export const becomes = async <Value>(value: () => Promise<Value>, expected: Value): Promise<void> => {
  await expect.poll(value).toEqual(expected);
};

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Play, which while playing is Pause. */
export const playButton = (page: Page): Locator => button(page, /^(Play|재생|Pause|멈춤)$/);

export const strip = (page: Page): Locator =>
  page.getByRole('region', { name: /^(Training over time|시간에 따른 학습)$/ });

/** The loss chart, with everything that is written on it. */
export const chart = (page: Page): Locator =>
  strip(page).getByRole('slider', { name: /^(Playhead on the curve|곡선 위의 재생 위치)$/ });

/** What the loss chart says of the moment: "epoch 96, training loss 0.317". */
export const moment = async (page: Page): Promise<string> =>
  (await chart(page).getAttribute('aria-valuetext')) ?? '';

/** A choice among several, to click: the label round its radio button or switch. */
export const choice = (page: Page, name: string): Locator =>
  page.locator('label').filter({
    has: page.locator(':is([type=radio], [type=checkbox])').and(page.getByLabel(name, { exact: true })),
  });

export const gate = (page: Page, name: 'AND' | 'OR' | 'NAND' | 'XOR'): Locator => choice(page, name);

/** The epoch that the loss chart names; NaN where it names something else. */
export const epochOf = async (page: Page): Promise<number> =>
  Number(/(?:epoch|에포크) ([\d,]*\d)/.exec(await moment(page))?.[1]?.replaceAll(',', '') ?? Number.NaN);

/** Steps by key, one epoch a press: as many on every machine. */
export const train = async (page: Page, epochs: number): Promise<void> => {
  const from = await epochOf(page);
  await press(page, 'Period', epochs);
  await becomes(() => epochOf(page), from + epochs);
};

/** The answer in row (x₁, x₂) of the truth table, to click. */
export const cell = (page: Page, x1: number, x2: number): Locator =>
  button(page, new RegExp(`\\(${x1}, ${x2}\\)`)).and(page.locator('table button'));

/** The rows of the truth table as they stand: "0 0 0 0.38 right". */
export const table = async (page: Page): Promise<string[]> =>
  (await page.locator('main table tbody tr').all()).length === 0
    ? []
    : page
        .locator('main table tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td')].map((one) => one.textContent).join(' ')),
        );

export const speed = (page: Page): Locator => page.getByRole('slider', { name: /^(Speed|속도)$/ });

/** Sets how fast it plays, by the speed's own control. */
export const setSpeed = async (page: Page, to: 'Max' | '30' | '8'): Promise<void> => {
  const rates = ['1', '2', '4', '8', '15', '30', '60', '120', '500', '1000', 'Max'];
  await speed(page).fill(String(rates.indexOf(to)));
};

/** Opens the list of a layer's chip and chooses an activation. */
export const setActivation = async (page: Page, layer: string, activation: string): Promise<void> => {
  await button(page, new RegExp(`^${layer}: Dense`)).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${activation}`) }).click();
};

/** Types a number into a field and leaves it. */
export const type = async (field: Locator, value: string): Promise<void> => {
  await field.fill(value);
  await field.press('Enter');
};

export const learningRate = (page: Page): Locator =>
  strip(page).getByRole('textbox', { name: /^(Learning rate|학습률 η)$/ });

/** Does the keyboard stand on this part of the page? */
export const focused = (part: Locator): Promise<boolean> =>
  part.evaluateAll((found) => found.some((one) => one === document.activeElement));

/** Presses Tab until the keyboard stands on this part; fails after a walk round the whole page. */
export const tabTo = async (page: Page, part: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let stops = 0; stops < 120; stops += 1) {
    if (await focused(part)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} did not reach ${String(part)} in 120 presses.`);
};

/** Presses a key several times. */
export const press = async (page: Page, key: string, times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};
