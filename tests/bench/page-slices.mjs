/** @typedef {import('playwright-core').Page} Page */

/**
 * Frames are pulled: a page whose display stands still asks for none, and its trainer runs bare. Before the page is opened:
 * lets its display be held and its refreshes be watched, and notes every long task.
 * @param {Page} page
 */
export const watchDisplay = (page) =>
  page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    /** @type {FrameRequestCallback[]} */
    let held = [];
    const bench = {
      held: false,
      frames: /** @type {number[]} */ ([]),
      long: /** @type {number[]} */ ([]),
      watched: false,
      release: () => {},
      watch: () => {},
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
    // Watching costs a frame at every refresh: times are taken while nobody does.
    const tick = (/** @type {number} */ time) => {
      if (!bench.watched) return;
      bench.frames.push(time);
      ask(tick);
    };
    bench.watch = () => {
      bench.frames.length = 0;
      bench.watched = true;
      ask(tick);
    };
    Object.assign(window, { bench });
  });

/**
 * What came of a slice with everything drawn while the display's refreshes were watched, of one while they were not, and of
 * one with the display standing still. The latter two are counted the same way: updates between two frames that were shown,
 * by the time between them.
 * @typedef {{ open: number, bare: number, frames: number[], shown: number[], long: number[] }} Slices updates a millisecond,
 *   milliseconds between refreshes of the display, between frames that were shown, and of long tasks
 */

/**
 * Trains on with the display watched, then on, then standing still, for a slice of time each.
 * @param {Page} page @param {number} slice in milliseconds: long against a frame, so that the ends hardly count
 * @returns {Promise<Slices>}
 */
export const slicesOf = (page, slice) =>
  page.evaluate(async (time) => {
    const { bench } = /** @type {any} */ (window);
    const chart = document.querySelector('[role=slider][aria-label="Playhead on the curve"]');
    if (!chart) throw new Error('The loss chart was not found: it counts the updates in its value.');
    const step = () => Number(chart.getAttribute('aria-valuenow'));
    /** @type {number[]} */
    const changes = [];
    const counter = new MutationObserver(() => changes.push(performance.now()));
    counter.observe(chart, { attributeFilter: ['aria-valuenow'] });
    /** The next frame that shows another moment. @returns {Promise<{ step: number, time: number }>} */
    const next = () =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve({ step: step(), time: performance.now() });
        });
        observer.observe(chart, { attributeFilter: ['aria-valuenow'] });
      });
    const wait = () => new Promise((resolve) => setTimeout(resolve, time));
    const rate = (/** @type {any} */ from, /** @type {any} */ to) =>
      (to.step - from.step) / (to.time - from.time);
    const between = (/** @type {number[]} */ times) =>
      times.slice(1).map((each, i) => each - (times[i] ?? each));
    bench.watch();
    await wait();
    const frames = between(bench.frames);
    bench.watched = false;
    bench.long.length = 0;
    const first = await next();
    const before = changes.length;
    await wait();
    const second = await next();
    const shown = between(changes.slice(before));
    bench.held = true;
    await wait();
    bench.release();
    // The first frame after a stop was asked for at once: it holds the moment of the stop's end.
    const third = await next();
    counter.disconnect();
    return { open: rate(first, second), bare: rate(second, third), frames, shown, long: [...bench.long] };
  }, slice);
