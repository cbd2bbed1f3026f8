/** Distance between a line and its label, and between two labels, in px. */
export const LABEL_GAP = 8;
