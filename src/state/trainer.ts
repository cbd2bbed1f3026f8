import { connect } from '../worker/client.ts';
import type { TrainerFace } from '../worker/frame.ts';

let face: TrainerFace | null = null;

/** The one trainer of the page; its worker starts when it is first needed. */
export const trainer = (): TrainerFace => {
  face ??= connect();
  return face;
};

/** Puts another trainer in its place: tests run one without a worker. */
export const replaceTrainer = (other: TrainerFace | null): void => {
  face = other;
};
