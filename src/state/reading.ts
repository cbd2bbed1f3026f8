/* Writing what is kept or sent: the page that opens anew does without. */
export { LONGEST_LINK, toLink } from '../experiment/link.ts';
export { forgetOld, writeRecord } from './record.ts';
export { namedBranches, readBranches } from './branchAssets.ts';
