import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test, visit } from './harness.ts';
import { MINUTE } from './minute.ts';
import { recordAt } from './record.ts';
import { becomes, button, moment, playButton, reads, says, train } from './screen.ts';

/** Of the first view, in bytes: its scripts and style sheets as they are sent, the fonts apart. */
const FIRST_VIEW = 150_000;

interface Loaded {
  readonly name: string;
  readonly worker: boolean;
  readonly brotli: number;
  readonly gzip: number;
}

/** Every script and style sheet that a page asks for, packed as pack.mjs packs it. */
const listening = (page: Page): (() => Promise<Loaded[]>) => {
  const coming: Promise<Loaded | null>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!/\.(?:js|css)$/.test(pathname)) return;
    const measure = async (): Promise<Loaded> => {
      const text = (await response.text()).replaceAll(/@font-face\s*\{[^}]*\}/g, '');
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
      return {
        name: pathname.split('/').at(-1) ?? '',
        worker: pathname.includes('worker'),
        brotli: brotliCompressSync(text, quality).length,
        gzip: gzipSync(text, { level: 9 }).length,
      };
    };
    // A page that is closed takes its answers with it.
    coming.push(measure().catch(() => null));
  });
  return async () => (await Promise.all(coming)).flatMap((one) => one ?? []);
};

/** A page on its way to its first view, in a tab that was never here before. `idle`: whether it has idle moments. */
const newcomer = async (
  other: Page,
  { idle, language = 'en' }: { readonly idle: boolean; readonly language?: 'en' | 'ko' },
): Promise<{ page: Page; loaded: () => Promise<Loaded[]> }> => {
  const page = await other.context().newPage();
  if (!idle) {
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    // The other tab has idle moments: what it fetched meanwhile must not come to this one without a connection.
    const tools = await page.context().newCDPSession(page);
    // Without the domain the cache would stay on.
    await tools.send('Network.enable');
    await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
  }
  const loaded = listening(page);
  await page.goto(inject('address'));
  await says(page, MINUTE.opening[language]);
  return { page, loaded };
};

const sum = (all: readonly Loaded[], of: 'brotli' | 'gzip'): number =>
  all.reduce((total, one) => total + one[of], 0);

test('the first view is at most 150 kB of packed scripts and style sheets, the trainer apart', async ({
  open,
}) => {
  const { page: first, loaded } = await newcomer(await open(), { idle: false });
  await first.waitForTimeout(500);
  const all = await loaded();
  const page = all.filter(({ worker }) => !worker);
  const trainer = all.filter(({ worker }) => worker);
  console.log(
    `first view: ${sum(page, 'brotli')} bytes (gzip ${sum(page, 'gzip')}), ` +
      `trainer besides: ${sum(trainer, 'brotli')} (gzip ${sum(trainer, 'gzip')})`,
  );
  expect(page.some(({ name }) => name.endsWith('.css'))).toBe(true);
  expect(trainer).toHaveLength(1);
  expect(sum(page, 'brotli')).toBeLessThanOrEqual(FIRST_VIEW);
});

test('the first view plays, and every other part comes by itself: then the page needs nothing any more', async ({
  browser,
}) => {
  const { page: other, complaints, close } = await visit(browser);
  const { page, loaded } = await newcomer(other, { idle: true });
  const parts = inject('parts');
  // Among them what the steps below look at; a list without it would be of another page.
  expect(parts.some((name) => name.startsWith('KeyList'))).toBe(true);
  const coming = async () => {
    const here = new Set((await loaded()).map(({ name }) => name));
    return parts.filter((name) => !here.has(name));
  };
  await expect.poll(coming, { timeout: 60_000 }).toEqual([]);
  // The server is out of reach from here on. Signs of other scripts then look as the system draws them.
  const missed: string[] = [];
  page.on('requestfailed', (request) => {
    if (!request.url().endsWith('.woff2')) missed.push(request.url());
  });
  await page.context().setOffline(true);
  await page.keyboard.press('Shift+Digit4');
  await playButton(page).click();
  await page.getByRole('button', { name: 'Add a hidden layer' }).first().click();
  for (const tab of ['Compile', 'Fit', 'Evaluate', 'Design']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect.poll(() => page.getByRole('tabpanel').textContent()).not.toMatch(/^(?:Loading …)?$/);
  }
  await page.keyboard.press('Shift+?');
  await page.getByRole('heading', { name: 'All keys' }).waitFor();
  expect(missed).toEqual([]);
  await close();
  expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test.for([
  {
    locale: 'en-US',
    language: 'en',
    tab: /Fit/,
    words: 'This part of the page could not be fetched. Your work is saved.',
    again: 'Try again',
  },
  {
    locale: 'ko-KR',
    language: 'ko',
    tab: /모델 학습/,
    words: '화면의 이 부분을 받아 오지 못했습니다. 하던 실험은 저장되어 있습니다.',
    again: '다시 시도',
  },
] as const)(
  'a part that cannot be fetched says so in $language, and nothing is lost',
  async (wanted, { browser }) => {
    const { locale, language, tab, words, again } = wanted;
    const { page: other, close } = await visit(browser, { locale });
    const { page } = await newcomer(other, { idle: false, language });
    await train(page, 12);
    const there = await moment(page);
    await recordAt(page, 12, 0);

    // No connection: the page stays as it is, however often it is tried.
    await page.context().setOffline(true);
    await page.getByRole('tab', { name: tab }).click();
    const alert = page.getByRole('tabpanel').getByRole('alert');
    // That nobody answers takes its time on a busy machine.
    await alert.waitFor({ timeout: 30_000 });
    await reads(alert, words + again);
    await button(page, again).click();
    await reads(alert, words + again);
    expect(await moment(page)).toBe(there);

    // A connection again: the part comes, or the page anew, which opens where it was.
    await page.context().setOffline(false);
    // The try before may still be under way, and bring it before the next one is made.
    const left = async (): Promise<number> => {
      await button(page, again)
        .click({ timeout: 500 })
        .catch(() => {});
      return alert.count();
    };
    await becomes(left, 0);
    await becomes(() => moment(page), there);
    // The page anew has another stage open.
    await page.getByRole('tab', { name: tab }).click();
    // It looks like itself: each setting stands above a line.
    const epochs = page.getByRole('tabpanel').getByRole('textbox', { name: /^epochs/ });
    const line = () =>
      epochs.evaluate((input) => {
        let one = input.parentElement;
        while (one && getComputedStyle(one).borderBottomStyle !== 'solid') one = one.parentElement;
        return one?.textContent ?? '';
      });
    await becomes(line, 'epochs');
    await close();
  },
);

test('where a newer page has taken the place of this one, trying again opens that, where one was', async ({
  browser,
}) => {
  const { page: other, close } = await visit(browser);
  const { page } = await newcomer(other, { idle: false });
  await train(page, 12);
  const there = await moment(page);
  await recordAt(page, 12, 0);
  await page.route('**/assets/FitPanel-*', (route) => route.fulfill({ status: 404, body: 'Not found.' }));
  await page.getByRole('tab', { name: 'Fit' }).click();
  await page.getByRole('alert').waitFor();
  const opened = page.waitForEvent('load');
  await button(page, 'Try again').click();
  await opened;
  await becomes(() => moment(page), there);
  await close();
});
