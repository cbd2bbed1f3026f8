import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askNode, openChromium } from './places.mjs';
import { measurePictures } from './pictures.mjs';
import { buildBench, builtOutput, here, installPeers, peers, versionOf } from './prepare.mjs';
import { SCALING, writePart, writeReport } from './results.mjs';

/**
 * `npm run bench`: every workload, every program, in Node and in Chromium; a whole run writes results.md.
 *   --only w3,w4   these workloads     --node, --chromium   one place     --rounds 5, --slice 100   shorter
 *   --scaling      instead: our engine alone, time against size, into scaling.svg and results.md
 *   --pictures     instead: how many pictures a second are drawn, into results.md
 */

const ROUNDS = 15;

const { values: wishes } = parseArgs({
  options: {
    only: { type: 'string' },
    node: { type: 'boolean', default: false },
    chromium: { type: 'boolean', default: false },
    rounds: { type: 'string', default: String(ROUNDS) },
    slice: { type: 'string', default: '150' },
    scaling: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
  },
});
const [rounds, slice] = [Number(wishes.rounds), Number(wishes.slice)];
if (!(Number.isInteger(rounds) && rounds > 0 && slice >= 10))
  throw new Error('bench: expected --rounds of at least 1 and --slice of at least 10 milliseconds.');

if (wishes.pictures) {
  await measurePictures();
  process.exit();
}
await installPeers();
await buildBench();
const { report, scalingPicture, scalingWords, THREADED, THREADS, workloads } = await builtOutput();

const today = () => new Date().toISOString().slice(0, 10);

const scaling = async () => {
  const lines = await askNode({ scaling: true, rounds: Math.min(rounds, 7) });
  const words = scalingWords(lines, today());
  console.log(words);
  writeFileSync(join(here, 'scaling.svg'), scalingPicture(lines));
  writePart(SCALING, words);
};

/** The workloads asked for, and with how many threads each. */
const asked = () => {
  const all = workloads.map((make) => make().id);
  const ids = wishes.only?.split(',') ?? all;
  const strange = ids.find((id) => !all.includes(id));
  if (strange !== undefined)
    throw new Error(`bench: expected --only with some of ${all.join(', ')}, received "${strange}".`);
  const single = ids.map((workload) => ({ workload, threads: 1 }));
  const threaded = THREADS > 1 ? ids.filter((id) => THREADED.includes(id)) : [];
  return [...single, ...threaded.map((workload) => ({ workload, threads: THREADS }))];
};

const compareAll = async () => {
  const requests = asked();
  const both = wishes.node === wishes.chromium;
  const load = loadavg()[0] ?? 0;
  /** @type {import('./goals.ts').Run[]} */
  const runs = [];
  /** @type {Record<string, string>} */
  const versions = { Node: process.versions.node };
  const browser = both || wishes.chromium ? await openChromium() : null;
  if (browser) versions['Chromium'] = browser.version;
  for (const request of requests) {
    for (const where of /** @type {const} */ (['Node', 'Chromium'])) {
      const ask = where === 'Chromium' ? browser?.ask : both || wishes.node ? askNode : undefined;
      if (!ask) continue;
      console.log(`${request.workload} in ${where}, ${request.threads} thread(s) …`);
      runs.push({ where, threads: request.threads, outcomes: await ask({ ...request, rounds, slice }) });
    }
  }
  await browser?.close();
  for (const name of Object.keys(peers)) versions[name] = versionOf(name);
  const text = report(runs, {
    date: today(),
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    system: `${type()} ${release()}`,
    versions,
    load: [load, loadavg()[0] ?? 0],
    rounds,
    slice,
  });
  console.log(`\n${text}`);
  const whole = both && wishes.only === undefined && rounds >= ROUNDS;
  if (whole) writeReport(text);
  else
    console.log(
      `Nothing is written: results.md takes a whole run, in both places, of at least ${ROUNDS} rounds.`,
    );
};

await (wishes.scaling ? scaling() : compareAll());
