import type { Box } from './useBox.ts';

/**
 * Empties a canvas, and gives it as many pixels as the display has in its box (px), `density` to one px: what is drawn
 * counts pixels from the top left corner.
 */
export const blank = (context: CanvasRenderingContext2D, { width, height }: Box, density: number): void => {
  const { canvas } = context;
  const [wide, high] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, wide, high);
};

/** A canvas knows no tokens: it is told what they are just now. A token may stand as CSS has it, `var(--ink)`. */
export const tokensOf = (canvas: HTMLCanvasElement): ((token: string) => string) => {
  const style = getComputedStyle(canvas);
  return (token) => style.getPropertyValue(token.replace(/^var\((.*)\)$/, '$1')).trim();
};
