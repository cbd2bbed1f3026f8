import { openXor, quantile } from './page-screen.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Updates that are made before the playhead is dragged. */
const STEPS = 100_000;
const MOVES = 400;

/**
 * How long it takes from a pointer's move to the picture of the moment under it, while the playhead of the XOR screen is
 * dragged after 100,000 updates: to and fro, and every now and then from one end to the other. A move counts as shown
 * once the ball stands under it, or under a later one, and the display has drawn that.
 * @param {Page} page @param {string} address
 */
export const measureSeek = async (page, address) => {
  await openXor(page, address);
  const chart = page.getByRole('slider', { name: 'Playhead on the curve' });
  while (Number(await chart.getAttribute('aria-valuenow')) < STEPS) await page.waitForTimeout(100);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const trained = Number(await chart.getAttribute('aria-valuemax'));
  await chart.evaluate((slider) => {
    /** @type {{ time: number, x: number }[]} */
    let waiting = [];
    const times = /** @type {number[]} */ ([]);
    const left = slider.getBoundingClientRect().left;
    const ballX = () => Number(slider.querySelector('circle[r="5"]')?.getAttribute('cx'));
    slider.addEventListener('pointermove', (event) => {
      const { timeStamp, clientX } = /** @type {PointerEvent} */ (event);
      waiting.push({ time: timeStamp, x: clientX - left });
    });
    new MutationObserver(() => {
      const x = ballX();
      const shown = waiting.findLastIndex((move) => Math.abs(move.x - x) < 1);
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
  });
  const box = await chart.boundingBox();
  if (!box) throw new Error('The loss chart was not drawn.');
  const end = await chart.evaluate((slider) =>
    Number(slider.querySelector('circle[r="5"]')?.getAttribute('cx')),
  );
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
    `dragging on XOR after ${trained.toLocaleString('en-US')} updates, pointer to picture: p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms (goal 50 ms), longest ${ms(1)} ms; ${times.length} moves, ${left} never shown`,
  );
};
