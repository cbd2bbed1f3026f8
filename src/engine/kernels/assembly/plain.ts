import { columnSums, PLAIN } from './columns';
import { first, join, keep } from './sums';
import { old, oldNumber } from './targets';

/** to[i] = value */
export function fill(to: usize, count: i32, value: f32): void {
  const v = f32x4.splat(value);
  const end = to + (count << 2);
  for (; to + 16 <= end; to += 16) v128.store(to, v);
  for (; to < end; to += 4) store<f32>(to, value);
}

/** to[i] += from[i] */
export function add(from: usize, to: usize, count: i32): void {
  const end = to + (count << 2);
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
}

/** y[r, c] = x[r, c] + bias[c] */
export function addBias(x: usize, bias: usize, y: usize, rows: i32, columns: i32): void {
  const end = bias + (columns << 2);
  for (let r = 0; r < rows; r++) {
    let b = bias;
    for (; b + 16 <= end; b += 16, x += 16, y += 16) v128.store(y, f32x4.add(v128.load(x), v128.load(b)));
    for (; b < end; b += 4, x += 4, y += 4) store<f32>(y, load<f32>(x) + load<f32>(b));
  }
}

/** to[c] += Σ_r x[r, c], of `wide` columns: row r goes to partial r mod 8. Lanes are columns; a single one is a plain list. */
export function sumRows(x: usize, to: usize, rows: i32, columns: i32, wide: i32): void {
  if (wide == 1) {
    store<f32>(to, oldNumber(to) + sumOf(x, rows));
    return;
  }
  const row = (wide as usize) << 2;
  const none = f32x4.splat(0);
  let c = 0;
  for (; c + 4 <= columns; c += 4) {
    const at = to + (c << 2);
    v128.store(at, f32x4.add(old(v128.load(at)), columnSums(PLAIN, x + (c << 2), x, none, row, rows)));
  }
  if (c < columns) {
    // What lies beyond the last column is summed as well and not kept.
    const at = to + (c << 2);
    const sum = columnSums(PLAIN, x + (c << 2), x, none, row, rows);
    keep(at, f32x4.add(old(first(at, columns - c)), sum), columns - c);
  }
}

/** Σ x[i] */
export function sumOf(x: usize, count: i32): f32 {
  let low = f32x4.splat(0), high = f32x4.splat(0);
  const end = x + (count << 2);
  for (; x + 32 <= end; x += 32) {
    low = f32x4.add(low, v128.load(x));
    high = f32x4.add(high, v128.load(x, 16));
  }
  let rest = ((end - x) >> 2) as i32;
  if (rest >= 4) {
    low = f32x4.add(low, v128.load(x));
    high = f32x4.add(high, first(x + 16, rest - 4));
  } else low = f32x4.add(low, first(x, rest));
  return join(low, high);
}

/** The place of the largest of some numbers; the first of equal ones. */
function largest(from: usize, units: i32): i32 {
  let best = 0;
  for (let unit = 1; unit < units; unit++) {
    if (load<f32>(from + (unit << 2)) > load<f32>(from + (best << 2))) best = unit;
  }
  return best;
}

/** The class that a one-hot row names; −1 where all of it is 0. */
function classOf(from: usize, units: i32): i32 {
  const best = largest(from, units);
  for (let unit = 0; unit < units; unit++) if (load<f32>(from + (unit << 2)) != 0) return best;
  return -1;
}

/** to[0] = how many rows are answered rightly (metrics/accuracy.ts) */
export function countRight(outputs: usize, answers: usize, to: usize, rows: i32, units: i32): void {
  let right = 0;
  for (let r = 0; r < rows; r++) {
    if (units == 1) right += i32((load<f32>(outputs) > 0.5 ? <f32>1 : <f32>0) == load<f32>(answers));
    else right += i32(largest(outputs, units) == classOf(answers, units));
    outputs += units << 2;
    answers += units << 2;
  }
  store<f32>(to, <f32>right);
}
