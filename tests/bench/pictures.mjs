import { cpus, loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import { builtForNode } from './for-node.mjs';
import { DRAWN, writePart } from './results.mjs';

/** Measures how fast pictures are drawn, in Node, and writes it into results.md. */
export const measurePictures = async () => {
  /** @type {typeof import('./pictures.ts')} */
  const { picturesWords } = await import(pathToFileURL(await builtForNode('pictures')).href);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${load}`;
  const words = await picturesWords(new Date().toISOString().slice(0, 10), machine);
  console.log(words);
  writePart(DRAWN, words);
};
