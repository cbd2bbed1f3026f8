import { describe, expect, inject, test } from 'vitest';
import { toLink } from '../../src/experiment/link.ts';
import { inNode, recordAt } from '../browser/record.ts';
import { experiments, UPDATES } from './experiments.ts';
import { engines, PLAY, saysLike, SPEED, startFor } from './page.ts';

describe.each(engines)('weights, slots and statistics after 1,000 updates in $name', ({ start }) => {
  const open = startFor(start);

  test.each(Object.entries(experiments))('have the bits of Node: %s', async (_name, experiment) => {
    const tab = await open(inject('address') + toLink(experiment));
    await tab.pressEnd(SPEED);
    await tab.click(PLAY);
    await saysLike(tab, new RegExp(`^Stopped at epochs = ${experiment.fit.epochs}\\.`));
    const { bits } = await recordAt(tab, UPDATES, 0);
    expect(bits).toEqual(await inNode(experiment, UPDATES));
    expect(bits).not.toEqual(await inNode(experiment, UPDATES - 1));
  });
});
