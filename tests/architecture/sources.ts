import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** Files by their path from the top of the project, with "/" on every system. */
export type Sources = Readonly<Record<string, string>>;

export const top = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Reads every file of a folder whose name matches, folders in it included. */
export const readSources = (folder: string, name: RegExp): Sources => {
  const files = readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [relative(top, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  );
};

/** The code of src/, tests/ and so on: TypeScript with and without JSX. */
export const CODE = /\.tsx?$/;

/** A node of the syntax tree, as far as these tests look at it. */
export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node of a file's syntax tree, comments and strings left out by construction. */
export const nodesOf = (path: string, text: string): Node[] => {
  // AssemblyScript is TypeScript but for decorators of functions.
  const { program, errors } = parseSync(path, text.replaceAll(/^@inline$/gm, '       '));
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      found.push(value);
      Object.values(value).forEach(visit);
    }
  };
  visit(program);
  return found;
};

/** A property of a node that is itself a node. */
export const childOf = (node: Node, key: string): Node | undefined => {
  const child = node[key];
  return isNode(child) ? child : undefined;
};

/** Where a node stands, for a message: "src/engine/tape.ts:12". */
export const placeOf = (path: string, text: string, node: Node): string =>
  `${path}:${text.slice(0, node.start).split('\n').length}`;
