import { transfer, wrap } from 'comlink';
import { COMPARISON, type ComparisonFace } from './comparison/comparison.ts';
import type { Frame, TrainerFace } from './frame.ts';
import { type Drawn, isDrawn, SLOWER } from './told.ts';

/**
 * Starts the trainer in a worker of its own; the page only sends commands and asks for frames. `slower` is called where
 * the fast kernels cannot be had, `drawn` while very many pictures are drawn.
 */
export const connect = (failed: () => void, slower: () => void, drawn: (now: Drawn) => void): TrainerFace => {
  const worker = start('trainer', failed);
  worker.addEventListener('message', ({ data }) => {
    if (data === SLOWER) slower();
    if (isDrawn(data)) drawn(data);
  });
  return wrap<TrainerFace>(worker);
};

/** Starts a worker of the same file that compares two networks. */
export const connectComparison = (failed: () => void): ComparisonFace =>
  wrap<ComparisonFace>(start(COMPARISON, failed));

const start = (name: string, failed: () => void): Worker => {
  const worker = new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module', name });
  worker.addEventListener('error', failed);
  worker.addEventListener('messageerror', failed);
  return worker;
};

/** The buffers of a frame that nothing will read any more: they move back with the next request. */
export const buffersOf = (frame: Frame): ArrayBuffer[] => {
  const { tiles, planes, seen, points } = frame.views;
  const maps = [...(tiles ?? []).flat(), ...Object.values(planes ?? {}).flat(), ...(seen ?? [])];
  const arrays = [
    ...maps.map((map) => map.values),
    ...frame.weights.flatMap(({ kernel, bias }) => [kernel, bias]),
    ...(points ? [...points.outputs, ...points.sums, points.losses] : []),
  ];
  const buffers = arrays.map((array) => array.buffer as ArrayBuffer);
  return transfer(buffers, buffers);
};
