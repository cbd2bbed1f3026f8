import type { TestProject } from 'vitest/node';
import { type Engines, findEngines } from '../../scripts/engines.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where Firefox, WebKitGTK and what they need are. */
    readonly engines: Engines;
  }
}

/** Finds the browsers that only these tests need; the page and Chromium come from the setup of the browser tests. */
const setup = async (project: TestProject): Promise<void> => {
  project.provide('engines', await findEngines());
};

export default setup;
