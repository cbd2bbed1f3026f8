import { expect } from 'vitest';
import { test } from './harness.ts';
import { BUTTONS, MINUTE, TOUR } from './minute.ts';
import {
  becomes,
  button,
  epochOf,
  focused,
  gate,
  learningRate,
  moment,
  playButton,
  press,
  reads,
  says,
  saysLike,
  speed,
  strip,
  table,
  tabTo,
} from './screen.ts';

test('the opening minute by keyboard alone', async ({ open }) => {
  const page = await open();
  const keys = page.keyboard;
  await says(page, MINUTE.opening.en);

  await keys.press('Space');
  await says(page, MINUTE.moves.en);
  await says(page, MINUTE.four.en);

  await tabTo(page, gate(page, 'AND').getByRole('radio'));
  await keys.press('ArrowRight');
  await says(page, MINUTE.or.en);
  await keys.press('Shift+Digit3');
  await says(page, MINUTE.nand.en);
  await keys.press('Shift+Digit4');
  await says(page, MINUTE.xor.en);

  await tabTo(page, speed(page));
  await keys.press('End');
  await says(page, MINUTE.half.en);
  await press(page, 'ArrowLeft', 5);
  expect(await speed(page).getAttribute('aria-valuetext')).toBe('30 epochs/s');

  await tabTo(page, button(page, BUTTONS.hidden.en), 'Shift+Tab');
  await keys.press('Enter');
  await says(page, MINUTE.hidden.en);
  await says(page, MINUTE.solved.en);

  await tabTo(page, button(page, BUTTONS.build.en));
  await keys.press('Enter');
  for (const [at, words] of TOUR.entries()) {
    if (at > 0) {
      await tabTo(page, button(page, BUTTONS.next.en));
      await keys.press('Enter');
    }
    await says(page, words.en);
  }
  await tabTo(page, button(page, BUTTONS.train.en));
  await keys.press('Enter');
  await says(page, MINUTE.two.en);
  // The button is gone with the tour; the keyboard stands nowhere in particular, and Space pauses.
  await keys.press('Space');
  // How many are right by then depends on when it was pressed.
  await saysLike(page, /^Paused\. [0-3] of 4 right so far\. → one step, R from the start\.$/);
});

test('the keys of time: a step and back, a larger one, from the start', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  const start = await moment(page);
  await press(page, 'Period', 3);
  await becomes(() => epochOf(page), 3);
  const third = await moment(page);
  await press(page, 'ArrowRight', 2);
  await press(page, 'ArrowLeft');
  await press(page, 'Comma');
  await becomes(() => moment(page), third);

  await tabTo(page, strip(page).getByRole('radio', { name: 'epoch', exact: true }));
  await press(page, 'ArrowLeft', 2);
  await becomes(() => strip(page).getByRole('radio', { name: 'phase' }).isChecked(), true);
  await press(page, 'Period');
  await saysLike(page, /^Multiply inputs by weights, add up, add b: z = −?\d\.\d{3}\./);
  await press(page, 'Period');
  await saysLike(
    page,
    /^The surer a wrong answer, the larger its loss\. The mean of the four is 0\.\d{3}\.$/,
  );
  await press(page, 'Period');
  await saysLike(page, /^How far off each row is: ŷ − y\. Positive: too high; negative: too low\./);
  await press(page, 'Comma');
  await saysLike(page, /^The surer a wrong answer/);
  // The loss of an update is that of its batch before it: at the weights after three updates, as computed by hand.
  await press(page, 'Shift+Period');
  await becomes(() => moment(page), 'update 4, training loss 0.583');

  await press(page, 'r');
  await becomes(() => moment(page), start);
  await press(page, 'Control+z');
  await becomes(() => moment(page), 'update 4, training loss 0.583');
});

test('the keys of the page: stages, predictions, large text, theme, units, all keys', async ({ open }) => {
  const page = await open({ at: '#demo=xor' });
  await says(page, 'One neuron learns XOR. It has 3 of 4 right so far. Press play.');
  const html = page.locator('html');
  for (const [key, name] of [
    ['2', 'Compile'],
    ['3', 'Fit'],
    ['4', 'Evaluate'],
    ['1', 'Design'],
  ] as const) {
    await press(page, key);
    await becomes(() => page.getByRole('tab', { name }).getAttribute('aria-selected'), 'true');
  }
  await press(page, 'h');
  await becomes(
    async () => (await table(page)).map((row) => row.split(' ').slice(3).join(' ')),
    ['? ?', '? ?', '? ?', '? ?'],
  );
  await press(page, 'h');
  await becomes(async () => (await table(page)).some((row) => row.includes('?')), false);
  await press(page, 'p');
  await becomes(() => html.evaluate((one) => one.hasAttribute('data-large')), true);
  await press(page, 'p');
  await press(page, 't');
  await becomes(() => html.getAttribute('data-theme'), 'dark');
  await press(page, 't');
  await becomes(() => html.getAttribute('data-theme'), 'light');

  await press(page, 'Shift+Slash');
  const dialog = page.getByRole('dialog', { name: 'All keys' });
  await dialog.waitFor();
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'hidden' });

  await tabTo(page, button(page, 'hidden layer'));
  await press(page, 'Enter');
  const design = page.getByRole('tab', { name: 'Design' });
  await reads(design, /2-4-1/);
  await press(page, 'BracketLeft');
  await reads(design, /2-3-1/);
  await press(page, 'BracketLeft');
  await reads(design, /2-2-1/);
  await press(page, 'BracketRight');
  await reads(design, /2-3-1/);
});

test('a layer put in by keyboard has the keyboard: Space plays, Tab goes on at its chip', async ({
  open,
}) => {
  const page = await open({ at: '#demo=xor' });
  await saysLike(page, /^One neuron learns XOR/);
  await tabTo(page, button(page, 'hidden layer'));
  await press(page, 'Enter');
  await becomes(() => focused(page.getByRole('group', { name: 'Hidden 1: Dense' })), true);

  await tabTo(page, button(page, /^Add a layer before layer 2/), 'Shift+Tab');
  await press(page, 'Enter');
  const dropout = page.getByRole('menuitem', { name: /^Dropout/ });
  for (let items = 0; items < 10 && !(await focused(dropout)); items += 1) await press(page, 'ArrowDown');
  await press(page, 'Enter');
  await becomes(() => focused(page.getByRole('group', { name: 'Layer 2: Dropout' })), true);
  await press(page, 'Space');
  await button(page, 'Pause').waitFor();
  await press(page, 'Space');
  await button(page, 'Play').waitFor();
  await press(page, 'Tab');
  await becomes(() => focused(button(page, 'Layer 2: Dropout, settings')), true);
});

test('a drag has keys and a typed value: handles, weights, points, the learning rate', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await tabTo(page, page.getByRole('slider', { name: /^Handle 1 of the line/ }));
  await press(page, 'ArrowUp');
  await saysLike(page, /^Moving the line changes w₁, w₂ and b\. \d of 4 right now\.$/);
  await press(page, 'Control+z');
  await saysLike(page, /2 of 4/);

  const weight = page.getByRole('spinbutton', { name: /w₁/ });
  await tabTo(page, weight.first());
  await press(page, 'ArrowUp');
  await reads(weight.first(), '1.000');
  await press(page, 'Enter');
  await page.keyboard.type('-2.5');
  await press(page, 'Enter');
  await reads(weight.first(), '−2.500');

  const point = page.getByRole('button', { name: /^Point \(0, 0\)/ });
  await tabTo(page, page.getByRole('button', { name: /^Point \(/ }));
  await press(page, 'Home');
  await tabTo(page, point);
  await press(page, 'Enter');
  await press(page, 'Shift+ArrowRight');
  await press(page, 'Enter');
  await page.getByRole('button', { name: /^Point \(0\.19, 0\.00\)/ }).waitFor();

  await tabTo(page, learningRate(page));
  await page.keyboard.type('0.25');
  await press(page, 'Enter');
  await reads(page.getByRole('tab', { name: 'Compile' }), /SGD 0\.25/);
  await press(page, 'ArrowUp');
  await reads(page.getByRole('tab', { name: 'Compile' }), /SGD 0\.26/);
});

test('lists are walked by the arrow keys, and Esc gives the focus back', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  const chip = button(page, /^Output: Dense sigmoid/);
  const current = page.getByRole('menuitemradio', { name: /^sigmoid/ });
  await tabTo(page, chip);
  await press(page, 'Enter');
  await becomes(() => focused(current), true);
  await press(page, 'Escape');
  await becomes(() => focused(chip), true);
  await press(page, 'Enter');
  await becomes(() => focused(current), true);
  await press(page, 'ArrowUp');
  await press(page, 'Enter');
  await saysLike(
    page,
    /^The step function gives 1 if z ≥ 0, else 0\. Its slope is 0, so gradient descent cannot teach it\./,
  );
  await tabTo(page, playButton(page));
  await press(page, 'Space');
  await saysLike(page, /^The step function’s slope is 0 everywhere\./);
});
