/** The longest text that is read as an experiment, in characters. */
export const LONGEST_TEXT = 2_000_000;
/** The most edits a document can hold. */
export const MOST_EDITS = 20_000;
/** The most updates a run is believed to have made. */
export const MOST_STEPS = 1e12;
/** The largest weight, in size, that can be set by hand or given back by undo: the largest float32. */
export const LARGEST_WEIGHT = 3.4028234663852886e38;
