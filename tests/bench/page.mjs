/**
 * Measures the built page in a headless Chromium, with every panel of the XOR screen open (2-4-1, Design):
 * `npm run bench:page` how fast it trains and draws, `npm run bench:page -- --minutes 30` whether its memory grows,
 * `npm run bench:page -- --seek` how soon a moment that is sought is on the screen,
 * `npm run bench:page -- --digits` how fast the digits CNN trains with all its maps shown, beside Node: into results.md.
 * These are measurements, not tests: they print figures beside their goals and never fail.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { build, top } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { measureSeekOfPictures } from './for-node.mjs';
import { measureDigits } from './page-digits.mjs';
import { measureMemory } from './page-memory.mjs';
import { measureSeek } from './page-seek.mjs';
import { measureSpeed } from './page-speed.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    rounds: { type: 'string' },
    seek: { type: 'boolean', default: false },
    digits: { type: 'boolean', default: false },
  },
});

if (!(await build())) throw new Error('The page could not be built, see above.');
const { address, close } = await serve(join(top, 'dist'), { port: 0 });
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: browserFlags(),
});
try {
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} threads, Chromium ${browser.version()}`,
  );
  if (values.digits) await measureDigits(browser, address, Number(values.rounds ?? 10));
  else {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    if (values.seek) await measureSeek(page, address);
    else if (values.minutes === undefined) await measureSpeed(page, address, Number(values.rounds ?? 15));
    else await measureMemory(page, address, Number(values.minutes));
  }
} finally {
  await browser.close();
  await close();
}
if (values.seek) await measureSeekOfPictures();
