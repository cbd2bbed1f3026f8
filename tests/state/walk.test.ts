import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import {
  addLayer,
  setNoise,
  setRate,
  setUnits,
  setWeight,
  toggleAnswer,
} from '../../src/experiment/moves.ts';
import { agreed } from './agreed.ts';
import { type Desk, openDesk } from './desk.ts';

const MOVES = 10_000;
/** How often it is checked that the run is what its document says. */
const CHECK = 500;

/** Numbers between 0 and 1 that are the same for a seed (the linear congruence of Numerical Recipes). */
const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Bytes in use once what nobody holds is gone: the memory of a network goes a turn after the network. */
const bytesHeld = async (): Promise<number> => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};

type Move = (desk: Desk, random: () => number) => void | Promise<unknown>;

/** What a person does, and how often among the others. */
const moves: readonly (readonly [often: number, move: Move])[] = [
  [8, (desk) => desk.play()],
  [8, (desk, random) => desk.place.pass(Math.ceil(random() * 40))],
  [8, (desk) => desk.pause()],
  [10, (desk) => desk.forward('phase')],
  [10, (desk) => desk.forward('batch')],
  [6, (desk) => desk.forward('epoch')],
  [4, (desk) => desk.forward('neuron')],
  [8, (desk) => desk.back('phase')],
  [8, (desk) => desk.back('batch')],
  [6, (desk) => desk.back('epoch')],
  [4, (desk) => desk.back('neuron')],
  [10, (desk, random) => desk.seek(Math.floor(random() * ((desk.work().frame?.newest.step ?? 0) + 1)))],
  [6, (desk, random) => desk.edit((now) => setRate(now, 0.05 + Math.floor(random() * 20) / 20))],
  [4, (desk, random) => desk.edit(setWeight(0, Math.floor(random() * 3), random() * 2 - 1))],
  [4, (desk, random) => desk.edit((now) => toggleAnswer(now, Math.floor(random() * 4)))],
  [1, (desk) => desk.edit((now) => setNoise(now, now.data.noise > 0 ? 0 : 0.1))],
  [1, (desk) => desk.edit((now) => (now.model.layers.length < 3 ? addLayer(now) : null))],
  [
    1,
    (desk, random) =>
      desk.edit((now) => setUnits(now, now.model.layers[0]?.id ?? 1, 1 + Math.floor(random() * 4))),
  ],
  [4, (desk) => desk.undo()],
  [3, (desk) => desk.redo()],
  [1, (desk) => desk.reset()],
  [1, (desk) => desk.newRun()],
  [
    2,
    async (desk, random) => {
      const { branches } = desk.work();
      const branch = branches[Math.floor(random() * branches.length)];
      if (branch) await desk.showAgain(branch);
    },
  ],
  [
    1,
    async (desk, random) => {
      const { renameBranch } = await import('../../src/state/branches.ts');
      const { branches } = desk.work();
      const branch = branches[Math.floor(random() * branches.length)];
      if (branch) renameBranch(branch.id, `branch ${Math.floor(random() * 100)}`);
    },
  ],
  [
    1,
    async (desk, random) => {
      const { deleteBranch } = await import('../../src/state/branches.ts');
      const { branches } = desk.work();
      const branch = branches[Math.floor(random() * branches.length)];
      if (branch) deleteBranch(branch);
    },
  ],
];
const total = moves.reduce((sum, [often]) => sum + often, 0);

test('10,000 moves through time end where a fresh replay of the edits ends, without growth of memory', {
  timeout: 300_000,
}, async () => {
  const seed = 20_261_126;
  const random = seeded(seed);
  const desk = await openDesk();
  await desk.train(3);
  const held: number[] = [];
  for (let made = 1; made <= MOVES; made += 1) {
    let pick = random() * total;
    const [, move] = moves.find(([often]) => (pick -= often) < 0) ?? moves[0]!;
    const going = move(desk, random);
    // Some moves are made before the one before them was answered; a run that comes is waited for.
    if (random() < 0.7 || going) await desk.settle();
    await going;
    if (made % 997 === 0) {
      desk.pause();
      await desk.settle();
      await desk.reload();
    }
    if (made % CHECK !== 0) continue;
    desk.pause();
    await desk.settle();
    await desk.settle();
    await agreed(desk);
    expect(desk.work().branches.length, `seed ${seed}, move ${made}`).toBeLessThanOrEqual(8);
    held.push(await bytesHeld());
  }
  // How many networks are alive at a moment changes; what is never given back would raise the least of them.
  const quarter = held.length / 4;
  const [early, late] = [held.slice(quarter, 2 * quarter), held.slice(3 * quarter)];
  expect(Math.min(...late)).toBeLessThan(1.25 * Math.min(...early));
});
