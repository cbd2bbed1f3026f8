import { fork, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { compileKernels } from '../../scripts/kernels.mjs';
import { cache, here } from './prepare.mjs';

/** Builds one program of the bench, with what it takes from the sources, for Node. @param {string} name @returns {Promise<string>} */
export const builtForNode = async (name) => {
  const outDir = join(cache, name);
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: { input: join(here, `${name}.ts`), output: { entryFileNames: '[name].mjs' } },
    },
  });
  return join(outDir, `${name}.mjs`);
};

/** How long a seek takes beside the page: seek.ts, in a process of its own. */
export const measureSeekOfPictures = async () => {
  spawnSync(process.execPath, [await builtForNode('seek'), await compileKernels()], { stdio: 'inherit' });
};

/**
 * The bare engine on the digits CNN, ready to train: digits.ts, in processes of their own.
 * @returns {Promise<(settings: { threads: number, split: number }) => Promise<{
 *   batches: number,
 *   slice: (milliseconds: number) => Promise<{ epoch: number, evaluating: number }>,
 *   end: () => void,
 * }>>}
 */
export const digitsInNode = async () => {
  const program = await builtForNode('digits');
  const kernels = await compileKernels();
  const kernelsForThreads = await compileKernels('threads');
  return async (settings) => {
    const child = fork(program, [JSON.stringify({ ...settings, kernels, kernelsForThreads })]);
    /** @type {Promise<never>} */
    const ended = new Promise((_, reject) => {
      child.once('exit', () => reject(new Error('The engine in Node ended before it answered, see above.')));
    });
    // It is ended once nobody waits for it.
    ended.catch(() => {});
    /** @returns {Promise<any>} */
    const answer = () => Promise.race([ended, new Promise((resolve) => void child.once('message', resolve))]);
    const { batches } = await answer();
    return {
      batches,
      slice: (milliseconds) => {
        child.send(milliseconds);
        return answer();
      },
      end: () => child.kill(),
    };
  };
};
