let count = 0;

/** A name of its own for one drag or one stay of the focus: edits that share it are undone together. */
export const newGesture = (kind: string): string => {
  count += 1;
  return `${kind} ${count}`;
};
