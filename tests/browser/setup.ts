import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/browser.mjs';
import { build, top } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is served, at the top of its origin. */
    readonly address: string;
    /** Where the same page is served from a folder, as on a course's website. */
    readonly deepAddress: string;
    /** Names of the scripts and style sheets that a page fetches by and by, those of threads apart. */
    readonly parts: string[];
    /** The Chromium that drives the tests. */
    readonly browserPath: string;
  }
}

/** Builds the page once for all browser tests, serves it as `npm start` does, and finds a browser. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  if (!(await build())) throw new Error('The page could not be built for the browser tests, see above.');
  project.provide('browserPath', await findBrowser());
  const dist = join(top, 'dist');
  const isPart = (name: string) => /\.(?:js|css)$/.test(name) && !name.startsWith('thread.worker');
  project.provide('parts', readdirSync(join(dist, 'assets')).filter(isPart));
  const atTop = await serve(dist, { port: 0 });
  const deep = await serve(dist, { port: 0, base: '/courses/2026/gradus/' });
  project.provide('address', atTop.address);
  project.provide('deepAddress', deep.address);
  return async () => {
    await Promise.all([atTop.close(), deep.close()]);
  };
};

export default setup;
