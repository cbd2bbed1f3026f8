import { existsSync, readFileSync } from 'node:fs';
import { join, readFile } from '../../src/data/importing/index.ts';
import type { Rows } from '../../src/engine/index.ts';
import { imported } from '../../scripts/model/recipe.ts';

/** MNIST's test set, which lies beside the repository and is no part of it. */

const folder = new URL('../../../shared/data/mnist/', import.meta.url);
export const mnistThere = existsSync(folder);

export const mnist = async (): Promise<Rows> => {
  const files = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'];
  const parts = await Promise.all(
    files.map((name) => readFile(Uint8Array.from(readFileSync(new URL(name, folder))), name)),
  );
  const joined = join(parts.flatMap((part) => ('problem' in part ? [] : [part])));
  if (!('pixels' in joined)) throw new Error('expected pictures');
  return imported(joined);
};
