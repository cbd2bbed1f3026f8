import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { browserFlags } from '../../scripts/browser.mjs';

/** A page in a fresh profile, and what no page of ours may do: it grows while the page lives. */
export type Visit = {
  readonly page: Page;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

/** How a page is opened: `at` follows the address ("#demo=xor"), the rest is what the person's browser is like. */
export type Wishes = BrowserContextOptions & { readonly at?: string; readonly address?: string };

/** Opens the built page as a person with these wishes would: 1440×900, English and light unless they say otherwise. */
export const visit = async (
  browser: Browser,
  { at = '', address, ...person }: Wishes = {},
): Promise<Visit> => {
  const home = address ?? inject('address');
  const { origin } = new URL(home);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    colorScheme: 'light',
    ...person,
  });
  // What is not there by then will not come; a test that waits longer says so.
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console error: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && asked !== origin)
      complaints.push(`request leaves the origin: ${request.url()}`);
  });
  // The event also tells of what the console does not show as an error.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  await page.goto(home + at);
  return { page, complaints, close: () => context.close() };
};

/**
 * A test with a browser of its file, and `open`, which opens a page and at the end of the test closes it and fails on
 * any console error, policy violation, or request that leaves the origin.
 */
export const test = base
  .extend<'browser', Browser>('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath: inject('browserPath'), args: browserFlags() });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('open', async ({ browser }, { onCleanup }) => {
    const visits: Visit[] = [];
    onCleanup(async () => {
      const complaints = visits.flatMap((one) => one.complaints);
      await Promise.all(visits.map((one) => one.close()));
      expect(complaints).toEqual([]);
    });
    return async (wishes: Wishes = {}): Promise<Page> => {
      const one = await visit(browser, wishes);
      visits.push(one);
      return one.page;
    };
  });
