import type { Answer } from './probe.ts';

/** What the last update found that the one before had not. In the middle of a batch nothing is told of it. */
export const lately: Answer<'lately'> = ({ trainer, lately: last }) => {
  const found = trainer.phase === 0 ? last.read(trainer) : null;
  return found ? { lately: found } : {};
};
