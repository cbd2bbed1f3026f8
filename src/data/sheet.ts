import { centred, SIDE } from './pictures/drawing/centred.ts';

/** So many cells, a side, is a pixel of the picture divided into while it is drawn on. */
const FINE = 4;

/**
 * A sheet that is drawn on by hand, of the size of a picture. Around it lies a margin of half its size, where what is
 * shifted out is kept.
 */
export interface Sheet {
  /** Of the picture, in pixels. */
  readonly height: number;
  readonly width: number;
  /** Sheet and margin in cells, row-major: 2 · height · FINE rows of 2 · width · FINE; 0 paper … 1 ink. */
  readonly cells: Float32Array;
  /** Whole pixels by which what is on it was shifted. */
  readonly down: number;
  readonly across: number;
}

/** A place on the sheet as it is seen, in pixels from its upper left corner; (0.5, 0.5) is the middle of the first. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export const emptySheet = (height: number, width: number): Sheet => ({
  height,
  width,
  cells: new Float32Array(4 * height * width * FINE * FINE),
  down: 0,
  across: 0,
});

/** A sheet with a picture on it, height × width, row-major. */
export const sheetWith = (pixels: ArrayLike<number>, height: number, width: number): Sheet => {
  const sheet = emptySheet(height, width);
  const [top, left] = cornerOf(sheet);
  for (let row = 0; row < height * FINE; row++) {
    for (let column = 0; column < width * FINE; column++) {
      const ink = pixels[Math.floor(row / FINE) * width + Math.floor(column / FINE)] ?? 0;
      sheet.cells[(top + row) * columnsOf(sheet) + left + column] = ink;
    }
  }
  return sheet;
};

const columnsOf = ({ width }: Sheet): number => 2 * width * FINE;

/** The cell at the upper left corner of what is seen: row and column. */
const cornerOf = ({ height, width, down, across }: Sheet): readonly [number, number] => [
  (Math.floor(height / 2) - down) * FINE,
  (Math.floor(width / 2) - across) * FINE,
];

/**
 * Draws a straight line with a round pen of a width in pixels, or erases along it. Ink is as dark as it was at least,
 * and grey where the pen's edge passes through a cell.
 */
export const stroked = (sheet: Sheet, from: Spot, to: Spot, pen: number, tool: 'draw' | 'erase'): Sheet => {
  const rows = 2 * sheet.height * FINE;
  const columns = columnsOf(sheet);
  const [top, left] = cornerOf(sheet);
  const [fromRow, fromColumn] = [top + from.row * FINE, left + from.column * FINE];
  const [toRow, toColumn] = [top + to.row * FINE, left + to.column * FINE];
  const [tall, wide] = [toRow - fromRow, toColumn - fromColumn];
  const length = tall * tall + wide * wide;
  const radius = (pen * FINE) / 2;
  const cells = sheet.cells.slice();
  const reach = radius + 1;
  const last = Math.min(rows - 1, Math.ceil(Math.max(fromRow, toRow) + reach));
  const end = Math.min(columns - 1, Math.ceil(Math.max(fromColumn, toColumn) + reach));
  for (let row = Math.max(0, Math.floor(Math.min(fromRow, toRow) - reach)); row <= last; row++) {
    for (
      let column = Math.max(0, Math.floor(Math.min(fromColumn, toColumn) - reach));
      column <= end;
      column++
    ) {
      const [y, x] = [row + 0.5 - fromRow, column + 0.5 - fromColumn];
      // The nearest place of the line, as a share of its way.
      const share = length > 0 ? Math.max(0, Math.min(1, (y * tall + x * wide) / length)) : 0;
      const [offY, offX] = [y - share * tall, x - share * wide];
      const ink = Math.max(0, Math.min(1, radius + 0.5 - Math.sqrt(offY * offY + offX * offX)));
      const at = row * columns + column;
      cells[at] = tool === 'draw' ? Math.max(cells[at]!, ink) : Math.min(cells[at]!, 1 - ink);
    }
  }
  return { ...sheet, cells };
};

/** Shifts what is on the sheet by whole pixels, by half its size at most from where it was drawn. */
export const shifted = (sheet: Sheet, down: number, across: number): Sheet => ({
  ...sheet,
  down: within(sheet.down + down, Math.floor(sheet.height / 2)),
  across: within(sheet.across + across, Math.floor(sheet.width / 2)),
});

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** The picture on the sheet as it lies there: each pixel is the mean of its cells. */
export const pixelsOf = (sheet: Sheet): Float32Array => {
  const { height, width, cells } = sheet;
  const columns = columnsOf(sheet);
  const [top, left] = cornerOf(sheet);
  const pixels = new Float32Array(height * width);
  for (let row = 0; row < height * FINE; row++) {
    for (let column = 0; column < width * FINE; column++) {
      pixels[Math.floor(row / FINE) * width + Math.floor(column / FINE)]! +=
        cells[(top + row) * columns + left + column]! / (FINE * FINE);
    }
  }
  return pixels;
};

/** The same in MNIST's frame (see `centred`), then shifted as far as the sheet was; 28 × 28. */
export const framedPixels = (sheet: Sheet): Float32Array => {
  const framed = centred(sheet.cells, 2 * sheet.height * FINE, columnsOf(sheet));
  return pixelsOf(shifted(sheetWith(framed, SIDE, SIDE), sheet.down, sheet.across));
};
