import { describe, expect, inject, test } from 'vitest';
import { BUTTONS, MINUTE } from '../browser/minute.ts';
import { button, engines, moment, PATIENCE, PLAY, says, startFor, table, tile } from './page.ts';

describe.each(engines)('$name', ({ start, agent }) => {
  const open = startFor(start);

  test('the opening minute: one neuron learns AND, stops at 0.693 on XOR, and a hidden layer solves it', async () => {
    const tab = await open(inject('address'));
    const right = async () => (await table(tab)).filter((row) => row.endsWith('right')).length;
    expect(await tab.evaluate(async () => navigator.userAgent)).toMatch(agent);

    await says(tab, MINUTE.opening.en);
    expect(await right()).toBe(2);
    await tab.click(PLAY);
    await says(tab, MINUTE.four.en);
    await expect.poll(right, PATIENCE).toBe(4);

    await tab.click(tile('XOR'));
    await says(tab, MINUTE.half.en);
    expect(await moment(tab)).toContain('0.693');
    const answers = async () => (await table(tab)).map((row) => row.split(' ')[3]);
    await expect.poll(answers, PATIENCE).toEqual(['0.50', '0.50', '0.50', '0.50']);

    await tab.click(button(BUTTONS.hidden.en));
    await says(tab, MINUTE.solved.en);
    await expect.poll(right, PATIENCE).toBe(4);
  });
});
