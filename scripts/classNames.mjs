import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { top } from './run.mjs';

const source = join(top, 'src');

/** @param {string} path */
const slashed = (path) => path.replaceAll(sep, '/');

/** Every style sheet whose names are its own, in the same order wherever the page is built. */
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map(slashed)
  .filter((path) => path.endsWith('.module.css'))
  .sort();

/** The names that each sheet has asked for, in that order. */
const asked = sheets.map(() => /** @type {string[]} */ ([]));

/**
 * The name of a class as it is sent: the number of its style sheet and its own number there, so that no two are alike.
 * Numbers follow one another and pack well; a hash of each name hardly packs at all.
 * @param {string} name
 * @param {string} path of the style sheet, a file of src
 */
export const className = (name, path) => {
  const sheet = sheets.indexOf(slashed(relative(source, path)));
  const names = asked[sheet];
  if (!names)
    throw new Error(`${path} is no *.module.css in src, so its classes have no names to be sent by.`);
  if (!names.includes(name)) names.push(name);
  return `_${sheet.toString(36)}-${names.indexOf(name).toString(36)}`;
};
