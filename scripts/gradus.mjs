/**
 * The commands: `npm start` serves the built page, `npm test` runs the whole gate, `npm run test:engines` drives the page
 * in three browsers. Each installs what is missing.
 * Nothing here or beside it needs a package, so that a fresh clone can run it.
 */
import { nodeProblem } from './node-version.mjs';

const commands = {
  start: () => import('./start.mjs').then(({ start }) => start()),
  test: () => import('./gate.mjs').then(({ gate }) => gate()),
  engines: () => import('./gate.mjs').then(({ engines }) => engines()),
};

const run = async () => {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new Error(problem);
  const command = Object.entries(commands).find(([name]) => name === process.argv[2]);
  if (!command)
    throw new Error(
      `"${process.argv[2] ?? ''}" is no command of Gradus: use npm start, npm test or npm run test:engines.`,
    );
  await command[1]();
};

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
