import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm, top } from './run.mjs';

/**
 * What node_modules must have been made from: the lock file, and the system that its native packages are for.
 * @param {string} lock the text of package-lock.json
 * @param {string} system such as "linux x64"
 */
export const installMark = (lock, system) => createHash('sha256').update(`${system}\n${lock}`).digest('hex');

/**
 * Whether `npm ci` has to run in this folder.
 * @param {string} folder with a package-lock.json
 * @param {string} mark from installMark
 */
export const needsInstall = (folder, mark) => {
  const file = join(folder, 'node_modules', '.gradus-lock');
  return !existsSync(file) || readFileSync(file, 'utf8').trim() !== mark;
};

/** Installs what the lock file names, if that is not what is there. */
export const install = async () => {
  const lock = readFileSync(join(top, 'package-lock.json'), 'utf8');
  const mark = installMark(lock.replaceAll('\r\n', '\n'), `${process.platform} ${process.arch}`);
  if (!needsInstall(top, mark)) return;
  console.log('Installing the packages that package-lock.json names …');
  const file = join(top, 'node_modules', '.gradus-lock');
  rmSync(file, { force: true });
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  if (!(await runNpm(words)))
    throw new Error('The packages could not be installed: npm ci failed, see above.');
  writeFileSync(file, `${mark}\n`);
};
