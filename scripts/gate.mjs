import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closingLine, countTests, remarksOf, summary } from './count.mjs';
import { install } from './install.mjs';
import { runPackage, top } from './run.mjs';

/** A part of the gate that passes or fails as one: its name, and the package, program and words to run. */
const checks = /** @type {const} */ ([
  ['format', '@biomejs/biome', 'biome', ['format', '.']],
  ['lint', 'oxlint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'typescript', 'tsc', []],
  ['unused', 'knip', 'knip', []],
]);

/**
 * Runs one project of tests and counts them from Vitest's own report.
 * @param {string} project
 */
const runTests = async (project) => {
  const report = join(top, '.cache', `${project}.json`);
  mkdirSync(join(top, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const words = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const well = await runPackage('vitest', 'vitest', words);
  /** @type {string | undefined} */
  let text;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    console.error(`The ${project} tests ended without a report, see above.`);
  }
  return { ...countTests(text, well), remarks: text === undefined ? [] : remarksOf(text, top) };
};

/** @typedef {readonly [name: string, run: () => Promise<Omit<import('./count.mjs').Result, 'name' | 'seconds'>>]} Part */

/**
 * Installs the packages and runs every part, whatever the parts before it said. Ends with one line that counts.
 * @param {readonly Part[]} parts
 */
const runParts = async (parts) => {
  /** @type {import('./count.mjs').Result[]} */
  const results = [];
  const ready = await install().then(
    () => true,
    (/** @type {unknown} */ error) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    },
  );
  if (ready) {
    for (const [name, part] of parts) {
      console.log(`\n── ${name}`);
      const began = performance.now();
      const result = await part();
      results.push({ ...result, name, seconds: (performance.now() - began) / 1000 });
    }
  } else results.push({ name: 'install', passed: 0, failed: 1, seconds: 0 });

  console.log(`\n${summary(results)}\n`);
  console.log(closingLine(results));
  process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1;
};

/** @param {(typeof checks)[number]} check @returns {Part} */
const checkPart = ([name, tool, program, words]) => [
  name,
  async () => {
    const well = await runPackage(tool, program, words);
    return { passed: Number(well), failed: Number(!well) };
  },
];

/** A project of vite.config.ts; those that drive browsers build the page themselves. @param {string} project @returns {Part} */
const testPart = (project) => [project, () => runTests(project)];

/** The whole gate. */
export const gate = () =>
  runParts([...checks.map(checkPart), ...['unit', 'reference', 'browser'].map(testPart)]);

/** The built page in Chromium, Firefox and WebKit: not in the gate, because it needs three browsers. */
export const engines = () => runParts([testPart('engines')]);
