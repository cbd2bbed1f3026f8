import { openDigits, openXor, quantile } from './page-screen.mjs';

/** @typedef {import('playwright-core').Page} Page */

const MOVES = 400;

/** XOR after 100,000 updates, then the digits CNN after three epochs of 50. @param {Page} page @param {string} address */
export const measureSeek = async (page, address) => {
  await openXor(page, address);
  await drag(page, 'XOR', 100_000, 50);
  // Only what follows # would be another: the page has to be opened anew.
  await page.goto('about:blank');
  await openDigits(page, address);
  await drag(page, 'the digits CNN', 150, 250);
};

/**
 * How long it takes from a pointer's move to the picture of the moment under it, while the playhead is dragged after so many
 * updates: to and fro, and every now and then from one end to the other. A move counts as shown once the ball stands under
 * it, or under a later one, and the display has drawn that.
 * @param {Page} page it plays at full speed @param {string} name @param {number} steps @param {number} goal in milliseconds
 */
const drag = async (page, name, steps, goal) => {
  const chart = page.getByRole('slider', { name: 'Playhead on the curve' });
  while (Number(await chart.getAttribute('aria-valuenow')) < steps) await page.waitForTimeout(20);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  const trained = Number(await chart.getAttribute('aria-valuemax'));
  const box = await chart.boundingBox();
  if (!box) throw new Error('The loss chart was not drawn.');
  const end = await chart.evaluate((slider) =>
    Number(slider.querySelector('circle[r="5"]')?.getAttribute('cx')),
  );
  // Between two updates there is nothing to show: the ball stands at the nearer one.
  const step = Math.max(1, (end - 42) / trained);
  await chart.evaluate((slider, near) => {
    /** @type {{ time: number, x: number }[]} */
    let waiting = [];
    const times = /** @type {number[]} */ ([]);
    const left = slider.getBoundingClientRect().left;
    const ballX = () => Number(slider.querySelector('circle[r="5"]')?.getAttribute('cx'));
    slider.addEventListener('pointermove', (event) => {
      const { timeStamp, clientX } = /** @type {PointerEvent} */ (event);
      const x = clientX - left;
      // The moment under it is there already.
      if (waiting.length === 0 && Math.abs(x - ballX()) < near) return;
      waiting.push({ time: timeStamp, x });
    });
    new MutationObserver(() => {
      const x = ballX();
      const shown = waiting.findLastIndex((move) => Math.abs(move.x - x) < near);
      const drawn = waiting.slice(0, shown + 1);
      waiting = waiting.slice(shown + 1);
      // A message comes after the frame was drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () =>
          times.push(...drawn.map(({ time }) => performance.now() - time)),
        );
        port1.start();
        port2.postMessage(null);
      });
    }).observe(slider, { attributeFilter: ['aria-valuenow'] });
    Object.assign(window, { bench: { times, left: () => waiting.length } });
  }, step);
  const place = (/** @type {number} */ move) => {
    const jump = move % 40 < 4 ? (move % 2) * 0.9 : 0.5 + 0.45 * Math.sin(move / 9);
    return 42 + (end - 44) * jump;
  };
  await page.mouse.move(box.x + place(20), box.y + 60);
  await page.mouse.down();
  for (let move = 0; move < MOVES; move += 1) {
    await page.mouse.move(box.x + place(move), box.y + 60);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(500);
  await page.mouse.up();
  const { times, left } = await page.evaluate(() => {
    const { bench } = /** @type {any} */ (window);
    return { times: /** @type {number[]} */ (bench.times), left: /** @type {number} */ (bench.left()) };
  });
  const ms = (/** @type {number} */ share) => quantile(times, share).toFixed(1);
  console.log(
    `dragging on ${name} after ${trained.toLocaleString('en-US')} updates, pointer to picture: p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms (goal ${goal} ms), longest ${ms(1)} ms; ${times.length} moves, ${left} never shown`,
  );
};
