// Where there is little room, or something else takes some of it.

import { chromium } from 'playwright-core';
import { expect, inject } from 'vitest';
import { browserFlags } from '../../scripts/browser.mjs';
import { test, visit } from './harness.ts';
import { becomes, press } from './screen.ts';

test('on a phone the learning rate is read whole, in large text too', async ({ open }) => {
  const viewport = { width: 390, height: 844 };
  const page = await open({ at: '#demo=digits', viewport, hasTouch: true, isMobile: true });
  const rate = page.getByLabel('Learning rate', { exact: true });
  for (const large of [false, true]) {
    await becomes(() => rate.inputValue(), '0.002');
    await becomes(() => page.locator('html[data-large]').count(), large ? 1 : 0);
    const over = () => rate.evaluate((field) => field.scrollWidth - field.clientWidth);
    expect(await over()).toBe(0);
    await rate.fill('0.0005');
    expect(await over()).toBe(0);
    await rate.press('Escape');
    await rate.blur();
    await press(page, 'p');
  }
});

test('where scroll bars take room the maps keep their size', async () => {
  const browser = await chromium.launch({
    executablePath: inject('browserPath'),
    args: browserFlags(),
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  try {
    const { page } = await visit(browser, { at: '#demo=digits', viewport: { width: 1024, height: 768 } });
    await expect.poll(() => page.locator('[data-maps]').count()).toBeGreaterThan(3);
    for (const large of [0, 1]) {
      await becomes(() => page.locator('html[data-large]').count(), large);
      const places = await page
        .locator('[data-maps] canvas')
        .first()
        .evaluate(async (canvas) => {
          const seen = new Set<number>();
          for (let frame = 0; frame < 60; frame += 1) {
            await new Promise(requestAnimationFrame);
            // The first ones may be those before it was measured.
            if (frame >= 20) seen.add(canvas.getBoundingClientRect().left);
          }
          return [...seen];
        });
      expect(places).toHaveLength(1);
      await press(page, 'p');
    }
  } finally {
    await browser.close();
  }
});
