import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { installMark, needsInstall } from '../../scripts/install.mjs';
import { compileKernels } from '../../scripts/kernels.mjs';
import { runNpm, top } from '../../scripts/run.mjs';

/** The bench's own folder, and where it installs and builds: outside the sources, so that no other tool sees it. */
export const here = dirname(fileURLToPath(import.meta.url));
export const cache = join(top, '.cache', 'bench');

/** The packages Gradus is compared with, and their versions. @type {Record<string, string>} */
export const peers = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies;

/** The folder of tfjs's WebAssembly files. */
export const wasmFiles = join(cache, 'node_modules', '@tensorflow', 'tfjs-backend-wasm', 'wasm-out');

/** Installs what the bench's lock file names, without scripts (brain.js would build a graphics library). */
export const installPeers = async () => {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const mark = installMark(lock.replaceAll('\r\n', '\n'), `${process.platform} ${process.arch}`);
  mkdirSync(cache, { recursive: true });
  if (!needsInstall(cache, mark)) return;
  console.log('Installing what the bench compares with …');
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(cache, name));
  if (!(await runNpm(['ci', '--prefix', cache, '--ignore-scripts', '--no-audit', '--no-fund'])))
    throw new Error('The packages of the bench could not be installed: npm ci failed, see above.');
  writeFileSync(join(cache, 'node_modules', '.gradus-lock'), `${mark}\n`);
};

const isPeer = (/** @type {string} */ name) => Object.keys(peers).some((peer) => name === peer);

/** Finds the peers where they are installed, which is not above the files that import them. */
const findPeers = () => ({
  name: 'gradus:peers',
  enforce: /** @type {const} */ ('pre'),
  /**
   * @this {{ resolve: (name: string, importer: string, options: { skipSelf: boolean }) => Promise<unknown> }}
   * @param {string} name
   */
  resolveId(name) {
    return isPeer(name) ? this.resolve(name, join(cache, 'here.js'), { skipSelf: true }) : undefined;
  },
});

/** Builds the bench for Node, where the peers stay packages, and as a page that has them all in it. */
export const buildBench = async () => {
  process.env['NODE_ENV'] = 'production';
  const common = /** @type {const} */ ({ root: here, base: './', configFile: false, logLevel: 'error' });
  await build({
    ...common,
    build: {
      ssr: true,
      outDir: join(cache, 'node'),
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        external: Object.keys(peers),
        input: { node: join(here, 'node.ts'), output: join(here, 'output.ts') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  await build({
    ...common,
    plugins: [findPeers()],
    worker: { format: 'es', plugins: () => [findPeers()] },
    build: {
      outDir: join(cache, 'page'),
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: join(here, 'page.html') },
    },
  });
  const served = join(cache, 'page', 'wasm');
  rmSync(served, { recursive: true, force: true });
  cpSync(wasmFiles, served, { recursive: true });
  copyFileSync(await compileKernels(), join(served, 'kernels.wasm'));
  copyFileSync(await compileKernels('threads'), join(served, 'kernels-for-threads.wasm'));
};

/** @returns {Promise<typeof import('./output.ts')>} what TypeScript has for the command */
export const builtOutput = () => import(pathToFileURL(join(cache, 'node', 'output.mjs')).href);

/** The version of a package that is installed for the bench. @param {string} name */
export const versionOf = (name) =>
  createRequire(join(cache, 'here.js'))(join(cache, 'node_modules', name, 'package.json')).version;
