import { existsSync, readdirSync } from 'node:fs';
import { installWithApt, mayInstall } from './browser.mjs';

/** What the tests of the engines need besides a Chromium, and the package of Debian that brings it. */
const packages = {
  firefox: 'firefox-esr',
  webkitDriver: 'webkit2gtk-driver',
  miniBrowser: 'webkit2gtk-driver',
  xvfb: 'xvfb',
};

/** @typedef {keyof typeof packages} Need */
/** @typedef {Record<Need, string>} Engines the path of each program */
/** @typedef {{ path: string, list: (folder: string) => readonly string[], exists: (path: string) => boolean }} Here */

/**
 * The programs that are already on this computer: those of PATH, and the browser that WebKitGTK keeps for tests
 * beside its library, the newest of several.
 * @param {Here} here
 * @returns {Partial<Engines>}
 */
export const presentEngines = ({ path, list, exists }) => {
  const folders = [...path.split(':').filter((one) => one.startsWith('/')), '/usr/bin'];
  const program = (/** @type {readonly string[]} */ ...names) =>
    names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find(exists);
  const miniBrowser = list('/usr/lib')
    .flatMap((system) => list(`/usr/lib/${system}`).map((name) => `/usr/lib/${system}/${name}/MiniBrowser`))
    .filter((one) => /\/webkit(2gtk|gtk)-[\d.]+\/MiniBrowser$/.test(one) && exists(one))
    .sort()
    .at(-1);
  const found = {
    firefox: program('firefox-esr', 'firefox'),
    webkitDriver: program('WebKitWebDriver'),
    miniBrowser,
    xvfb: program('Xvfb'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, one]) => one !== undefined));
};

/**
 * The packages of Debian that bring what is not there.
 * @param {Partial<Engines>} found
 */
export const missingPackages = (found) => [
  ...new Set(
    Object.entries(packages)
      .filter(([need]) => !(need in found))
      .map(([, name]) => name),
  ),
];

/** @param {Partial<Engines>} found @returns {found is Engines} */
const isWhole = (found) => missingPackages(found).length === 0;

/** @param {string} folder */
const list = (folder) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/**
 * Firefox and WebKitGTK for the tests, installed if need be and allowed.
 * @returns {Promise<Engines>}
 */
export const findEngines = async () => {
  const look = () => presentEngines({ path: process.env['PATH'] ?? '', list, exists: existsSync });
  let found = look();
  if (!isWhole(found) && mayInstall() && (await installWithApt(missingPackages(found)))) found = look();
  if (isWhole(found)) return found;
  const names = missingPackages(found).join(' ');
  throw new Error(
    `The tests of the engines drive Firefox and WebKitGTK on Linux and did not find all they need. On Debian run: apt-get install --no-install-recommends ${names}`,
  );
};
