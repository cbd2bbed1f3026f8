import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserFlags, findBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { build, top } from './run.mjs';
import { serve } from './serve.mjs';

/**
 * Pictures for people to look at: every main state in each size, theme and language, in the folder shots/.
 * `npm run shots -- xor` draws only the states whose name holds "xor".
 */

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {number} epochs */
const train = async (page, epochs) => {
  // By epochs rather than by time: the picture is the same on every machine.
  for (let epoch = 0; epoch < epochs; epoch += 1) await page.keyboard.press('Period');
};

/** What is on the screen, by name; each starts from the address given. @type {Record<string, [string, (page: Page) => Promise<void>]>} */
const states = {
  opening: ['', async () => {}],
  'and-solved': ['', (page) => train(page, 40)],
  'xor-stuck': [
    '#demo=xor',
    async (page) => {
      await page.keyboard.press('Space');
      await page.waitForTimeout(9_000);
      await page.keyboard.press('Space');
    },
  ],
  'xor-built': [
    '#demo=hand-xor',
    async (page) => {
      for (let next = 0; next < 3; next += 1) await page.locator('button', { hasText: '›' }).last().click();
    },
  ],
  'xor-hidden': [
    '#demo=xor',
    async (page) => {
      await page
        .locator('button', { hasText: /hidden layer|은닉층/ })
        .first()
        .click();
      await train(page, 90);
    },
  ],
  compile: ['#demo=xor', (page) => page.keyboard.press('Digit2')],
  fit: ['#demo=xor', (page) => page.keyboard.press('Digit3')],
  evaluate: ['#demo=xor', (page) => page.keyboard.press('Digit4')],
  phase: [
    '',
    async (page) => {
      await page.getByRole('radio', { name: /phase|과정/ }).check({ force: true });
      await train(page, 2);
    },
  ],
};

const sizes = {
  '1440x900': { width: 1440, height: 900 },
  '1024x768': { width: 1024, height: 768 },
  '390x844': { width: 390, height: 844 },
};

const shots = async () => {
  await install();
  const only = process.argv[2] ?? '';
  if (!(await build())) throw new Error('The page could not be built, see above.');
  const folder = join(top, 'shots');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
  const { address, close } = await serve(join(top, 'dist'));
  for (const [name, [at, act]] of Object.entries(states).filter(([state]) => state.includes(only))) {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        for (const locale of ['en-US', 'ko-KR']) {
          const context = await browser.newContext({
            viewport,
            colorScheme,
            locale,
            reducedMotion: 'reduce',
          });
          if (viewport.width === 1024)
            await context.addInitScript(() => localStorage.setItem('gradus-view', '{"largeText":true}'));
          const page = await context.newPage();
          await page.goto(address + at);
          // The first frame brings the numbers.
          await page.getByRole('tablist').waitFor();
          await page.waitForTimeout(900);
          await act(page);
          await page.waitForTimeout(300);
          await page.screenshot({
            path: join(folder, `${name}-${size}-${colorScheme}-${locale.slice(0, 2)}.png`),
          });
          await context.close();
        }
      }
    }
    console.log(`${name}: drawn`);
  }
  await browser.close();
  await close();
  console.log(`The pictures are in ${folder}`);
};

await shots();
