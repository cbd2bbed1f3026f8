import { transfer, wrap } from 'comlink';
import type { Frame, TrainerFace } from './frame.ts';
import { type Drawn, isDrawn, SLOWER } from './told.ts';

/**
 * Starts the trainer in a worker of its own; the page only sends commands and asks for frames. `slower` is called where
 * the fast kernels cannot be had, `drawn` while very many pictures are drawn.
 */
export const connect = (failed: () => void, slower: () => void, drawn: (now: Drawn) => void): TrainerFace => {
  const worker = new Worker(new URL('./trainer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'trainer',
  });
  worker.addEventListener('error', failed);
  worker.addEventListener('messageerror', failed);
  worker.addEventListener('message', ({ data }) => {
    if (data === SLOWER) slower();
    if (isDrawn(data)) drawn(data);
  });
  return wrap<TrainerFace>(worker);
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
