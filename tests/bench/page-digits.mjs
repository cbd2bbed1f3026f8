import { availableParallelism, cpus, loadavg } from 'node:os';
import { digitsInNode } from './for-node.mjs';
import { measureOpening, measurePad } from './page-first.mjs';
import { openDigits, quantile } from './page-screen.mjs';
import { slicesOf, watchDisplay } from './page-slices.mjs';
import { longWords } from './page-speed.mjs';
import { DIGITS, writePart } from './results.mjs';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./page-slices.mjs').Slices} Slices */

/** One slice of the page and of Node, in milliseconds. */
const SLICE = 600;
/** The page takes up to four threads where it is isolated, and one elsewhere. */
const MOST = Math.min(4, availableParallelism());
const SPLITS = [0.2, 0];
/** Until an epoch or two of a new run are over. */
const WARM = 300;

/** A page as a server without the headers of isolation sends it: it computes with one thread. @param {Page} page @param {string} address */
const withoutThreads = (page, address) =>
  page.route(address, async (route) => {
    const response = await route.fetch();
    const headers = Object.entries(response.headers()).filter(([name]) => !name.startsWith('cross-origin-'));
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });

/** Trains on all rows: none is evaluated at the end of an epoch. @param {Page} page */
const holdNothingBack = async (page) => {
  await page.getByRole('tab', { name: /Fit/ }).click();
  const held = page.getByRole('textbox', { name: 'validation_split' });
  await held.fill('0');
  await held.press('Enter');
  await page.getByText('all of them to train').waitFor();
  await page.getByRole('tab', { name: /Design/ }).click();
};
const play = async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
};
/** The run begins again, as it does in Node: what has been learned changes how long numbers take. @param {Page} page */
const startAgain = async (page) => {
  await page.getByRole('button', { name: 'From the start (same weights)' }).click();
  await play(page);
  await page.waitForTimeout(WARM);
};
const pause = async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
};

/**
 * The page and the bare engine in turns, so that whatever else the machine does meets both.
 * @param {Browser} browser @param {string} address @param {number} rounds
 * @param {Awaited<ReturnType<typeof digitsInNode>>} inNode @param {{ threads: number, split: number }} settings
 */
const sideBySide = async (browser, address, rounds, inNode, settings) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  if (settings.threads === 1) await withoutThreads(page, address);
  await watchDisplay(page);
  const node = await inNode(settings);
  await openDigits(page, address);
  if (settings.split === 0) await holdNothingBack(page);
  // Code warms up, and what the page fetches in idle moments has come.
  await page.waitForTimeout(10_000);
  /** @type {Slices[]} */
  const slices = [];
  const bare = [];
  for (let round = 0; round < rounds; round += 1) {
    await pause(page);
    bare.push(await node.slice(SLICE));
    await startAgain(page);
    slices.push(await slicesOf(page, SLICE));
  }
  node.end();
  await page.close();
  const { batches } = node;
  return {
    ...settings,
    node: bare.map(({ epoch }) => epoch),
    evaluating: bare.map(({ evaluating }) => evaluating),
    open: slices.map((slice) => batches / slice.open),
    held: slices.map((slice) => batches / slice.bare),
    frames: slices.flatMap((slice) => slice.frames),
    shown: slices.flatMap((slice) => slice.shown),
    long: slices.flatMap((slice) => slice.long),
  };
};

const middle = (/** @type {number[]} */ numbers) => quantile(numbers, 0.5);
/** What a quarter of the rounds stay below: nearer to a machine that does nothing else than their middle is. */
const undisturbed = (/** @type {number[]} */ numbers) => quantile(numbers, 0.25);
const ms = (/** @type {number} */ time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const seconds = (/** @type {number} */ time) => `${(time / 1000).toFixed(3)} s`;

/** @param {Awaited<ReturnType<typeof sideBySide>>} measured */
const rowOf = ({ threads, split, node, evaluating, open, held, frames, shown, long }) => {
  const ratio = undisturbed(open) / undisturbed(node);
  return [
    split === 0 ? '2,000' : '1,600 + 400',
    String(threads),
    seconds(undisturbed(node)),
    split === 0 ? '' : ms(undisturbed(evaluating)),
    seconds(undisturbed(held)),
    seconds(undisturbed(open)),
    ratio.toFixed(2),
    ratio <= 1.15 ? 'met' : 'MISSED',
    ms(quantile(frames, 0.95)),
    `${(1000 / (shown.reduce((sum, time) => sum + time, 0) / shown.length)).toFixed(0)} a second`,
    longWords(long),
  ];
};

const HEAD = [
  'pictures',
  'threads',
  'Node, an epoch',
  'evaluating',
  'page, display still',
  'page, all maps',
  'page / Node',
  '≤ 1.15',
  'refreshes, p95',
  'frames',
  'tasks ≥ 50 ms',
];
const table = (/** @type {string[][]} */ rows) =>
  [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * The digits CNN (conv 8, pool, conv 16, pool, Flatten, 10) on 2,000 pictures in batches of 32: seconds an epoch in the page
 * with all its maps shown and in Node, how soon the first maps are on the screen, and how soon the bars answer the pen.
 * Written into results.md.
 * @param {Browser} browser @param {string} address @param {number} rounds
 */
export const measureDigits = async (browser, address, rounds) => {
  const inNode = await digitsInNode();
  const load = () => (loadavg()[0] ?? 0).toFixed(1);
  const before = load();
  const rows = [];
  for (const threads of MOST > 1 ? [1, MOST] : [1])
    for (const split of SPLITS)
      rows.push(rowOf(await sideBySide(browser, address, rounds, inNode, { threads, split })));
  const opening = await measureOpening(browser, `${address}#demo=digits`, Math.min(rounds, 5));
  const pad = await measurePad(browser, `${address}#demo=digits`);
  const first = (/** @type {number[]} */ times) =>
    `p50 ${ms(middle(times))}, longest ${ms(quantile(times, 1))}`;
  const words = [
    `Written by \`npm run bench:page -- --digits\`: ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores seen, Node ${process.versions.node}, Chromium ${browser.version()}, 1440 × 900, ${rounds} rounds, load average ${before} before, ${load()} after (the bench itself is about 2).`,
    'Conv2D 8, MaxPooling2D, Conv2D 16, MaxPooling2D, Flatten, Dense 10 with Adam, batches of 32 of 2,000 pictures: seconds of one\nepoch. "1,600 + 400": validation_split 0.2, 400 rows are evaluated at the end of each epoch, as Keras does; "2,000": without.\nThe page plays at full speed (Max); Node is the bare engine. They take turns in each round, a slice each; the times are those\nthat a quarter of the rounds stay below, and the ratio is theirs. Each round begins a new run. The browser\'s display is drawn by the same cores.',
    table(rows),
    [
      `- From the start of navigation to the first maps on the screen: ${first(opening.maps)}; of it until the page's first picture ${first(opening.paint)} (${opening.maps.length} times, nothing cached).`,
      `- On the pad from the pointer to the bars, a move at a time: p50 ${ms(middle(pad.times))}, p95 ${ms(quantile(pad.times, 0.95))} (goal 50 ms), longest ${ms(quantile(pad.times, 1))}; ${pad.times.length} moves, ${pad.missed} without an answer.`,
    ].join('\n'),
  ].join('\n\n');
  console.log(words);
  writePart(DIGITS, `${words}\n`);
};
