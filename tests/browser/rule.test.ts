import { expect } from 'vitest';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import {
  becomes,
  button,
  chart,
  choice,
  epochOf,
  gate,
  learningRate,
  moment,
  playButton,
  press,
  reads,
  says,
  saysLike,
  setActivation,
  setSpeed,
  strip,
  table,
  type,
} from './screen.ts';

const STILL = 'The step function’s slope is 0 everywhere. Nothing says which way to go, so the weights stay.';

test('a step function does not learn by gradient: the page says why, and the two ways on', async ({
  open,
}) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await setActivation(page, 'Output', 'step');
  await saysLike(page, /^The step function gives 1 if z ≥ 0, else 0\./);
  await page.getByText('our convention, Keras has none').first().waitFor();
  const before = await table(page);
  await playButton(page).click();
  await says(page, STILL);
  expect(await table(page)).toEqual(before);
  await button(page, 'Learn by the perceptron rule').waitFor();
  // What an activation does is said while it rests.
  await playButton(page).click();
  await button(page, 'Change to sigmoid').click();
  await saysLike(page, /^sigmoid is a step made smooth: a threshold that has a slope\./);
  await playButton(page).click();
  await saysLike(page, /^All 4 right at epoch \d+\./);
});

test('the perceptron rule, point by point, until a full round has no mistake', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await setActivation(page, 'Output', 'step');
  await playButton(page).click();
  await says(page, STILL);
  await playButton(page).click();
  await button(page, 'Learn by the perceptron rule').click();
  await saysLike(
    page,
    /^The rule looks at one point at a time and changes the weights only where it is wrong\./,
  );
  await choice(page, 'batch').click();
  // Each row's turn comes in the order of the epoch's shuffle; the sentence must fit the row, whichever it is.
  const told = new Set<string>();
  for (let turn = 0; turn < 8; turn += 1) {
    await button(page, 'Next batch').click();
    told.add(
      await saysLike(
        page,
        /^(Right\. Nothing changes\.|\(0, 0\) should be 0 but gave 1\. Its input is 0: only b goes down\.|\(0, 1\) should be 0 but gave 1\. Subtract its input: w₂ and b go down\.|\(1, 0\) should be 0 but gave 1\. Subtract its input: w₁ and b go down\.|\(1, 1\) should be 1 but gave 0\. Add its input: w₁, w₂ and b go up\.)$/,
      ),
    );
  }
  expect(told).toContain('Right. Nothing changes.');
  expect(told.size).toBeGreaterThan(1);
  expect(await moment(page)).toMatch(/wrong points: \d$/);
  await choice(page, 'epoch').click();
  await playButton(page).click();
  await says(page, 'A full round without a mistake. The rule stops.');
  expect((await table(page)).every((row) => row.endsWith('right'))).toBe(true);
  await strip(page)
    .getByText(/^Stopped at epoch \d+$/)
    .waitFor();
});

test('on XOR the perceptron rule comes round to the same weights, and the page says that it never ends', async ({
  open,
}) => {
  const page = await open({ at: '#demo=xor', locale: 'ko-KR' });
  await setActivation(page, '출력층', '계단함수');
  await playButton(page).click();
  await says(
    page,
    '계단함수는 어디서나 기울기가 0이다. 어느 쪽으로 갈지 알 수 없어 가중치가 움직이지 않는다.',
  );
  await button(page, '퍼셉트론 규칙으로 학습').click();
  await says(page, '같은 가중치가 되풀이된다. 끝나지 않는다.');
  await button(page, '은닉층 추가').first().click();
  await saysLike(page, /^뉴런 네 개가 직선을 하나씩 긋고, 출력층이 그것을 합친다\./);
});

test('units go down to two, which get stuck, and new weights are offered', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  await button(page, 'hidden layer').click();
  await saysLike(page, /^Four neurons draw a line each/);
  const design = page.getByRole('tab', { name: 'Design' });
  await button(page, /^More units in Hidden 1/).click();
  await reads(design, /2-5-1/);
  for (const units of [4, 3, 2]) {
    await button(page, /^Fewer units in Hidden 1/).click();
    await reads(design, new RegExp(`2-${units}-1`));
  }
  await setSpeed(page, 'Max');
  await playButton(page).click();
  // From the first weights of seed 1 two tanh neurons end at a loss of 0.358.
  await says(page, 'Two neurons are enough, but not from every start. Try new weights.');
  await page.getByRole('region', { name: 'What is so' }).getByRole('button', { name: 'New weights' }).click();
  await says(page, 'XOR is solved. No line was bent: several were joined.');
});

test('a relu neuron that is 0 at every point is named', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  await button(page, 'hidden layer').click();
  for (const units of [3, 2]) {
    await button(page, /^Fewer units in Hidden 1/).click();
    await reads(page.getByRole('tab', { name: 'Design' }), new RegExp(`2-${units}-1`));
  }
  await setActivation(page, 'Hidden 1', 'ReLU|relu');
  await setSpeed(page, 'Max');
  await playButton(page).click();
  await says(page, 'h₁ is 0 everywhere (dead ReLU). Try new weights, or tanh.');
  await button(page, 'Use tanh').click();
  await reads(button(page, /^Hidden 1: Dense/), /tanh/);
});

test('epochs, where set, stops the run and says so, and play adds as many', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await press(page, '3');
  await type(page.getByRole('textbox', { name: /^epochs/ }), '25');
  await setSpeed(page, 'Max');
  await playButton(page).click();
  await saysLike(page, /^Stopped at epochs = 25\. Play adds 25 more\.$/);
  await strip(page).getByText('Stopped at epochs = 25').waitFor();
  await playButton(page).click();
  await says(page, 'Stopped at epoch 50. Play adds 25 more.');
  await playButton(page).click();
  await becomes(() => epochOf(page), 75);
});

test('a run that diverges stops at its last finite step, says where and why, and a tenth of the rate is one click', async ({
  open,
}) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await setActivation(page, 'Output', 'linear');
  await press(page, '2');
  await page.getByRole('combobox', { name: 'Loss' }).selectOption('mean_squared_error');
  await type(learningRate(page), '10');
  await playButton(page).click();
  await saysLike(
    page,
    /^At epoch \d+ the loss grew beyond numbers\. Stopped at the last finite step\. Try a learning rate of 1 instead of 10\.$/,
  );
  await strip(page)
    .getByText(/^Stopped at epoch \d+$/)
    .waitFor();
  expect(await chart(page).textContent()).not.toMatch(/NaN|Infinity/);
  await button(page, 'Rate ÷ 10').click();
  await becomes(() => learningRate(page).inputValue(), '1');
  await press(page, 'r');
  await type(learningRate(page), '0.1');
  await playButton(page).click();
  await saysLike(page, /^All 4 right at epoch \d+\./);
});

test('a gate chosen in the table keeps playing, and a paused one stays paused', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await gate(page, 'OR').click();
  await says(page, `${MINUTE.or.en} Press play.`);
  expect(await moment(page)).toMatch(/^epoch 0,/);
  await playButton(page).click();
  await saysLike(page, /^All 4 right at epoch \d+\./);
  await gate(page, 'NAND').click();
  await says(page, MINUTE.nand.en);
  await button(page, 'Pause').waitFor();
});
