import { childOf, nodesOf, placeOf, type Node, type Sources } from './sources.ts';

/** What Math has with bits that the language fixes: everything else may differ between browsers. */
const EXACT = new Set([
  'sqrt',
  'fround',
  'imul',
  'abs',
  'min',
  'max',
  'floor',
  'ceil',
  'round',
  'trunc',
  'sign',
  'clz32',
  'PI',
  'E',
  'LN2',
  'LN10',
  'LOG2E',
  'LOG10E',
  'SQRT2',
  'SQRT1_2',
]);

const isMath = (node: Node | undefined): boolean => node?.type === 'Identifier' && node['name'] === 'Math';

/** The name behind the dot, or undefined where it is computed. */
const memberOf = (node: Node): string | undefined => {
  const property = childOf(node, 'property');
  const name = node['computed'] ? property?.['value'] : property?.['name'];
  return typeof name === 'string' ? name : undefined;
};

/** What is wrong with one node, or undefined. `Math` may only stand before a dot, so that it cannot go by another name. */
const faultOf = (node: Node, allowedMath: ReadonlySet<unknown>): string | undefined => {
  const operator = node['operator'];
  if (
    (node.type === 'BinaryExpression' && operator === '**') ||
    (node.type === 'AssignmentExpression' && operator === '**=')
  )
    return 'the operator **';
  if (node.type === 'MemberExpression' && isMath(childOf(node, 'object'))) {
    const name = memberOf(node);
    return name !== undefined && EXACT.has(name) ? undefined : `Math.${name ?? '[…]'}`;
  }
  if (isMath(node) && !allowedMath.has(node)) return 'Math as a value';
  const name = node.type === 'Identifier' ? node['name'] : undefined;
  if (name === 'Date' || name === 'performance' || name === 'crypto') return name;
  return undefined;
};

/** Arithmetic, chance and clocks whose result is not the same everywhere, one sentence each (decision 2). */
export const inexact = (sources: Sources): string[] =>
  Object.entries(sources).flatMap(([path, text]) => {
    const nodes = nodesOf(path, text);
    const behindDot = new Set<unknown>(
      nodes.filter((node) => node.type === 'MemberExpression').map((node) => node['object']),
    );
    return nodes.flatMap((node) => {
      const fault = faultOf(node, behindDot);
      return fault === undefined
        ? []
        : [
            `${placeOf(path, text, node)} uses ${fault}, whose bits differ between machines: use engine/numerics.ts or engine/random.ts.`,
          ];
    });
  });
