import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { build, top } from './run.mjs';
import { serve } from './serve.mjs';

/**
 * Whether somebody sits before a desktop here: not in CI, not where output goes to a file, not on a bare server.
 * @param {{ platform: string, env: NodeJS.ProcessEnv, terminal: boolean }} here
 */
export const isDesktop = ({ platform, env, terminal }) => {
  if (env['CI'] || !terminal || env['SSH_CONNECTION']) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
};

/** @param {string} address */
const open = (address) => {
  const [program, ...words] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd.exe', '/d', '/c', 'start', '', address]
        : ['xdg-open', address];
  // The address is printed as well: a desktop that cannot open it is no error.
  spawn(program, words, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
};

/** Installs what is missing, builds, serves, says where, and on a desktop opens it. */
export const start = async () => {
  await install();
  if (!(await build())) throw new Error('The page could not be built, see above.');
  const { address, close } = await serve(join(top, 'dist'));
  console.log(`Gradus is at ${address} (Ctrl+C ends it)`);
  if (isDesktop({ platform: process.platform, env: process.env, terminal: process.stdout.isTTY }))
    open(address);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
};
