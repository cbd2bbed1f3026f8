import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { cache, here } from './prepare.mjs';
import { DRAWN, writePart } from './results.mjs';

/** Measures how fast pictures are drawn, in Node, and writes it into results.md. */
export const measurePictures = async () => {
  const outDir = join(cache, 'pictures');
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: { input: join(here, 'pictures.ts'), output: { entryFileNames: '[name].mjs' } },
    },
  });
  /** @type {typeof import('./pictures.ts')} */
  const { picturesWords } = await import(pathToFileURL(join(outDir, 'pictures.mjs')).href);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${load}`;
  const words = await picturesWords(new Date().toISOString().slice(0, 10), machine);
  console.log(words);
  writePart(DRAWN, words);
};
