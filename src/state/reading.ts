/* Opening what was kept or sent: the page that opens anew does without. */
export { LONGEST_LINK, toLink } from '../experiment/link.ts';
export { askedBy } from './asked.ts';
export { fromText, STORED_BROKEN } from '../experiment/parse.ts';
export { forgetOld, readRecord, writeRecord } from './record.ts';
export { namedBranches, openBranches, readBranches } from './branchAssets.ts';
