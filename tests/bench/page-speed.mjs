import { openXor, quantile } from './page-screen.mjs';
import { slicesOf, watchDisplay } from './page-slices.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** One slice, in milliseconds. */
const SLICE = 1000;

/** @param {readonly number[]} long tasks, in milliseconds */
export const longWords = (long) =>
  long.length === 0 ? 'none' : `${long.length}, the longest ${Math.round(Math.max(...long))} ms`;

/**
 * How fast XOR is trained and drawn with every panel open, in slices that alternate with slices in which the display stands
 * still, in the same run.
 * @param {Page} page @param {string} address @param {number} rounds
 */
export const measureSpeed = async (page, address, rounds) => {
  await watchDisplay(page);
  await openXor(page, address);
  const slices = [];
  for (let round = 0; round < rounds; round += 1) slices.push(await slicesOf(page, SLICE));

  const of = (/** @type {number[]} */ all, /** @type {number} */ share) => quantile(all, share);
  const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-US');
  // With one batch an epoch is one update.
  const open = slices.map((slice) => 1000 * slice.open);
  const bare = slices.map((slice) => 1000 * slice.bare);
  const ratios = slices.map((slice) => slice.open / slice.bare);
  const frames = slices.flatMap((slice) => slice.frames);
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
    `tasks of the main thread over 50 ms: ${longWords(slices.flatMap(({ long }) => long))} (goal none)`,
  );
  const shown = slices.reduce((sum, slice) => sum + slice.shown.length, 0);
  console.log(`frames shown: ${((1000 * shown) / (rounds * SLICE)).toFixed(1)} a second`);
};
