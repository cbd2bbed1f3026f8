import type { Answers } from '../../data/data.ts';
import { gateName } from '../../data/gates.ts';
import { CORNERS } from '../../data/sets/gate.ts';
import { activations } from '../../engine/activations/index.ts';
import type { ShapedLayer } from '../../experiment/widths.ts';
import type { Text } from '../../text.ts';
import type { Weights } from '../../worker/frame.ts';

/** A unit equals a gate when each of its four outputs is at most this far from 0 or from 1. */
const NEAR = 0.1;

/**
 * The gate with these four outputs, in table order; null if one of them is neither nearly 0 nor nearly 1, and for a
 * unit that gives all four the same: it parts nothing.
 */
export const gateOf = (outputs: readonly number[]): string | null => {
  const answers = outputs.map((output) =>
    Math.abs(output) <= NEAR ? 0 : Math.abs(output - 1) <= NEAR ? 1 : Number.NaN,
  );
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN, fourth = Number.NaN] = answers;
  if (Number.isNaN(first + second + third + fourth)) return null;
  if (first === second && second === third && third === fourth) return null;
  return gateName([first, second, third, fourth] satisfies Answers).en;
};

/**
 * The gate that each unit equals. A unit with two inputs that are 0 or 1 themselves is named by what it does to
 * those two (the ŷ of a hand-built XOR is AND); any other by its outputs at the four points of the truth table.
 * Layers that have no neurons of their own equal nothing. `plain`: the inputs are 0 and 1 as the table has them.
 * `outputs[layer]` is rows × units at the rows of an exact gate,
 * null while not yet known.
 */
export const unitGates = (
  layers: readonly Pick<ShapedLayer, 'spec' | 'units' | 'activation'>[],
  weights: readonly (Weights | null)[],
  outputs: readonly Float32Array[] | null,
  plain: boolean,
): readonly (readonly (string | null)[])[] => {
  let binary = plain;
  return layers.map(({ spec, units, activation }, layer) => {
    const { curve } = activations[activation];
    const own = weights[layer];
    const points = outputs?.[layer];
    const gates = Array.from({ length: units }, (_, unit) => {
      if (spec.type !== 'Dense') return null;
      const byInputs =
        binary && own?.kernel.length === 2 * units && curve ? atCorners(own, unit, units, curve) : null;
      if (byInputs) return byInputs;
      return points?.length === 4 * units
        ? gateOf([0, 1, 2, 3].map((row) => points[row * units + unit] ?? Number.NaN))
        : null;
    });
    binary = gates.every((gate) => gate !== null);
    return gates;
  });
};

const atCorners = (
  { kernel, bias }: Weights,
  unit: number,
  units: number,
  curve: (z: number) => number,
): string | null =>
  gateOf(
    CORNERS.map(([first, second]) =>
      curve(
        first * (kernel[unit] ?? Number.NaN) +
          second * (kernel[units + unit] ?? Number.NaN) +
          (bias[unit] ?? Number.NaN),
      ),
    ),
  );

/** What a gate does, for those that have a plain saying. */
const SAYINGS: Readonly<Record<string, Text>> = {
  AND: { en: '1 only if both are 1', ko: '둘 다 1일 때만 1' },
  OR: { en: '1 if either is 1', ko: '둘 중 하나라도 1이면 1' },
  NAND: { en: '0 only if both are 1', ko: '둘 다 1일 때만 0' },
  NOR: { en: '1 only if both are 0', ko: '둘 다 0일 때만 1' },
  XOR: { en: '1 if just one is 1', ko: '둘 중 하나만 1이면 1' },
  XNOR: { en: '1 if both are the same', ko: '둘이 같으면 1' },
};

/** "OR: 1 if either is 1"; a gate without a saying is its name. */
export const gateLine = (gate: string): Text => {
  const saying = SAYINGS[gate];
  return saying ? { en: `${gate}: ${saying.en}`, ko: `${gate}: ${saying.ko}` } : { en: gate, ko: gate };
};
