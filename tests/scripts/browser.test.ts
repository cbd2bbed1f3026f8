import { expect, test } from 'vitest';
import { browserFlags, presentBrowser, usualPlaces } from '../../scripts/browser.mjs';

const linux = (
  paths: readonly string[],
  env: Record<string, string> = { PATH: '/usr/local/bin:/usr/bin' },
) => ({
  platform: 'linux',
  env,
  exists: (path: string) => paths.includes(path),
});

test('CHROME_PATH comes first, then an installed browser, then the download of Playwright', () => {
  const all = ['/my/chrome', '/usr/bin/chromium', '/download/chrome'];
  const download = () => '/download/chrome';
  expect(presentBrowser(linux(all, { CHROME_PATH: '/my/chrome', PATH: '/usr/bin' }), download)).toBe(
    '/my/chrome',
  );
  expect(presentBrowser(linux(all), download)).toBe('/usr/bin/chromium');
  expect(presentBrowser(linux(['/download/chrome']), download)).toBe('/download/chrome');
  expect(presentBrowser(linux([]), download)).toBeUndefined();
});

test('a CHROME_PATH that leads nowhere is said, not passed over', () => {
  const here = linux(['/usr/bin/chromium'], { CHROME_PATH: '/my/chrom', PATH: '/usr/bin' });
  expect(() => presentBrowser(here, () => '')).toThrow('CHROME_PATH names "/my/chrom"');
});

test('Chrome, Chromium and Edge are looked for on each system', () => {
  expect(usualPlaces({ platform: 'darwin', env: {} })).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(usualPlaces({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } })).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
  expect(usualPlaces({ platform: 'linux', env: { PATH: '' } })).toContain('/usr/bin/microsoft-edge');
});

test('the sandbox is given up only as root', () => {
  expect(browserFlags().includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});
