/** A straight line from one pair of numbers to another. */
export interface Linear {
  (value: number): number;
  /** The way back. */
  readonly invert: (value: number) => number;
}

type Ends = readonly [from: number, to: number];

/** What d3's scaleLinear computes, without the colours, dates and number formats that it brings along. */
export const linear = (domain: Ends, range: Ends): Linear =>
  Object.assign(mapped(domain, range), { invert: mapped(range, domain) });

const mapped =
  ([from, to]: Ends, [first, last]: Ends) =>
  (value: number): number => {
    // A domain of one value lies in the middle.
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return first * (1 - share) + last * share;
  };

/** The same, with what lies outside the domain (the lower end first) drawn at its ends. */
export const clamped = (domain: Ends, range: Ends): ((value: number) => number) => {
  const scale = mapped(domain, range);
  return (value) => scale(Math.min(domain[1], Math.max(domain[0], value)));
};
