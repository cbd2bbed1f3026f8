import { exp, logParts } from './float64.ts';

/** A product without rounding, as the sum of two float64 numbers (Dekker 1971). */
const SPLITTER = 134217729;
const product = (x: number, y: number): readonly [number, number] => {
  const p = x * y;
  const bigX = SPLITTER * x;
  const bigY = SPLITTER * y;
  const xHigh = bigX - (bigX - x);
  const yHigh = bigY - (bigY - y);
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return [p, xLow * yLow - (p - xHigh * yHigh - xLow * yHigh - xHigh * yLow)];
};

/**
 * xʸ for x ≥ 0, as e^(y·log x) with the logarithm in two parts, so that the digits that y multiplies are there; NaN for x < 0,
 * and for either NaN. Within 1 ulp while the result lies between 1e−9 and 1e9, which is where rates and decays lie; beyond,
 * 1 ulp more for each factor of 1e40 or so.
 */
export function pow(x: number, y: number): number {
  if (!(x >= 0) || y !== y) return Number.NaN;
  if (y === 0 || x === 1) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x === Infinity) return y > 0 ? Infinity : 0;
  const [high, low] = logParts(x);
  const [whole, rest] = product(high, y);
  const small = rest + low * y;
  const e = exp(whole);
  return e > 0 && e < Infinity ? e + e * small : e;
}
