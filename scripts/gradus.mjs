/**
 * The two commands: `npm start` serves the built page, `npm test` runs the whole gate. Both install what is missing.
 * Nothing here or beside it needs a package, so that a fresh clone can run it.
 */
import { nodeProblem } from './node-version.mjs';

const commands = {
  start: () => import('./start.mjs').then(({ start }) => start()),
  test: () => import('./gate.mjs').then(({ gate }) => gate()),
};

const run = async () => {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new Error(problem);
  const command = Object.entries(commands).find(([name]) => name === process.argv[2]);
  if (!command)
    throw new Error(`"${process.argv[2] ?? ''}" is no command of Gradus: use npm start or npm test.`);
  await command[1]();
};

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
