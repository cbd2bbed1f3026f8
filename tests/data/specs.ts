import { type DataSpec, dataSet } from '../../src/data/data.ts';
import { GATES } from '../../src/data/gates.ts';
import { type SetName, sets } from '../../src/data/sets/index.ts';

/** Specs and rows of data for tests. */

/** The kinds whose rows are points; pictures have tests of their own. */
export const NAMES = (Object.keys(sets) as SetName[]).filter((name) => !sets[name].picture);

/** What a person gets on choosing a kind of data (of a gate XOR), with what a test changes in it. */
export const spec = (set: SetName, change: Partial<DataSpec> = {}): DataSpec => ({
  set,
  answers: GATES.XOR,
  ...sets[set].preset,
  seed: 1,
  changes: [],
  ...change,
});

/** id → [x₁, x₂, answer] */
export const byId = (data: DataSpec) => {
  const { ids, places, answers } = dataSet(data);
  return new Map(
    [...ids].map((id, row) => [id, [places[2 * row], places[2 * row + 1], answers[row]]] as const),
  );
};
