// Expected values: mpmath at 300 bits, rounded once (tests/golden/numerics.py).

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { float32, float64, pow } from '../../src/engine/numerics.ts';

type Written = number | string;
type Cases = [x: Written, expected: Written][];
type Golden = Record<'float64' | 'float32', Record<string, Cases>> & {
  readonly pow: readonly (readonly [Written, Written, Written])[];
};

const golden: Golden = JSON.parse(readFileSync(new URL('../golden/numerics.json', import.meta.url), 'utf8'));

const double = new Float64Array(1);
const doubleBits = new BigInt64Array(double.buffer);
const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);

/** The place of a float64 in the order of all of them: neighbours differ by 1, and both zeros are 0. */
function place64(x: number): bigint {
  double[0] = x;
  const bits = doubleBits[0]!;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function place32(x: number): bigint {
  single[0] = x;
  const bits = singleBits[0]!;
  return BigInt(bits < 0 ? -(bits & 0x7fffffff) : bits);
}

interface NumericsSet {
  name: 'float64' | 'float32';
  functions: Record<string, (x: number) => number>;
  read: (written: Written) => number;
  place: (x: number) => bigint;
  bound: (name: string) => bigint;
}

// sigmoid is composed of exp and two more roundings; it has no bound of its own to keep but these three.
const sets: NumericsSet[] = [
  {
    name: 'float64',
    functions: { ...float64 },
    read: Number,
    place: place64,
    bound: (name) => (name === 'sigmoid' ? 3n : 1n),
  },
  {
    name: 'float32',
    functions: { ...float32 },
    read: (written) => Math.fround(Number(written)),
    place: place32,
    bound: (name) => (name === 'sigmoid' ? 3n : 2n),
  },
];

/** Specials have one right answer, sign of zero included; everything else has a distance. */
function exact(expected: number): boolean {
  return Number.isNaN(expected) || Object.is(expected, -0);
}

function wrong(set: NumericsSet, name: string, x: number, expected: number): string | undefined {
  const received = set.functions[name]!(x);
  if (exact(expected)) {
    return Object.is(received, expected) ? undefined : `${name}(${x}) = ${received}, not ${expected}`;
  }
  const distance = set.place(received) - set.place(expected);
  const ulps = distance < 0n ? -distance : distance;
  if (!Number.isNaN(received) && !Object.is(received, -0) && ulps <= set.bound(name)) return undefined;
  return `${name}(${x}) = ${received}, not ${expected}: ${ulps} ulp`;
}

describe.each(sets)('$name', (set) => {
  const table = golden[set.name];

  test('has golden values for every function it offers', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(set.functions).toSorted());
  });

  test.each(Object.keys(table))(
    '%s is within its ulps of mpmath, and exact at the special values',
    (name) => {
      const cases = table[name]!;
      expect(cases.length).toBeGreaterThan(200);
      const failures = cases.map(([x, y]) => wrong(set, name, set.read(x), set.read(y)));
      expect(failures.filter((failure) => failure !== undefined)).toEqual([]);
    },
  );

  test('infinite results are reached only where the true result rounds to them', () => {
    for (const [name, cases] of Object.entries(table)) {
      for (const [x, y] of cases) {
        const received = set.functions[name]!(set.read(x));
        const isInfinite = Math.abs(received) === Infinity;
        expect(isInfinite, `${name}(${x})`).toBe(Math.abs(set.read(y)) === Infinity);
      }
    }
  });
});

test('every float32 result is a float32 number', () => {
  for (const [name, evaluate] of Object.entries(float32)) {
    for (const [x] of golden.float32[name]!) {
      const received = evaluate(Math.fround(Number(x)));
      expect(received, `${name}(${x})`).toBe(Math.fround(received));
    }
  }
});

test('sine and cosine are NaN beyond the range they are exact for, rather than a wrong digit', () => {
  for (const x of [100_000.1, -100_000.1, 1e22]) {
    expect(float64.sin(x)).toBeNaN();
    expect(float64.cos(x)).toBeNaN();
  }
});

test('a power is within 1 ulp of mpmath where rates and decays lie, and exact at the special values', () => {
  expect(golden.pow.length).toBeGreaterThan(300);
  const failures = golden.pow
    .map((triple) => triple.map(Number) as [number, number, number])
    .filter(([x, y, expected]) => {
      const received = pow(x, y);
      if (Number.isNaN(expected)) return !Number.isNaN(received);
      const distance = place64(received) - place64(expected);
      return Number.isNaN(received) || distance < -1n || distance > 1n;
    });
  expect(failures).toEqual([]);
});
