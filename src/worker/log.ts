/** A line of the log, and when it was written. */
export interface Line {
  /** Updates made by then, and edits in force. */
  readonly step: number;
  readonly edits: number;
  /** Whole epochs finished by then. */
  readonly epoch: number;
  readonly text: string;
}

/** The log of a run: it grows with the run and is read at any moment on the way. */
export interface Log {
  /** `once`: not if the same line is there already. */
  push(line: Line, once?: boolean): void;
  /** Forgets every line after a step, and those written there with more than so many edits in force. */
  cut(step: number, edits: number): void;
  /** The newest 500 lines that were written by a moment. */
  at(moment: { readonly step: number; readonly edits: number }): string[];
  /** Every line it has, oldest first. */
  all(): readonly Line[];
  /** The line written last. */
  last(): Line | undefined;
}

const SHOWN = 500;
/** Lines it remembers, and how many more may gather before the oldest are let go. */
const MOST = 2000;
const SPARE = 500;
/** The most that a run ever holds. */
export const MOST_LINES = MOST + SPARE;
/** Stands for lines that are not there. */
export const GAP = '…';

/** Was something that happened at a step, with so many edits in force, there already at a moment? */
export const isBy = (
  one: { readonly step: number; readonly edits: number },
  { step, edits }: { readonly step: number; readonly edits: number },
): boolean => one.step < step || (one.step === step && one.edits <= edits);

export const createLog = (from: readonly Line[] = []): Log => {
  let lines = [...from];
  return {
    push(line, once = false) {
      if (once && lines.some(({ text }) => text === line.text)) return;
      lines.push(line);
      if (lines.length <= MOST_LINES) return;
      const [oldest, ...kept] = lines.slice(-MOST);
      lines = [{ ...oldest!, text: GAP }, ...kept];
    },
    cut(step, edits) {
      lines = lines.filter((line) => isBy(line, { step, edits }));
    },
    at(moment) {
      let end = lines.length;
      while (end > 0 && !isBy(lines[end - 1]!, moment)) end -= 1;
      return lines.slice(Math.max(0, end - SHOWN), end).map(({ text }) => text);
    },
    all: () => lines,
    last: () => lines.at(-1),
  };
};
