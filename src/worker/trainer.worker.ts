import { expose, transfer } from 'comlink';
import kernels from 'gradus:kernels';
import kernelsForThreads from 'gradus:kernels-for-threads';
import type { TrainerFace } from './frame.ts';
import { takeFastKernels } from './kernels.ts';
import { createSession } from './session.ts';
import { type Drawn, FEW, SLOWER } from './told.ts';

/** How many tenths of the pictures were there when it was told last. */
let told = 0;

const session = createSession({
  now: () => performance.now(),
  later: (task, delay) => {
    if (delay > 0) setTimeout(task, delay);
    else soon(task);
  },
  transfer,
  tell: (done, of) => {
    const tenth = Math.floor((10 * done) / of);
    if (of > FEW && tenth !== told) postMessage({ done, of } satisfies Drawn);
    told = tenth;
  },
});

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
const waiting = Object.entries(session).map(([name, command]) => [
  name,
  async (...words: readonly unknown[]) => {
    await prepared;
    return (command as (...given: readonly unknown[]) => unknown)(...words);
  },
]);
expose(Object.fromEntries(waiting) as TrainerFace);
