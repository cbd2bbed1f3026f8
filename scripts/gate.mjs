import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closingLine, countTests, summary } from './count.mjs';
import { install } from './install.mjs';
import { runPackage, top } from './run.mjs';

/** A part of the gate that passes or fails as one: its name, and the package, program and words to run. */
const checks = /** @type {const} */ ([
  ['format', '@biomejs/biome', 'biome', ['format', '.']],
  ['lint', 'oxlint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'typescript', 'tsc', []],
  ['unused', 'knip', 'knip', []],
]);

/** The projects of vite.config.ts. The browser tests build the page themselves. */
const projects = ['unit', 'reference', 'browser'];

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
  return countTests(text, well);
};

/** The whole gate: every part runs, whatever the parts before it said. Ends with one line that counts. */
export const gate = async () => {
  /** @type {import('./count.mjs').Result[]} */
  const results = [];
  /**
   * @param {string} name
   * @param {() => Promise<{ passed: number, failed: number }>} part
   */
  const take = async (name, part) => {
    console.log(`\n── ${name}`);
    const began = performance.now();
    const { passed, failed } = await part();
    results.push({ name, passed, failed, seconds: (performance.now() - began) / 1000 });
  };

  const ready = await install().then(
    () => true,
    (/** @type {unknown} */ error) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    },
  );
  if (ready) {
    for (const [name, tool, program, words] of checks) {
      await take(name, async () => {
        const well = await runPackage(tool, program, words);
        return { passed: Number(well), failed: Number(!well) };
      });
    }
    for (const project of projects) await take(project, () => runTests(project));
  } else results.push({ name: 'install', passed: 0, failed: 1, seconds: 0 });

  console.log(`\n${summary(results)}\n`);
  console.log(closingLine(results));
  process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1;
};
