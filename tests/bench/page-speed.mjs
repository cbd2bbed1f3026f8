import { openXor, quantile } from './page-screen.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** One slice, in milliseconds: long against a frame, so that the ends hardly count. */
const SLICE = 1000;

/**
 * Frames are pulled: a page whose display stands still asks for none, and its trainer runs bare. So slices with the
 * display standing still alternate with slices in which every panel is drawn, in the same run. Both are counted the same
 * way: epochs between two frames that were shown, by the time between them.
 * @param {Page} page @param {string} address @param {number} rounds
 */
export const measureSpeed = async (page, address, rounds) => {
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    /** @type {FrameRequestCallback[]} */
    let held = [];
    const bench = {
      held: false,
      frames: /** @type {number[]} */ ([]),
      long: /** @type {number[]} */ ([]),
      release: () => {},
    };
    // The browser names tasks of the main thread that take 50 ms or more.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) bench.long.push(duration);
    }).observe({ type: 'longtask' });
    window.requestAnimationFrame = (callback) => {
      if (!bench.held) return ask(callback);
      held.push(callback);
      return 0;
    };
    bench.release = () => {
      bench.held = false;
      for (const callback of held) ask(callback);
      held = [];
    };
    const tick = (/** @type {number} */ time) => {
      bench.frames.push(time);
      ask(tick);
    };
    ask(tick);
    Object.assign(window, { bench });
  });
  await openXor(page, address);

  const { open, bare, frames, shown, long } = await page.evaluate(
    async ({ rounds: count, slice }) => {
      const { bench } = /** @type {any} */ (window);
      const chart = document.querySelector('[role=slider][aria-valuetext*="epoch"]');
      if (!chart) throw new Error('The loss chart was not found: it names the epoch in its value.');
      const epoch = () =>
        Number(/epoch ([\d,]+)/.exec(chart.getAttribute('aria-valuetext') ?? '')?.[1]?.replaceAll(',', ''));
      let changes = 0;
      new MutationObserver(() => (changes += 1)).observe(chart, { attributeFilter: ['aria-valuetext'] });
      /** The next frame that shows another epoch. */
      const next = () =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve({ epoch: epoch(), time: performance.now() });
          });
          observer.observe(chart, { attributeFilter: ['aria-valuetext'] });
        });
      const wait = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
      const rate = (/** @type {any} */ from, /** @type {any} */ to) =>
        (1000 * (to.epoch - from.epoch)) / (to.time - from.time);
      const result = {
        open: /** @type {number[]} */ ([]),
        bare: /** @type {number[]} */ ([]),
        frames: /** @type {number[]} */ ([]),
        shown: 0,
        long: /** @type {number[]} */ ([]),
      };
      bench.long = result.long;
      for (let round = 0; round < count; round += 1) {
        const first = await next();
        const [at, before] = [bench.frames.length, changes];
        await wait(slice);
        const second = await next();
        const times = /** @type {number[]} */ (bench.frames.slice(at));
        result.frames.push(...times.slice(1).map((time, index) => time - (times[index] ?? time)));
        result.shown += changes - before;
        bench.held = true;
        await wait(slice);
        bench.release();
        // The first frame after a stop was asked for at once: it holds the moment of the stop's end.
        const third = await next();
        result.open.push(rate(first, second));
        result.bare.push(rate(second, third));
      }
      return result;
    },
    { rounds, slice: SLICE },
  );

  const ratios = open.map((rate, round) => rate / (bare[round] ?? Number.NaN));
  const of = (/** @type {number[]} */ all, /** @type {number} */ share) => quantile(all, share);
  const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-US');
  console.log(
    `epochs a second, all panels open: ${whole(of(open, 0.5))}; trainer bare: ${whole(of(bare, 0.5))}`,
  );
  console.log(
    `of the bare speed: ${(100 * of(ratios, 0.5)).toFixed(1)} % (goal 90 %; rounds from ${(100 * of(ratios, 0)).toFixed(1)} to ${(100 * of(ratios, 1)).toFixed(1)} %)`,
  );
  console.log(
    `display refreshes: p50 ${of(frames, 0.5).toFixed(1)} ms, p95 ${of(frames, 0.95).toFixed(1)} ms (goal 20 ms), longest ${of(frames, 1).toFixed(1)} ms`,
  );
  console.log(
    `tasks of the main thread over 50 ms: ${long.length === 0 ? 'none' : `${long.length}, the longest ${Math.round(Math.max(...long))} ms`} (goal none)`,
  );
  console.log(`frames shown: ${((1000 * shown) / (rounds * SLICE)).toFixed(1)} a second`);
};
