/** Mean, standard deviation (of the whole, as numpy.std) and ends of some numbers. */
export const statisticsOf = (values: ArrayLike<number>) => {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const spread = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length);
  return {
    mean,
    spread,
    smallest: all.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    largest: all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  };
};
