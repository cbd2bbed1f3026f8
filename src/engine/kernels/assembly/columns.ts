// Sums down the columns: four columns side by side, row r goes to partial r mod 8.

/** What each element adds to its column. */
/** x */
export const PLAIN: i32 = 0;
/** (x − m)², m a number for each column */
export const APART: i32 = 1;
/** x · y */
export const PRODUCT: i32 = 2;

@inline
function term(kind: i32, x: usize, y: usize, m: v128): v128 {
  const value = v128.load(x);
  if (kind == PLAIN) return value;
  if (kind == PRODUCT) return f32x4.mul(value, v128.load(y));
  const apart = f32x4.sub(value, m);
  return f32x4.mul(apart, apart);
}

/** Σ_r of four columns, `row` bytes from one row to the next; y is read for products alone, m for what is apart. */
@inline
export function columnSums(kind: i32, x: usize, y: usize, m: v128, row: usize, rows: i32): v128 {
  let p0 = f32x4.splat(0), p1 = p0, p2 = p0, p3 = p0, p4 = p0, p5 = p0, p6 = p0, p7 = p0;
  let r = 0;
  for (; r + 8 <= rows; r += 8) {
    p0 = f32x4.add(p0, term(kind, x, y, m)); x += row; y += row;
    p1 = f32x4.add(p1, term(kind, x, y, m)); x += row; y += row;
    p2 = f32x4.add(p2, term(kind, x, y, m)); x += row; y += row;
    p3 = f32x4.add(p3, term(kind, x, y, m)); x += row; y += row;
    p4 = f32x4.add(p4, term(kind, x, y, m)); x += row; y += row;
    p5 = f32x4.add(p5, term(kind, x, y, m)); x += row; y += row;
    p6 = f32x4.add(p6, term(kind, x, y, m)); x += row; y += row;
    p7 = f32x4.add(p7, term(kind, x, y, m)); x += row; y += row;
  }
  const rest = rows - r;
  if (rest > 0) { p0 = f32x4.add(p0, term(kind, x, y, m)); x += row; y += row; }
  if (rest > 1) { p1 = f32x4.add(p1, term(kind, x, y, m)); x += row; y += row; }
  if (rest > 2) { p2 = f32x4.add(p2, term(kind, x, y, m)); x += row; y += row; }
  if (rest > 3) { p3 = f32x4.add(p3, term(kind, x, y, m)); x += row; y += row; }
  if (rest > 4) { p4 = f32x4.add(p4, term(kind, x, y, m)); x += row; y += row; }
  if (rest > 5) { p5 = f32x4.add(p5, term(kind, x, y, m)); x += row; y += row; }
  if (rest > 6) { p6 = f32x4.add(p6, term(kind, x, y, m)); }
  return f32x4.add(
    f32x4.add(f32x4.add(p0, p4), f32x4.add(p2, p6)),
    f32x4.add(f32x4.add(p1, p5), f32x4.add(p3, p7)),
  );
}
