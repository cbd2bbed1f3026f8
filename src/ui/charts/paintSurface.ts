import { type LossGrid, type LossLevels, shareOf } from './lossLevels.ts';
import type { Point } from './scale.ts';
import type { Turned } from './turned.ts';

/** A line that lies on a surface: places from 0 to 1 each way, up from the bottom. */
export interface SurfaceLine {
  readonly places: readonly Point[];
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
}

interface Painted {
  readonly grid: LossGrid;
  readonly levels: LossLevels;
  readonly turned: Turned;
  readonly shade: (share: number) => string;
  readonly ink: string;
  /** Colour of the outline of the ground under the surface. */
  readonly ground: string;
  readonly lines: readonly SurfaceLine[];
}

/** Lines of a net are drawn at most so close: a sixteenth of the side. */
const NET = 16;

/** Paints a surface cell by cell, the farthest first, so that what is nearer covers what is behind, and the lines on it. */
export const paintSurface = (context: CanvasRenderingContext2D, painted: Painted): void => {
  const { grid, levels, turned, shade, ink } = painted;
  const { side, losses } = grid;
  const cells = side - 1;
  const every = Math.max(1, cells / NET);
  const highAt = (column: number, row: number): number =>
    shareOf(levels, losses[row * side + column] ?? Number.NaN);
  const corner = (column: number, row: number): Point =>
    turned.px((2 * column) / cells - 1, 1 - (2 * row) / cells, highAt(column, row));

  const order = Array.from({ length: cells }, (_, i) => i);
  // Across is far at the left or at the right; rows count from the top, which is far unless up is turned away.
  const columns = turned.farAcross ? order : order.toReversed();
  const rows = turned.farUp ? order.toReversed() : order;
  context.lineJoin = 'round';
  context.strokeStyle = painted.ground;
  context.lineWidth = 1;
  context.beginPath();
  for (const [across, up] of CORNERS) context.lineTo(...turned.px(across, up, 0));
  context.closePath();
  context.stroke();
  for (const row of rows) {
    for (const column of columns) {
      const high =
        (highAt(column, row) +
          highAt(column + 1, row) +
          highAt(column, row + 1) +
          highAt(column + 1, row + 1)) /
        4;
      const corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ];
      context.beginPath();
      for (const [x, y] of corners) context.lineTo(x, y);
      context.closePath();
      context.fillStyle = shade(high);
      context.fill();
      // A hairline of its own shade closes the seam between two cells.
      context.strokeStyle = shade(high);
      context.lineWidth = 0.75;
      context.stroke();
      context.strokeStyle = ink;
      context.globalAlpha = 0.32;
      context.lineWidth = 0.75;
      context.beginPath();
      const [a, b, c, d] = corners as [Point, Point, Point, Point];
      if (row % every === 0) draw(context, a, b);
      if (column % every === 0) draw(context, a, d);
      if (row === cells - 1) draw(context, d, c);
      if (column === cells - 1) draw(context, b, c);
      context.stroke();
      context.globalAlpha = 1;
    }
  }
  for (const line of painted.lines) paintLine(context, painted, line);
};

/** What of a line lies behind something nearer shines through only so much. */
const BEHIND = 0.22;

/** Paints a line that lies on the surface, what is hidden of it faintly. */
const paintLine = (
  context: CanvasRenderingContext2D,
  { grid, levels, turned }: Painted,
  { places, colour, width, dash }: SurfaceLine,
): void => {
  const cells = grid.side - 1;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  let offset = 0;
  for (const [i, to] of places.entries()) {
    const from = places[i - 1];
    if (!from) continue;
    const far = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
    const steps = Math.max(1, Math.ceil(far * cells * 2));
    // A leap far beyond the picture has nothing to lie on.
    if (!(steps <= 64 * cells)) continue;
    for (let step = 0; step < steps; step += 1) {
      const [a, b] = [between(from, to, step / steps), between(from, to, (step + 1) / steps)];
      if (Math.min(...a, ...b) < 0 || Math.max(...a, ...b) > 1) continue;
      const [start, end] = [onSurface(grid, levels, turned, a), onSurface(grid, levels, turned, b)];
      context.globalAlpha = isHidden(grid, levels, turned, between(a, b, 0.5)) ? BEHIND : 1;
      context.lineDashOffset = offset;
      context.beginPath();
      draw(context, start, end);
      context.stroke();
      offset += Math.hypot(end[0] - start[0], end[1] - start[1]);
    }
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
};

/** Is there something nearer in front of a place of the surface? Followed is the line of sight to whoever looks. */
const isHidden = (grid: LossGrid, levels: LossLevels, { nearer, rise }: Turned, [x, y]: Point): boolean => {
  const step = 1 / (grid.side - 1);
  const high = heightAt(grid, levels, [x, y]);
  for (let way = 2 * step; way < 2; way += step) {
    const at: Point = [x + nearer[0] * way, y + nearer[1] * way];
    const sight = high + 2 * way * rise;
    if (sight > 1 || Math.min(...at) < 0 || Math.max(...at) > 1) return false;
    if (heightAt(grid, levels, at) > sight + 0.01) return true;
  }
  return false;
};

const CORNERS: readonly Point[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];

const draw = (context: CanvasRenderingContext2D, from: Point, to: Point): void => {
  context.moveTo(...from);
  context.lineTo(...to);
};

const between = (a: Point, b: Point, share: number): Point => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];

/** The share of the way up that the surface has at a place from 0 to 1 each way, between its corners. */
export const heightAt = ({ side, losses }: LossGrid, levels: LossLevels, [across, up]: Point): number => {
  const cells = side - 1;
  const x = Math.min(cells, Math.max(0, across * cells));
  const y = Math.min(cells, Math.max(0, (1 - up) * cells));
  const [column, row] = [Math.min(cells - 1, Math.floor(x)), Math.min(cells - 1, Math.floor(y))];
  const [right, down] = [x - column, y - row];
  const high = (c: number, r: number) => shareOf(levels, losses[r * side + c] ?? Number.NaN);
  return (
    (1 - down) * ((1 - right) * high(column, row) + right * high(column + 1, row)) +
    down * ((1 - right) * high(column, row + 1) + right * high(column + 1, row + 1))
  );
};

/** The pixel of a place on the surface. */
export const onSurface = (grid: LossGrid, levels: LossLevels, turned: Turned, place: Point): Point =>
  turned.px(2 * place[0] - 1, 2 * place[1] - 1, heightAt(grid, levels, place));
