import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, runNpm, top } from './run.mjs';

/** The version whose browser the tests were last seen to pass in; it is installed only where nothing else is found. */
const spare = '@sparticuz/chromium@153.0.0';

/** @typedef {{ platform: string, env: NodeJS.ProcessEnv, exists: (path: string) => boolean }} Here */

/**
 * Where Chrome, Chromium and Edge are usually installed, the most usual first.
 * @param {Pick<Here, 'platform' | 'env'>} here
 * @returns {string[]}
 */
export const usualPlaces = ({ platform, env }) => {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
    return folders.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (one) => one !== undefined,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = [
    ...new Set([
      ...(env['PATH'] ?? '').split(':').filter((one) => one.startsWith('/')),
      '/usr/bin',
      '/snap/bin',
    ]),
  ];
  return [
    ...names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
    '/opt/google/chrome/chrome',
  ];
};

/**
 * A browser that is already on this computer: what CHROME_PATH says, else an installed one, else Playwright's download.
 * @param {Here} here
 * @param {() => string} playwrights where Playwright would put its download
 * @returns {string | undefined}
 */
export const presentBrowser = (here, playwrights) => {
  const wished = here.env['CHROME_PATH'];
  if (wished) {
    if (here.exists(wished)) return wished;
    throw new Error(
      `CHROME_PATH names "${wished}", and no such file exists: correct the path, or unset CHROME_PATH.`,
    );
  }
  const installed = usualPlaces(here).find(here.exists);
  if (installed) return installed;
  const download = playwrights();
  return download && here.exists(download) ? download : undefined;
};

/** Where Playwright would put its download, or '' where it knows none for this system. */
const playwrightsPlace = () => {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return '';
  }
};

/** Whether this is a CI machine that is ours to install on: Debian or its kin, and we are root. */
export const mayInstall = () =>
  Boolean(process.env['CI']) && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

/**
 * Installs packages of Debian, and of what they depend on no more than they need.
 * @param {readonly string[]} packages
 */
export const installWithApt = async (packages) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const words = ['install', '-y', '--no-install-recommends', ...packages];
  return (await run('apt-get', ['update'], env)) && (await run('apt-get', words, env));
};

/** A Chromium from the npm registry, unpacked into .cache/, outside what package.json names. Linux only. */
const spareBrowser = async () => {
  const folder = join(top, '.cache', 'browser');
  const main = join(folder, 'node_modules', '@sparticuz', 'chromium');
  const words = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', spare];
  if (!existsSync(main) && !(await runNpm(words))) return undefined;
  const entry = createRequire(join(folder, 'here.js')).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return /** @type {Promise<string>} */ (chromium.executablePath());
};

/**
 * The path of a Chromium for the tests, installed if need be and allowed.
 * @returns {Promise<string>}
 */
export const findBrowser = async () => {
  const here = { platform: process.platform, env: process.env, exists: existsSync };
  const present = presentBrowser(here, playwrightsPlace);
  if (present) return present;
  if (mayInstall() && (await installWithApt(['chromium']))) {
    const installed = presentBrowser(here, playwrightsPlace);
    if (installed) return installed;
  }
  const last = process.platform === 'linux' ? await spareBrowser().catch(() => undefined) : undefined;
  if (last) return last;
  throw new Error(
    'The browser tests found no Chrome, Chromium or Edge. Run: npx playwright-core install chromium',
  );
};

/** What the tests' Chromium is started with: quiet, and without a sandbox only where it refuses one, as root. */
export const browserFlags = () => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
