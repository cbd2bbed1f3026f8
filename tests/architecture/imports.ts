import { posix } from 'node:path';
import { childOf, nodesOf, placeOf, type Sources } from './sources.ts';

/** One import: where it stands, in which file, and what it names. */
export type Import = { readonly place: string; readonly from: string; readonly to: string };

const NAMING = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

/**
 * Every import of every file: `import`, `export … from`, `import()`, types, and the `new URL('…', import.meta.url)` that
 * starts a worker. A relative one is given as the path it leads to.
 */
export const importsOf = (sources: Sources): Import[] =>
  Object.entries(sources).flatMap(([path, text]) =>
    nodesOf(path, text).flatMap((node) => {
      const first = Array.isArray(node['arguments'])
        ? (node['arguments'][0] as { value?: unknown })
        : undefined;
      const isUrl = node.type === 'NewExpression' && childOf(node, 'callee')?.['name'] === 'URL';
      const named = NAMING.includes(node.type)
        ? childOf(node, 'source')?.['value']
        : isUrl
          ? first?.value
          : undefined;
      if (typeof named !== 'string') return [];
      const to = named.startsWith('.') ? posix.join(posix.dirname(path), named) : named;
      return [{ place: placeOf(path, text, node), from: path, to }];
    }),
  );

/**
 * What each floor may import besides itself: the floors below it. `data` and `experiment` share a floor, an
 * experiment names its data; `state` and `ui` share one and know nothing of each other.
 */
export const BELOW: Readonly<Record<string, readonly string[]>> = {
  part: [],
  text: [],
  engine: ['text'],
  data: ['text', 'engine'],
  experiment: ['text', 'engine', 'data'],
  formats: ['text', 'engine', 'data', 'experiment'],
  worker: ['text', 'engine', 'data', 'experiment'],
  state: ['part', 'text', 'engine', 'data', 'experiment', 'formats', 'worker'],
  ui: ['part', 'text', 'engine', 'data', 'experiment', 'formats', 'worker'],
  lessons: ['text', 'engine', 'data', 'experiment', 'formats', 'worker'],
  panels: ['part', 'text', 'engine', 'data', 'experiment', 'formats', 'worker', 'state', 'ui', 'lessons'],
};

/** The floor of a file in src/, or "roof" for what stands beside App.tsx. */
export const floorOf = (path: string): string => {
  const [, first = '', ...rest] = path.split('/');
  if (path === 'src/text.ts' || path === 'src/part.ts') return first.replace('.ts', '');
  return rest.length === 0 ? 'roof' : first;
};

/** Imports that go up, sideways to a floor that is none of theirs, or out of src/; one sentence each. */
export const wrongWay = (imports: readonly Import[]): string[] =>
  imports.flatMap(({ place, from, to }) => {
    const floor = floorOf(from);
    const allowed = BELOW[floor];
    if (floor !== 'roof' && !allowed)
      return [`${place}: "${floor}" is no floor of the house; add it to BELOW.`];
    const own = to.startsWith('src/');
    if (!own && (to.startsWith('..') || to.startsWith('tests/') || to.startsWith('scripts/')))
      return [`${place} imports ${to}, which is outside src.`];
    if (!own || floor === 'roof') return [];
    const target = floorOf(to);
    if (target === floor || allowed?.includes(target)) return [];
    return [
      `${place} imports ${to}: "${floor}" may import only ${['itself', ...(allowed ?? [])].join(', ')}.`,
    ];
  });

/** Packages that the engine imports: it has no dependency. */
export const packagesInEngine = (imports: readonly Import[]): string[] =>
  imports
    .filter(({ from, to }) => floorOf(from) === 'engine' && !to.startsWith('src/'))
    .map(({ place, to }) => `${place} imports ${to}: the engine has no dependency.`);
