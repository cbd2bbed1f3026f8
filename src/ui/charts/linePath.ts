/**
 * One SVG path through places in pixels, rounded to so many digits; null is a gap. What d3's line makes of straight
 * pieces, without its curves. '' if there is no place.
 */
export const linePath = (
  places: readonly (readonly [x: number, y: number] | null)[],
  digits: number,
): string => {
  const unit = 10 ** digits;
  const near = (pixel: number): number => Math.round(pixel * unit) / unit;
  let path = '';
  for (const [index, place] of places.entries()) {
    if (!place) continue;
    const begins = !places[index - 1];
    path += `${begins ? 'M' : 'L'}${near(place[0])},${near(place[1])}`;
    // A place by itself shows as a dot, where the ends of lines are round.
    if (begins && !places[index + 1]) path += 'Z';
  }
  return path;
};
