/** A line of the pen through points: smooth through each, but for its corners. */
export interface Stroke {
  /** x and y of each point in turn, in hundredths of the height of what is written; y grows downwards. */
  readonly points: Float64Array;
  /** Does the pen turn sharply there? */
  readonly corners: readonly boolean[];
}

/** Reads `x,y x,y …`, as points of an SVG; an `!` behind a point makes it a corner. */
export const stroke = (words: string): Stroke => {
  const places = words.trim().split(/\s+/);
  return {
    points: Float64Array.from(
      places.flatMap((place) => place.replace('!', '').split(',')),
      Number,
    ),
    corners: places.map((place) => place.endsWith('!')),
  };
};
