/** The sizes of an epoch's batches: all batch_size, the last one what is left. */
export const batches = (rows: number, batch_size: number): readonly number[] => {
  const whole = Math.floor(rows / batch_size);
  const rest = rows - whole * batch_size;
  return [...Array.from({ length: whole }, () => batch_size), ...(rest > 0 ? [rest] : [])];
};
