import type { Logs } from '../callbacks/index.ts';
import { fixed, scientific } from '../callbacks/python.ts';

/** The line that Keras begins an epoch with, counted from 1; without an end where there is none. */
export const epochLine = (epoch: number, stopAt: number): string =>
  Number.isFinite(stopAt) ? `Epoch ${epoch}/${stopAt}` : `Epoch ${epoch}`;

/**
 * The line that Keras ends an epoch with under fit(verbose=2), without the two times in it, which no two runs have
 * alike (keras.utils.Progbar).
 */
export const progressLine = (batches: number, logs: Logs): string => {
  const values = Object.entries(logs).map(
    ([name, value]) => `${name}: ${value > 1e-3 ? fixed(value, 4) : scientific(value, 4)}`,
  );
  return [`${batches}/${batches}`, ...values].join(' - ');
};
