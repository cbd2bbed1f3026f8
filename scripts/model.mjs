import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { compileKernels } from './kernels.mjs';
import { top } from './run.mjs';

/**
 * `npm run model`: trains the digits network that comes with the page, from its seed, and writes it to
 * public/models/digits.safetensors; about a minute. The same bits come out of every run and every machine.
 *   --mnist FOLDER   where MNIST's test set lies, by which the network is judged too; else ../shared/data/mnist
 */

const { values: wishes } = parseArgs({
  options: { mnist: { type: 'string', default: join(dirname(top), 'shared', 'data', 'mnist') } },
});

process.env['NODE_ENV'] = 'production';
const built = join(top, '.cache', 'model');
await build({
  root: top,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(top, 'scripts', 'model', 'make.ts'),
    outDir: built,
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: '[name].mjs' } },
  },
});
/** @type {typeof import('./model/make.ts')} */
const { make } = await import(pathToFileURL(join(built, 'make.mjs')).href);

const kernels = await WebAssembly.compile(readFileSync(await compileKernels()));
const bytes = await make(kernels, existsSync(wishes.mnist) ? wishes.mnist : null);
const folder = join(top, 'public', 'models');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'digits.safetensors'), bytes);
console.log(`${bytes.length} bytes`);
