/** The directions in which points lie furthest apart, longest first. */
export interface Principal {
  /** Unit vectors, at right angles to each other; fewer than asked for where the points do not spread that far. */
  readonly directions: readonly Float64Array[];
  /** The share of the points' variance along each. */
  readonly shares: readonly number[];
}

/** Below this share of the whole a direction is rounding. */
const NOTHING = 1e-9;

/**
 * The first principal components of points (each a row of numbers), by the eigenvectors of the small matrix of their
 * products: of M points in a space of n numbers that is M × M instead of n × n. It yields after every row of that matrix.
 */
export function* principalOf(points: readonly ArrayLike<number>[], most: number): Generator<void, Principal> {
  const width = points[0]?.length ?? 0;
  const middle = new Float64Array(width);
  for (const point of points) for (let i = 0; i < width; i++) middle[i]! += point[i]! / points.length;
  const apart = points.map((point) => Float64Array.from(point));
  for (const one of apart) for (let i = 0; i < width; i++) one[i]! -= middle[i]!;
  yield;
  const products = apart.map(() => new Float64Array(points.length));
  for (const [i, one] of apart.entries()) {
    for (let j = 0; j <= i; j++) products[i]![j] = products[j]![i] = dot(one, apart[j]!);
    yield;
  }
  const whole = products.reduce((sum, row, i) => sum + row[i]!, 0);
  const found = eigenvectors(products)
    .slice(0, most)
    .filter(({ value }) => value > NOTHING * whole && value > 0);
  const directions: Float64Array[] = [];
  for (const { vector } of found) {
    yield;
    const direction = new Float64Array(width);
    for (const [i, share] of vector.entries()) {
      const one = apart[i]!;
      for (let k = 0; k < width; k++) direction[k]! += share * one[k]!;
    }
    directions.push(facing(unit(direction), apart));
  }
  return { shares: found.map(({ value }) => value / whole), directions };
}

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** A vector of length 1 in the same direction. */
export const unit = (vector: Float64Array): Float64Array => {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
};

/** A direction has no sign of its own: it is taken so that the points come to lie ever further along it. */
const facing = (direction: Float64Array, points: readonly Float64Array[]): Float64Array =>
  dot(direction, points.at(-1)!) < dot(direction, points[0]!) ? direction.map((value) => -value) : direction;

/** A turn smaller than this share of the diagonal is none. */
const SMALL = 1e-15;
const MOST_SWEEPS = 50;

/** Eigenvalues, largest first, and unit eigenvectors of a symmetric matrix, by Jacobi's turns (Golub and Van Loan, 8.5). */
const eigenvectors = (matrix: readonly Float64Array[]): { value: number; vector: Float64Array }[] => {
  const a = matrix.map((row) => row.slice());
  const n = a.length;
  const turned = a.map((_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
  const size = Math.sqrt(a.reduce((sum, row) => sum + dot(row, row), 0));
  let moved = true;
  for (let sweep = 0; moved && sweep < MOST_SWEEPS; sweep++) {
    moved = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) <= SMALL * size) continue;
        moved = true;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        for (const row of a) turn(row, p, q, c, t * c);
        turnRows(a[p]!, a[q]!, c, t * c);
        turnRows(turned[p]!, turned[q]!, c, t * c);
      }
    }
  }
  return turned
    .map((vector, i) => ({ value: a[i]![i]!, vector }))
    .toSorted((one, other) => other.value - one.value);
};

const turn = (row: Float64Array, p: number, q: number, c: number, s: number): void => {
  const [x, y] = [row[p]!, row[q]!];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
};

const turnRows = (one: Float64Array, other: Float64Array, c: number, s: number): void => {
  for (let i = 0; i < one.length; i++) {
    const [x, y] = [one[i]!, other[i]!];
    one[i] = c * x - s * y;
    other[i] = s * x + c * y;
  }
};
