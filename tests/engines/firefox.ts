import { launch } from 'puppeteer-core';
import { expect, inject } from 'vitest';
import { type Engine, WINDOW } from './engine.ts';

/** Firefox, driven by Puppeteer over WebDriver BiDi; a tab that complained fails as it closes. */
export const firefox = async (): Promise<Engine> => {
  const browser = await launch({
    browser: 'firefox',
    executablePath: inject('engines').firefox,
    defaultViewport: WINDOW,
  });
  return {
    open: async (address) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console error: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`uncaught: ${String(error)}`));
      await page.goto(address);
      return {
        evaluate: (script) => page.evaluate(script),
        click: (xpath) => page.locator(`::-p-xpath(${xpath})`).click(),
        pressEnd: async (xpath) => (await page.locator(`::-p-xpath(${xpath})`).waitHandle()).press('End'),
        close: async () => {
          await context.close();
          expect(complaints).toEqual([]);
        },
      };
    },
    close: () => browser.close(),
  };
};
