import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from './pack.mjs';

/** The folder of the project, wherever the command was called. */
export const top = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program in the project's folder, its output shown as it comes.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} whether it ended well
 */
export const run = (program, words, env = process.env) =>
  new Promise((resolve) => {
    const child = spawn(program, words, { cwd: top, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.error(`${program} could not be run: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });

/**
 * Runs the program that an installed package brings, without npm's wrappers: those differ between systems.
 * @param {string} name of the package
 * @param {string} program one of the package's `bin`
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 */
export const runPackage = (name, program, words, env) => {
  const folder = join(top, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(process.execPath, [join(folder, bin[program]), ...words], env);
};

/**
 * Runs npm: the one that runs this script, if there is one.
 * @param {readonly string[]} words
 */
export const runNpm = (words) => {
  const self = process.env['npm_execpath'];
  if (self?.endsWith('.js')) return run(process.execPath, [self, ...words]);
  // Windows starts npm through its command processor; a batch file cannot be spawned directly.
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...words])
    : run('npm', words);
};

/** Builds the page into dist/ and packs it, always for production, whatever runs the build. */
export const build = async () => {
  const env = { ...process.env, NODE_ENV: 'production' };
  if (!(await runPackage('vite', 'vite', ['build', '--logLevel', 'warn'], env))) return false;
  await pack(join(top, 'dist'));
  return true;
};
