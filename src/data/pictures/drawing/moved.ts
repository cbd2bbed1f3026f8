/** Rows and columns of a picture. */
type Size = readonly [height: number, width: number];

/**
 * Copies a picture (height × width, row-major, from `from` in `picture`) into `into` from `at`, so many whole pixels
 * further down and to the right. What is moved over the edge is lost, and where nothing comes from there is paper.
 */
export const movePicture = (
  picture: Float32Array,
  from: number,
  [height, width]: Size,
  into: Float32Array,
  at: number,
  down: number,
  across: number,
): void => {
  into.fill(0, at, at + height * width);
  const [left, right] = [Math.max(0, across), Math.min(width, width + across)];
  for (let row = Math.max(0, down); row < Math.min(height, height + down); row++) {
    for (let column = left; column < right; column++) {
      into[at + row * width + column] = picture[from + (row - down) * width + column - across]!;
    }
  }
};
