/** The longest text that is read as an experiment, in characters. */
export const LONGEST_TEXT = 2_000_000;
/** The most edits a document can hold. */
export const MOST_EDITS = 20_000;
/** The most updates a run is believed to have made. */
export const MOST_STEPS = 1e12;
/**
 * The most updates that a link is trained on before the moment it opens at: some twenty seconds of a small network. A
 * larger one takes longer, and can be stopped on the way.
 */
export const MOST_STEPS_AHEAD = 10_000_000;
/** The largest weight, in size, that can be set by hand or given back by undo: the largest float32. */
export const LARGEST_WEIGHT = 3.4028234663852886e38;
