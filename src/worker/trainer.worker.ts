import { expose, transfer } from 'comlink';
import { createSession } from './session.ts';

const session = createSession({
  now: () => performance.now(),
  later: (task, delay) => {
    if (delay > 0) setTimeout(task, delay);
    else soon(task);
  },
  transfer,
});

// A message to oneself comes after what is already waiting: commands are answered between two slices of training,
// and browsers do not slow it down as they do nested timers.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener('message', () => waiting.shift()?.());
channel.port1.start();
const soon = (task: () => void): void => {
  waiting.push(task);
  channel.port2.postMessage(null);
};

expose(session);
