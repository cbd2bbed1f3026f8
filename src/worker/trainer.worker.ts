import { expose, transfer } from 'comlink';
import kernels from 'gradus:kernels';
import kernelsForThreads from 'gradus:kernels-for-threads';
import { COMPARISON } from './comparison/comparison.ts';
import { createComparison } from './comparison/session.ts';
import { takeFastKernels } from './kernels.ts';
import { createSession } from './session.ts';
import { type Drawn, FEW, SLOWER } from './told.ts';

/** How many tenths of the pictures were there when it was told last. */
let told = 0;

const place = {
  now: () => performance.now(),
  later: (task: () => void, delay: number) => {
    if (delay > 0) setTimeout(task, delay);
    else soon(task);
  },
  transfer,
  tell: (done: number, of: number) => {
    const tenth = Math.floor((10 * done) / of);
    if (of > FEW && tenth !== told) postMessage({ done, of } satisfies Drawn);
    told = tenth;
  },
};

// A message to oneself comes after what is already waiting: commands are answered between two slices of training,
// and browsers do not slow it down as they do nested timers.
const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.addEventListener('message', () => tasks.shift()?.());
channel.port1.start();
const soon = (task: () => void): void => {
  tasks.push(task);
  channel.port2.postMessage(null);
};

const prepared = takeFastKernels(kernels, kernelsForThreads).then((fast) => {
  if (!fast) postMessage(SLOWER);
});

/** Commands wait, in their order, until it is known what computes. */
const waiting = <Face extends object>(commands: Face): Face =>
  Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [
      name,
      async (...words: readonly unknown[]) => {
        await prepared;
        return (command as (...given: readonly unknown[]) => unknown)(...words);
      },
    ]),
  ) as Face;
// A worker does what it is named by: what is compared neither waits for the trainer nor holds it up.
expose(self.name === COMPARISON ? waiting(createComparison(place)) : waiting(createSession(place)));
