import { chromium as playwright } from 'playwright-core';
import { expect, inject } from 'vitest';
import { browserFlags } from '../../scripts/browser.mjs';
import { visit } from '../browser/harness.ts';
import type { Engine } from './engine.ts';

/** Chromium, driven by Playwright as in the other browser tests; a tab that complained fails as it closes. */
export const chromium = async (): Promise<Engine> => {
  const browser = await playwright.launch({ executablePath: inject('browserPath'), args: browserFlags() });
  return {
    open: async (address) => {
      const { page, complaints, close } = await visit(browser, { address });
      return {
        evaluate: (script) => page.evaluate(script),
        click: (xpath) => page.locator(`xpath=${xpath}`).click(),
        pressEnd: (xpath) => page.locator(`xpath=${xpath}`).press('End'),
        close: async () => {
          await close();
          expect(complaints).toEqual([]);
        },
      };
    },
    close: () => browser.close(),
  };
};
