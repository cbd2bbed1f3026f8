import { expect, inject } from 'vitest';
import { policy } from '../../scripts/policy.mjs';
import { test, visit } from './harness.ts';

test('the built page carries its policy before anything that the policy is about', async ({ open }) => {
  const page = await open();
  const written = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(await written.getAttribute('content')).toBe(policy);
  const html = await (await fetch(inject('address'))).text();
  const meta = html.indexOf('http-equiv="Content-Security-Policy"');
  expect(meta).toBeGreaterThan(0);
  expect(meta).toBeLessThan(html.indexOf('<script'));
  expect(meta).toBeLessThan(html.indexOf('rel="stylesheet"'));
});

test('the built page has no inline script and no inline style', async () => {
  const html = await (await fetch(inject('address'))).text();
  expect(html.match(/<script(?![^>]*\bsrc=)/g)).toBeNull();
  expect(html.match(/<style|\sstyle=|\son\w+=/g)).toBeNull();
});

test('the page draws itself from any path', async ({ open }) => {
  const page = await open({ address: inject('deepAddress') });
  await page.locator('#root > *').first().waitFor();
});

test('the page is isolated, so that threads may share memory', async ({ open }) => {
  const page = await open();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('the fonts of the first view are our own, few and small', async ({ open }) => {
  const page = await open();
  await page.locator('#root > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const fonts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.woff2'))
      .map((entry) => (entry as PerformanceResourceTiming).decodedBodySize),
  );
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
});

test('a page that misbehaves is found out', async ({ browser }) => {
  const { page, complaints, close } = await visit(browser);
  await page.evaluate(async () => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red; }';
    document.head.append(style);
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    setTimeout(() => {
      throw new Error('thrown by the test');
    });
  });
  await page.waitForTimeout(200);
  await close();
  expect(complaints).toContainEqual(expect.stringContaining('policy violation: style-src'));
  expect(complaints).toContainEqual(expect.stringContaining('policy violation: connect-src'));
  expect(complaints).toContainEqual('uncaught: thrown by the test');
});

test('a request that leaves the origin is found out', async ({ browser }) => {
  const { page, complaints, close } = await visit(browser);
  await page.goto('http://127.0.0.1:9/').catch(() => undefined);
  await close();
  expect(complaints).toContain('request leaves the origin: http://127.0.0.1:9/');
});
