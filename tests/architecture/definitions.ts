import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { Sources } from './sources.ts';

/** Folders of definitions: a thing is its file and one line in the folder's index. */
export const FOLDERS = [
  'src/engine/activations',
  'src/engine/initializers',
  'src/engine/layers',
  'src/engine/losses',
  'src/engine/metrics',
  'src/engine/optimizers',
  'src/engine/schedules',
  'src/engine/callbacks',
  'src/engine/regularizers',
  'src/data/sets',
  'src/data/pictures',
  'src/data/pictures/drawing',
  'src/data/pictures/drawing/hands',
  'src/worker/probes',
];

/**
 * Files of definitions that their folder's index does not import, one sentence each. A file that another file of the
 * folder imports is a part of that one, not a definition.
 */
export const unlisted = (sources: Sources): string[] => {
  const imports = importsOf(sources);
  return FOLDERS.flatMap((folder) => {
    const index = `${folder}/index.ts`;
    const files = Object.keys(sources).filter((path) => posix.dirname(path) === folder && path !== index);
    if (files.length === 0) return [];
    if (sources[index] === undefined) return [`${folder} has definitions and no index.ts.`];
    return files
      .filter(
        (file) =>
          !imports.some(({ from, to }) => posix.dirname(from) === folder && to === file && from !== file),
      )
      .map((file) => `${file} is not imported by ${index}: add its line.`);
  });
};
