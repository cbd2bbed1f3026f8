import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { className } from './scripts/classNames.mjs';
import { compileKernels } from './scripts/kernels.mjs';
import { policy } from './scripts/policy.mjs';

/** What tests in a real browser have in common. */
const inBrowser = {
  // One file at a time, and each wait long enough for a busy machine: it ends as soon as what it waits for is there.
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000, interval: 25 } },
  // A busy machine can hold a browser up between two presses of a key; what passes only when it is tried again is
  // named at the end of the gate.
  retry: 1,
};

/** Writes the policy into the built page, for servers that send no header of their own. */
const policyInPage = (): Plugin => ({
  name: 'gradus:policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
});

/** The addresses of the compiled kernels, as `import url from 'gradus:kernels'`. */
const kernels = (): Plugin => ({
  name: 'gradus:kernels',
  async resolveId(id) {
    if (id === 'gradus:kernels') return `${await compileKernels()}?url`;
    if (id === 'gradus:kernels-for-threads') return `${await compileKernels('threads')}?url`;
    return undefined;
  },
});

export default defineConfig(({ command }) => ({
  base: './',
  plugins: [react(), policyInPage(), kernels()],
  worker: { format: 'es', plugins: () => [kernels()] },
  // Names of classes are for reading while the page is made, and short where it is sent.
  css: { modules: command === 'build' ? { generateScopedName: className } : {} },
  build: {
    // The policy allows neither inline scripts nor fonts and pictures in data: addresses of a style sheet.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What the first view needs comes as one file: many small ones pack worse.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/bench/**', 'tests/engines/**', 'tests/long/**'],
          setupFiles: 'tests/kernels.ts',
          // Hundreds of random runs take their time on a slow machine; tests do not time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        // What the engine computes, once more with the plain kernels that define its bits.
        test: {
          name: 'reference',
          include: ['tests/engine/**/*.test.ts', 'tests/worker/**/*.test.ts'],
          // Minutes without SIMD, and nothing that the others do not see; and what names its sets itself.
          exclude: [
            'engine/digits',
            'worker/many',
            'worker/many-told',
            'engine/kernels-equal',
            'engine/threads',
          ].map((name) => `tests/${name}.test.ts`),
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/setup.ts',
          ...inBrowser,
        },
      },
      {
        extends: true,
        // Three browsers: npm run test:engines, not npm test.
        test: {
          name: 'engines',
          include: ['tests/engines/**/*.test.ts'],
          globalSetup: ['tests/browser/setup.ts', 'tests/engines/setup.ts'],
          ...inBrowser,
        },
      },
      {
        extends: true,
        // What takes minutes: npm run test:long, not npm test.
        test: { name: 'long', include: ['tests/long/**/*.test.ts'], setupFiles: 'tests/kernels.ts' },
      },
    ],
  },
}));
