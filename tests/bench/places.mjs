import { fork } from 'node:child_process';
import { join, sep } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { compileKernels } from '../../scripts/kernels.mjs';
import { cache, here, wasmFiles } from './prepare.mjs';

/**
 * One request in a process of its own, so that no workload lives with the garbage or the compiled code of another.
 * @param {object} request
 * @returns {Promise<any>}
 */
export const askNode = async (request) => {
  const kernels = await compileKernels();
  const kernelsForThreads = await compileKernels('threads');
  return new Promise((resolve, reject) => {
    const child = fork(
      join(cache, 'node', 'node.mjs'),
      [JSON.stringify({ ...request, wasm: wasmFiles + sep, kernels, kernelsForThreads })],
      { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    /** @type {unknown} */
    let outcome;
    child.on('message', (message) => {
      outcome = message;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && outcome) resolve(outcome);
      else reject(new Error(`A process of the bench in Node ended with ${code}, see above.`));
    });
  });
};

/** Sent with the page: isolation lets programs share memory with their workers. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Chromium with the bench's page served to it; every request gets a page of its own.
 * @returns {Promise<{ version: string, ask: (request: object) => Promise<any>, close: () => Promise<void> }>}
 */
export const openChromium = async () => {
  const server = await preview({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(cache, 'page') },
    preview: { host: '127.0.0.1', port: 0, headers },
  });
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...browserFlags(), '--js-flags=--expose-gc'],
  });
  const address = server.resolvedUrls?.local[0];
  return {
    version: browser.version(),
    ask: async (request) => {
      const page = await browser.newPage();
      await page.goto(`${address}page.html`);
      const outcome = await page.evaluate((asked) => Reflect.get(window, 'bench')(asked), request);
      await page.close();
      return outcome;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
