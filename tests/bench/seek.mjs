import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { compileKernels } from '../../scripts/kernels.mjs';
import { cache, here } from './prepare.mjs';

/** Builds seek.ts for Node and runs it in a process of its own. */
export const measureSeekOfPictures = async () => {
  const outDir = join(cache, 'seek');
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: { input: join(here, 'seek.ts'), output: { entryFileNames: '[name].mjs' } },
    },
  });
  spawnSync(process.execPath, [join(outDir, 'seek.mjs'), await compileKernels()], { stdio: 'inherit' });
};
