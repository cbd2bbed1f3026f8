import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from './prepare.mjs';

/** What the parts of results.md begin with that commands of their own write; before them stands the whole run's report. */
export const SCALING = 'Time against size';
export const DIGITS = 'The digits CNN in the page';
export const DRAWN = 'Pictures drawn';
const TITLES = [SCALING, DIGITS, DRAWN];

const file = join(here, 'results.md');
const headed = (/** @type {string} */ title) => `\n## ${title}\n`;

/** results.md as it is: the report, and the parts by their titles, each without its heading. */
const known = () => {
  let report = existsSync(file) ? readFileSync(file, 'utf8') : '';
  /** @type {Map<string, string>} */
  const parts = new Map();
  for (const title of TITLES.toReversed()) {
    const [before = '', part] = report.split(headed(title));
    if (part !== undefined) parts.set(title, part);
    report = before;
  }
  return { report, parts };
};

const write = (/** @type {string} */ report, /** @type {Map<string, string>} */ parts) =>
  writeFileSync(
    file,
    TITLES.reduce((text, title) => {
      const part = parts.get(title);
      return part === undefined ? text : `${text}${headed(title)}${part}`;
    }, report),
  );

/** Puts the report of a whole run in the place of the one before; the parts stay. @param {string} report */
export const writeReport = (report) => write(report, known().parts);

/** Puts a part in the place of the one before; all else stays. @param {string} title @param {string} words */
export const writePart = (title, words) => {
  const { report, parts } = known();
  write(report, parts.set(title, `\n${words}`));
};
