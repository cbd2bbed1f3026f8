import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { runPackage, top } from './run.mjs';

const folder = join(top, 'src', 'engine', 'kernels', 'assembly');
const entries = 'src/engine/kernels/assembly';

/** Nothing of AssemblyScript's own runtime is used: kernels compute in the memory they are given. */
const common = [
  ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
  ['--importMemory', '--noExportMemory', '--initialMemory', '1', '--use', 'abort='],
  // Addresses are 32 bits for good.
  ['--disableWarning', '201'],
].flat();

/** For one thread, and for threads over one memory (assembly/threads.ts), of up to 4 GB. */
const builds = {
  kernels: [`${entries}/index.ts`, ...common],
  threads: [`${entries}/index-threads.ts`, ...common].concat([
    '--enable',
    'threads',
    '--sharedMemory',
    '--maximumMemory',
    '65536',
  ]),
};

/**
 * What the compiled kernels depend on.
 * @param {readonly string[]} options
 */
const mark = (options) => {
  const hash = createHash('sha256').update(JSON.stringify(options));
  const { version } = JSON.parse(
    readFileSync(join(top, 'node_modules', 'assemblyscript', 'package.json'), 'utf8'),
  );
  hash.update(version);
  for (const name of readdirSync(folder).sort())
    hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
};

/**
 * The WebAssembly of src/engine/kernels/assembly, compiled if it is not in .cache/ yet.
 * @param {keyof typeof builds} [build]
 * @returns {Promise<string>} its path
 */
export const compileKernels = async (build = 'kernels') => {
  const options = builds[build];
  const cache = join(top, '.cache', 'kernels');
  const file = join(cache, `${build}-${mark(options)}.wasm`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  // Written aside first: two builds at once must not meet a half.
  const aside = `.cache/kernels/${build}-${process.pid}.wasm`;
  if (!(await runPackage('assemblyscript', 'asc', [...options, '--outFile', aside])))
    throw new Error(`The kernels could not be compiled from ${options[0]}, see above.`);
  renameSync(join(top, aside), file);
  return file;
};
