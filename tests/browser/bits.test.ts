import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { toLink } from '../../src/experiment/link.ts';
import { addLayer, chooseSet, setUnits } from '../../src/experiment/moves.ts';
import { parseExperiment, parseText } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';
import { rebase } from '../../src/experiment/apply.ts';
import { test } from './harness.ts';
import { inNode, type Left, recordAt } from './record.ts';
import {
  becomes,
  button,
  choice,
  epochOf,
  learningRate,
  moment,
  playButton,
  press,
  saysLike,
  setActivation,
  setSpeed,
  type,
} from './screen.ts';

/** Two moons, 2-5-1 of tanh, 160 rows to train on in batches of 16: 10 updates an epoch, 1,000 in 100 epochs. */
const plain = ((): Experiment => {
  const moons = rebase(opening, 0, chooseSet(opening, 'moons'));
  const deep = rebase(moons, 0, addLayer(moons));
  return rebase(deep, 0, { ...setUnits(deep, 2, 5), fit: { epochs: 100 } });
})();
/** With three edits, one of them in the middle of an epoch. */
const edited: Experiment = {
  ...plain,
  edits: [
    { step: 96, patch: { compile: { optimizer: { type: 'SGD', learning_rate: 0.1, momentum: 0.9 } } } },
    { step: 403, patch: { weights: [{ layer: 0, at: 3, value: -1.25 }] } },
    {
      step: 640,
      patch: {
        fit: { batch_size: 16, shuffle: false },
        data: { changes: [{ op: 'move', id: 3, x: [0.5, 0.25] }] },
      },
    },
  ],
};

const documentOf = (left: Left): Experiment => {
  const parsed = parseText(left.experiment, parseExperiment);
  if (!parsed.ok) throw new Error(`The page saved a document that cannot be read: ${parsed.text.en}`);
  return parsed.experiment;
};

/** Plays to where `epochs` stops the run. */
const playOut = async (page: Page, epochs = 100): Promise<void> => {
  await setSpeed(page, 'Max');
  await playButton(page).click();
  await saysLike(page, new RegExp(`^Stopped at epochs = ${epochs}\\.`));
};

test('1,000 updates with three edits have the same bits in Node, in the page, after a reload and a step back and forth', async ({
  open,
}) => {
  const page = await open({ at: toLink(edited) });
  await saysLike(page, /^The network 2-5-1 learns from 160 points\./);
  await playOut(page);
  const left = await recordAt(page, 1000, 3);
  const expected = await inNode(edited, 1000);
  expect(left.bits).toEqual(expected);
  expect(left.bits.some((bits) => bits !== 0)).toBe(true);

  await page.reload();
  await becomes(() => epochOf(page), 100);
  await choice(page, 'batch').click();
  await button(page, 'Back one batch').click();
  const before = await recordAt(page, 999, 3);
  expect(before.bits).toEqual(await inNode(edited, 999));
  await button(page, 'Next batch').click();
  expect((await recordAt(page, 1000, 3)).bits).toEqual(expected);
  await choice(page, 'phase').click();
  await button(page, 'Back one phase').click();
  await press(page, 'Period');
  await becomes(() => moment(page).then((words) => words.startsWith('update 1,000,')), true);
  expect((await recordAt(page, 1000, 3)).bits).toEqual(expected);
});

test('edits made while it plays replay to the same bits in Node and through a link', async ({ open }) => {
  const page = await open({ at: toLink(plain), permissions: ['clipboard-read', 'clipboard-write'] });
  await saysLike(page, /^The network 2-5-1 learns from 160 points\./);
  const epochs = () => epochOf(page);
  const pass = async (epoch: number) => expect.poll(epochs).toBeGreaterThan(epoch);
  // Slowly, so that the edits come in time on a machine that has other things to do.
  await setSpeed(page, '8');
  await playButton(page).click();
  await pass(2);
  await type(learningRate(page), '0.05');
  await pass((await epochs()) + 2);
  await setActivation(page, 'Hidden 1', 'sigmoid|시그모이드');
  await pass((await epochs()) + 2);
  await setActivation(page, 'Hidden 1', 'tanh');
  await playOutFrom(page);

  const left = await recordAt(page, 1000, 3);
  const document = documentOf(left);
  expect(document.edits).toHaveLength(3);
  expect(left.bits).toEqual(await inNode(document, 1000));

  await button(page, 'Copy link').click();
  await page.getByText('Link copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await open({ at: new URL(link).hash });
  await saysLike(other, /^The network 2-5-1 learns from 160 points\./);
  await playOut(other);
  expect((await recordAt(other, 1000, 3)).bits).toEqual(left.bits);
});

/** The same while it plays already. */
const playOutFrom = async (page: Page): Promise<void> => {
  await setSpeed(page, 'Max');
  await saysLike(page, /^Stopped at epochs = 100\./);
};

test('a network large enough for threads has the same bits in Node and in the page, where they compute', async ({
  open,
}) => {
  const [first, last] = plain.model.layers as [LayerSpec, LayerSpec];
  const hidden = [2, 3, 4].map((id) => ({ ...first, id, units: 64 }));
  const large: Experiment = {
    ...plain,
    model: { layers: [...hidden, last] },
    fit: { ...plain.fit, batch_size: 160, epochs: 20 },
  };
  const page = await open({ at: toLink(large) });
  await saysLike(page, /^The network 2-64-64-64-1 learns from 160 points\./);
  const several = await page.evaluate(() => navigator.hardwareConcurrency > 1);
  const threads = () => page.workers().filter((worker) => worker.url().includes('thread.worker')).length;
  await becomes(() => Promise.resolve(threads() > 0), several);
  await playOut(page, 20);
  expect((await recordAt(page, 20, 0)).bits).toEqual(await inNode(large, 20));
});
