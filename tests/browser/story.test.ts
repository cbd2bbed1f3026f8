import { expect } from 'vitest';
import { test } from './harness.ts';
import { BUTTONS, MINUTE, TOUR } from './minute.ts';
import {
  becomes,
  button,
  chart,
  gate,
  moment,
  playButton,
  says,
  setSpeed,
  table,
  type Words,
} from './screen.ts';

const RIGHT = { en: 'right', ko: '맞음' } as const;

for (const language of ['en', 'ko'] as const) {
  test(`the opening minute by mouse, ${language}`, async ({ open }) => {
    const page = await open({ locale: language === 'en' ? 'en-US' : 'ko-KR' });
    const say = (words: Words) => says(page, words[language]);
    const press = (words: Words) => button(page, words[language]).first().click();
    const marks = () => chart(page).textContent();

    await say(MINUTE.opening);
    expect(await moment(page)).toMatch(language === 'en' ? 'epoch 0, training loss 0.626' : '0.626');
    expect((await table(page)).filter((row) => row.endsWith(RIGHT[language]))).toHaveLength(2);

    await playButton(page).click();
    await say(MINUTE.moves);
    await say(MINUTE.four);
    await becomes(async () => (await table(page)).filter((row) => row.endsWith(RIGHT[language])).length, 4);
    expect(await marks()).toContain('4/4');

    await gate(page, 'OR').click();
    await say(MINUTE.or);
    expect(await marks()).toContain('AND → OR');
    await gate(page, 'NAND').click();
    await say(MINUTE.nand);
    await gate(page, 'XOR').click();
    await say(MINUTE.xor);
    expect(await marks()).toContain('NAND → XOR');

    await setSpeed(page, 'Max');
    await say(MINUTE.half);
    expect(await moment(page)).toContain('0.693');
    expect((await table(page)).map((row) => row.split(' ')[3])).toEqual(['0.50', '0.50', '0.50', '0.50']);

    await setSpeed(page, '30');
    await press(BUTTONS.hidden);
    await say(MINUTE.hidden);
    await expect.poll(marks).toContain(language === 'en' ? 'one neuron' : '뉴런 하나');
    await say(MINUTE.solved);
    await button(page, BUTTONS.fewer[language]).waitFor();

    await press(BUTTONS.build);
    for (const [at, words] of TOUR.entries()) {
      if (at > 0) await press(BUTTONS.next);
      await say(words);
    }
    expect((await table(page)).map((row) => row.slice(0, 11))).toEqual([
      '0 0 0 1 0 0',
      '0 1 1 1 1 1',
      '1 0 1 1 1 1',
      '1 1 1 0 0 0',
    ]);
    const heads = await page.locator('main table thead').innerText();
    for (const name of ['h₁', 'h₂', 'OR', 'NAND', 'AND']) expect(heads).toContain(name);

    await press(BUTTONS.train);
    await say(MINUTE.two);
    await playButton(page)
      .and(button(page, language === 'en' ? 'Pause' : '멈춤'))
      .waitFor();
  });
}
