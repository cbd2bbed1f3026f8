import { childOf, nodesOf, placeOf, type Node, type Sources } from './sources.ts';

const LIMIT = 300;

/** Files longer than a file may be, one sentence each. */
export const tooLong = (sources: Sources): string[] =>
  Object.entries(sources)
    .map(([path, text]) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > LIMIT)
    .map(
      ({ path, lines }) =>
        `${path} has ${lines} lines; ${LIMIT} is the limit: a file ends where its subject ends.`,
    );

const NAMES = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'srcdoc',
  'srcDoc',
]);

/** The name of something that makes code or markup out of text, or undefined. */
const injectorOf = (node: Node): string | undefined => {
  const name = node['name'] ?? node['value'];
  const isName = node.type === 'Identifier' || node.type === 'JSXIdentifier' || node.type === 'Literal';
  if (isName && typeof name === 'string' && NAMES.has(name)) return name;
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  const callee = isCall ? childOf(node, 'callee')?.['name'] : undefined;
  return callee === 'eval' || callee === 'Function' ? callee : undefined;
};

/** Places that make code or markup out of text, one sentence each. */
export const injecting = (sources: Sources): string[] =>
  Object.entries(sources).flatMap(([path, text]) =>
    nodesOf(path, text).flatMap((node) => {
      const name = injectorOf(node);
      return name ? [`${placeOf(path, text, node)} uses ${name}: build elements, not text.`] : [];
    }),
  );
