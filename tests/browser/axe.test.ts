import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import { button, choice, learningRate, playButton, press, says, saysLike, setSpeed, type } from './screen.ts';

/** Each main state: where it starts, and how a person comes to it from there (in English). */
const STATES: Readonly<Record<string, readonly [at: string, come: (page: Page) => Promise<void>]>> = {
  opening: ['', async () => {}],
  'XOR, stuck': [
    '#demo=xor',
    async (page) => {
      await setSpeed(page, 'Max');
      await playButton(page).click();
      await saysLike(page, /half and half/);
      await playButton(page).click();
    },
  ],
  'a hidden layer': [
    '#demo=xor',
    async (page) => {
      await saysLike(page, /^One neuron learns XOR/);
      await button(page, 'hidden layer').click();
      await saysLike(page, /^Four neurons/);
      await press(page, 'Period', 3);
      await page
        .getByRole('group', { name: /^Neurons/ })
        .getByRole('button')
        .first()
        .click();
    },
  ],
  'the tour': [
    '#demo=hand-xor',
    async (page) => {
      await saysLike(page, /^The first neuron is OR/);
      await button(page, 'Next ›').click();
    },
  ],
  'three classes by phases': [
    '',
    async (page) => {
      await choice(page, 'Three blobs').click();
      await saysLike(page, /3 classes/);
      await choice(page, 'phase').click();
      await press(page, 'Period', 3);
    },
  ],
  'the gradient meter': [
    '#demo=vanishing',
    (page) => page.getByRole('heading', { name: 'Vanishing gradient' }).waitFor(),
  ],
  'the gallery of activations': [
    '#demo=vanishing',
    async (page) => {
      await button(page, 'Activations').click();
      await page.getByRole('button', { name: /^relu\./ }).waitFor();
    },
  ],
  compile: ['#demo=xor', (page) => press(page, '2')],
  fit: ['#demo=xor', (page) => press(page, '3')],
  evaluate: [
    '#demo=xor',
    async (page) => {
      await press(page, '4');
      await page.getByRole('heading', { name: 'Confusion matrix' }).waitFor();
    },
  ],
  'the loss over one weight, close by': [
    '#demo=two-xor',
    async (page) => {
      await press(page, 'KeyD');
      await press(page, 'Period', 5);
      await choice(page, 'close').click();
      await page.getByText(/^This close the curve is nearly its tangent/).waitFor();
    },
  ],
  'the loss over two weights, with a race': [
    '',
    async (page) => {
      await says(page, MINUTE.opening.en);
      await press(page, 'Period', 5);
      await press(page, 'KeyD');
      await choice(page, 'two weights').click();
      await button(page, 'Start the race').click();
      await page.getByText(/^They move all 3 weights/).waitFor();
    },
  ],
  'the pad, drawn on': [
    '#demo=digits',
    async (page) => {
      await button(page, 'Clear').click();
      await page.getByRole('application').focus();
      await press(page, 'ArrowUp', 3);
      await press(page, 'Enter');
    },
  ],
  'pictures judged': [
    '#demo=digits',
    async (page) => {
      await saysLike(page, /learns from 1,600 pictures/);
      await press(page, '4');
      await page
        .getByRole('button', { name: /^Picture/ })
        .first()
        .waitFor();
      await page
        .getByRole('button', { name: /^answer 0, predicted/ })
        .first()
        .click();
    },
  ],
  'two networks compared': [
    '#demo=stripes',
    async (page) => {
      await saysLike(page, /learns from 320 pictures/);
      await button(page, 'MLP against CNN').click();
      await button(page, 'Start').click();
      await page.getByText('Both have come to the end.').waitFor();
      await page.getByText(/^Unmoved, the MLP/).waitFor();
    },
  ],
  'the keys': [
    '',
    async (page) => {
      await press(page, 'Shift+Slash');
      await page.getByRole('dialog').waitFor();
    },
  ],
  'the list of branches': [
    '',
    async (page) => {
      // Keys pressed before the page is there are nobody's.
      await says(page, MINUTE.opening.en);
      await press(page, 'Period', 5);
      await press(page, 'Comma', 2);
      await type(learningRate(page), '5');
      await button(page, 'Branches 1').click();
      await page.getByRole('dialog', { name: 'Branches' }).getByRole('listitem').waitFor();
    },
  ],
  'the Descent view': [
    '#demo=one-weight',
    async (page) => {
      await page.getByRole('heading', { name: 'Loss over w' }).waitFor();
      await press(page, 'Period', 2);
    },
  ],
  'a question of the lesson': [
    '',
    async (page) => {
      await press(page, 'l');
      await page.getByRole('heading', { name: 'Three points, one line' }).waitFor();
      await press(page, 'ArrowRight', 6);
      await button(page, '← left').click();
    },
  ],
  'the lesson, its note open': [
    '',
    async (page) => {
      await press(page, 'l');
      await page.getByRole('heading', { name: 'Three points, one line' }).waitFor();
      // One of them answers the question.
      await press(page, 'ArrowRight', 13);
      await page.getByText('More exactly: what is the stride?').click();
      await page.getByRole('heading', { name: 'Too far, and back' }).waitFor();
    },
  ],
  'a convolution, taken apart': [
    '#demo=stripes',
    async (page) => {
      await button(page, 'Conv2D, map 1 of 8').click();
      await page.getByRole('table', { name: 'products' }).waitFor();
      await choice(page, 'Backward').click();
      await page.getByText(/^row \d+, column \d+: slope/).waitFor();
    },
  ],
  'slopes on their way back through maps': [
    '#demo=stripes',
    async (page) => {
      await choice(page, 'phase').click();
      for (const line of [/^Takes/, /2,/, /3,/, /4,/, /5,/, /6,/, /loss/, /^Finds/, /^Layer 5/, /^Layer 4/]) {
        await press(page, 'Period');
        await saysLike(page, line);
      }
      await button(page, 'MaxPooling2D, map 1 of 16, slopes').waitFor();
    },
  ],
  'a weight of a kernel, chosen from its picture': [
    '#demo=stripes',
    async (page) => {
      await button(page, 'Conv2D, map 1 of 8').waitFor();
      await press(page, 'KeyD');
      await button(page, 'The weight, from a picture').click();
      await page.getByText('row 0, column 0: ').waitFor();
    },
  ],
  'Flatten, taken apart': [
    '#demo=stripes',
    async (page) => {
      await button(page, 'Flatten, 64 numbers').click();
      await page.getByText(/^place \d+ of 64/).waitFor();
    },
  ],
  'the open menu': [
    '',
    async (page) => {
      await button(page, 'Menu').click();
      await page.getByRole('menu', { name: 'Menu' }).waitFor();
    },
  ],
};

/** What axe finds, as short sentences. */
const faults = async (page: Page): Promise<string[]> => {
  // Colours that fade from one theme to the other are neither.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, all }) => `${id} at ${target.join(' ')}: ${[...any, ...all][0]?.message ?? ''}`,
    ),
  );
};

const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['ko', 'dark'],
  ['ko', 'light'],
] as const;

/** Changes language and theme as they stand in the document: a dialog or menu that is open stays open. */
const look = async (page: Page, language: 'en' | 'ko', theme: 'light' | 'dark'): Promise<void> => {
  await page.locator(`header button[lang=${language}]`).evaluate((one: HTMLElement) => one.click());
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(theme);
};

test.for(Object.keys(STATES))(
  'axe finds nothing in %s, in both languages and themes',
  async (state, { open }) => {
    const [at, come] = STATES[state] ?? ['', async () => {}];
    const page = await open({ at, reducedMotion: 'reduce' });
    await saysLike(page, /\.$/);
    await come(page);
    const found: string[] = [];
    for (const [language, theme] of LOOKS) {
      await look(page, language, theme);
      found.push(...(await faults(page)).map((fault) => `${language}, ${theme}: ${fault}`));
    }
    expect(found).toEqual([]);
  },
);

test.for([
  ['large text at 1024×768', { viewport: { width: 1024, height: 768 } }, true],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, false],
] as const)('axe finds nothing on %s', async ([, person, large], { open }) => {
  for (const at of ['', '#demo=hand-xor']) {
    const page = await open({ ...person, at, reducedMotion: 'reduce' });
    await saysLike(page, /\.$/);
    if (large) await press(page, 'p');
    expect(await faults(page)).toEqual([]);
    await press(page, 'l');
    await page.getByRole('heading', { name: 'Three points, one line' }).waitFor();
    await press(page, 'ArrowRight', 8);
    await page.getByRole('heading', { name: 'Which way, and how far?' }).waitFor();
    expect(await faults(page)).toEqual([]);
  }
});
