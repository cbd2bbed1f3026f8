import type { Window } from '../../../engine/window.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { useSay } from '../../../state/words.ts';
import css from './pictures.module.css';
import { windowOfLayer } from './under.ts';
import { words } from './words.ts';

/** Keras's rule for how often a window stops along one direction, with its numbers. */
export interface SizeOf {
  readonly n: number;
  /** Of the window, with what a dilation leaves between its cells. */
  readonly k: number;
  readonly s: number;
  readonly out: number;
  /** Cells at the end that no window reaches; of same padding none. */
  readonly left: number;
  /** Cells of padding before the first and after the last. */
  readonly before: number;
  readonly after: number;
}

const along = (n: number, size: number, s: number, dilation: number, out: number, before: number): SizeOf => {
  const k = dilation * (size - 1) + 1;
  const reached = (out - 1) * s + k - before;
  return { n, k, s, out, before, left: Math.max(0, n - reached), after: Math.max(0, reached - n) };
};

/** By rows and by columns. */
export const sizesOf = (window: Window): readonly [rows: SizeOf, columns: SizeOf] => [
  along(window.height, window.tall, window.strideY, window.dilationY, window.outHeight, window.top),
  along(window.width, window.wide, window.strideX, window.dilationX, window.outWidth, window.left),
];

/** How many rows and columns come out, by Keras's rule: what is left out, or how much padding there is. */
export const SizeRule = ({ shaped }: { readonly shaped: ShapedLayer }) => {
  const say = useSay();
  const window = windowOfLayer(shaped);
  const { spec } = shaped;
  if (!window || !('padding' in spec)) return null;
  const same = spec.padding === 'same';
  const [rows, columns] = sizesOf(window);
  const rule = (
    size: SizeOf,
    sides: keyof typeof words & ('rows' | 'columns' | 'rowsAndColumns'),
  ): string => {
    const rest = say(same ? words.sameSize : words.validSize, { ...size, sides: say(words[sides]) });
    if (same && size.before + size.after > 0)
      return say(spec.type === 'Conv2D' ? words.zerosRound : words.paddingRound, { ...size, rest });
    return !same && size.left > 0 ? say(words.leftOver, { ...size, rest }) : rest;
  };
  const told =
    JSON.stringify(rows) === JSON.stringify(columns)
      ? [rule(rows, 'rowsAndColumns')]
      : [rule(rows, 'rows'), rule(columns, 'columns')];
  return told.map((line) => (
    <p key={line} className={css.quiet}>
      {line}
    </p>
  ));
};
