import { readFileSync } from 'node:fs';
import { createTrainer, evaluate, trainMany } from '../../src/engine/index.ts';
import { designAt } from '../../src/experiment/apply.ts';
import { demos } from '../../src/experiment/demos.ts';
import { setUp } from '../../src/worker/settings.ts';
import { WORTH } from '../../src/worker/threads.ts';
import { nodeThreads } from '../threads.ts';
import { startKernels } from './programs/gradus.ts';

/**
 * The bare engine on the digits CNN, in a process of its own: it gets ready, and then trains for a slice of time whenever its
 * parent asks, evaluating the rows held back at the end of each epoch as the page does.
 */

/** How the engine is to run, and where our compiled kernels lie. */
export interface Asked {
  readonly threads: number;
  readonly split: number;
  readonly kernels: string;
  readonly kernelsForThreads: string;
}

const { threads, split, kernels, kernelsForThreads }: Asked = JSON.parse(process.argv[2]!);
const compiled = (path: string) => WebAssembly.compile(readFileSync(path));
const shared =
  threads > 1 ? nodeThreads({ module: await compiled(kernelsForThreads), threads, ...WORTH }) : null;
startKernels(await compiled(kernels), shared);

const design = designAt(demos.digits, 0);
/** A new run: numbers that have become very small, as they do once all rows are known, take a processor longer. */
const start = () => {
  const setup = setUp({ ...design, fit: { ...design.fit, validation_split: split } }, null);
  if ('refused' in setup) throw new Error(setup.refused.en);
  const { train, validation, settings } = setup;
  const trainer = createTrainer(settings);
  const batches = Math.ceil(train.count / settings.batchSize);
  trainMany(trainer, batches, () => true);
  return { trainer, batches, validation, model: settings.model };
};

/** Whole epochs of a new run until the time is over: milliseconds an epoch, and how many of them evaluating takes. */
const slice = (milliseconds: number) => {
  const { trainer, batches, validation, model } = start();
  const began = performance.now();
  let [epochs, evaluating] = [0, 0];
  do {
    if (!trainMany(trainer, batches, () => true))
      throw new Error('The loss of a batch is not a finite number.');
    const trained = performance.now();
    if (validation) evaluate(model, validation, design.compile.metrics);
    evaluating += performance.now() - trained;
    epochs += 1;
  } while (performance.now() - began < milliseconds);
  return { epoch: (performance.now() - began) / epochs, evaluating: evaluating / epochs };
};

process.on('message', (milliseconds: number) => process.send!(slice(milliseconds)));
process.send!({ batches: start().batches });
