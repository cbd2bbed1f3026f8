import type { PairLook } from './pairLooks.ts';

/** A piece of one of the two lines with its mark, to stand beside its name. */
export const PairLine = ({ look: { colour, dash, mark } }: { readonly look: PairLook }) => (
  <svg width="34" height="14" aria-hidden="true">
    <path d="M1 7H33" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
    <path d={mark} fill={colour} transform="translate(17 7)" />
  </svg>
);
