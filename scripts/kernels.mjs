import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { runPackage, top } from './run.mjs';

const folder = join(top, 'src', 'engine', 'kernels', 'assembly');
const entry = 'src/engine/kernels/assembly/index.ts';

/** Nothing of AssemblyScript's own runtime is used: kernels compute in the memory they are given. */
const options = [
  ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
  ['--importMemory', '--noExportMemory', '--initialMemory', '1', '--use', 'abort='],
  // Addresses are 32 bits for good.
  ['--disableWarning', '201'],
].flat();

/** What the compiled kernels depend on. */
const mark = () => {
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
 * @returns {Promise<string>} its path
 */
export const compileKernels = async () => {
  const cache = join(top, '.cache', 'kernels');
  const file = join(cache, `kernels-${mark()}.wasm`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  // Written aside first: two builds at once must not meet a half.
  const aside = `.cache/kernels/${process.pid}.wasm`;
  if (!(await runPackage('assemblyscript', 'asc', [entry, '--outFile', aside, ...options])))
    throw new Error(`The kernels could not be compiled from ${entry}, see above.`);
  renameSync(join(top, aside), file);
  return file;
};
