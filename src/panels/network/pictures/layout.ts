import { kerasShape, sizeOf, type Shape } from '../../../engine/shape.ts';
import { count } from '../../../ui/format.ts';

/** One square of a grid, its top left corner in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A column of the drawing, in px: maps as a grid of squares, or a list of numbers as one strip. */
export interface MapColumn {
  readonly left: number;
  readonly width: number;
  /** What is drawn, within the column: its box. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Side of a map; 0 for a strip. */
  readonly tile: number;
  readonly spots: readonly Spot[];
  /** How wide its shape and its count of parameters may be: they go on below, reach over into the gaps, and leave those beside them alone. */
  readonly wordsRoom: number;
}

export interface MapsPlace {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly tight: boolean;
  /** Of the words below a column, at least: where columns are tight every × stands at one height below them. */
  readonly wordsHeight: number;
  readonly headHeight: number;
  readonly footTop: number;
  readonly columns: readonly MapColumn[];
}

interface Room {
  readonly width: number;
  readonly height: number;
  /** In large text words need more of it. */
  readonly large: boolean;
  /** A finger needs larger buttons than a mouse. */
  readonly coarse?: boolean;
  /** Names below the columns instead of heads and chips, where something else needs the height. */
  readonly compact?: boolean;
}

/**
 * Type, and what a column's words need of it. `needs`: by how much room there is: as usual, on two lines, and no more
 * than a chip; `units` is that of a list whose head says how many there are. `names`: what names alone need. `growth`: of
 * heads and names; `line` and `letter`: of the words below the columns, which are monospaced.
 */
const USUAL = {
  growth: 1,
  line: 16,
  letter: 7.2,
  needs: [
    { gap: 22, input: 118, maps: 124, strip: 88, units: 118 },
    { gap: 14, input: 116, maps: 116, strip: 84, units: 84 },
    { gap: 10, input: 84, maps: 88, strip: 60, units: 92 },
  ],
  names: { gap: 16, input: 56, maps: 92, strip: 64, units: 68 },
} as const;
const LARGE = {
  growth: 1.25,
  line: 20,
  letter: 9.6,
  needs: [
    { gap: 22, input: 148, maps: 156, strip: 110, units: 148 },
    { gap: 14, input: 116, maps: 116, strip: 84, units: 96 },
    { gap: 10, input: 98, maps: 98, strip: 72, units: 98 },
  ],
  names: { gap: 16, input: 72, maps: 122, strip: 84, units: 86 },
} as const;
/** How much smaller than it would like to be a map is drawn. */
const SHRUNK = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

const BRACKETS = 28;
const HEAD = 40;
const NARROW_HEAD = 60;
/** The foot of a column: its chip, and the × that stands below its words where columns are tight. */
const CHIP = 34;
const UNDER = 32;
/** How much higher a button is for a finger. */
const FINGER = 12;
/** What two shapes side by side leave free between them. */
const APART = 6;
/** What stands beside the number of parameters is as wide as so many letters, in either language. */
const PARAMETERS = 9;
const BETWEEN = 6;
/** The picture is no larger. */
const INPUT = 56;
const LEAST_TILE = 12;
const LEAST_HIGH = 96;
const LEAST_COMPACT = 64;
const NAME = 22;
const STRIP = 14;
const ROWS = 4;
const COMPACT_ROWS = 2;

/** A map of 28 × 28 is 64 px wide, one of 7 × 7 28 px: small ones would be too small to read at one scale for all. */
const wished = (side: number): number => 16 + 1.7 * side;

/** Rows and columns of so many maps: `usual` rows where there is height for them, more only for many. */
const gridOf = (
  maps: number,
  tile: number,
  tall: number,
  usual: number,
): { rows: number; columns: number; tile: number } => {
  const most = Math.max(usual, Math.ceil((Math.sqrt(maps) * usual) / ROWS));
  const fitting = Math.floor((tall + BETWEEN) / (tile + BETWEEN));
  const least = maps > 3 ? 2 : 1;
  const wanted = Math.max(least, Math.min(most, fitting, maps));
  const highest = (rows: number) => Math.floor((tall + BETWEEN) / rows) - BETWEEN;
  // Smaller maps in full rows are seen better than larger ones with a hole.
  const full = Array.from({ length: most - wanted + 1 }, (_, more) => wanted + more).find(
    (rows) => maps % rows === 0 && highest(rows) >= LEAST_TILE,
  );
  const columns = Math.ceil(maps / (full ?? wanted));
  const rows = Math.ceil(maps / columns);
  return { rows, columns, tile: Math.max(LEAST_TILE, Math.min(Math.round(tile), highest(rows))) };
};

/** Lines that words take which have room for so many letters. */
const linesOf = (words: string, letters: number): number => {
  let [lines, length] = [1, 0];
  for (const word of words.split(' ')) {
    const on = length + (length > 0 ? 1 : 0) + word.length;
    if (on > letters && length > 0) [lines, length] = [lines + 1, word.length];
    else length = on;
  }
  return lines;
};

interface Sized {
  readonly width: number;
  readonly box: { readonly width: number; readonly height: number };
  readonly tile: number;
  readonly spots: readonly Spot[];
}

const sizedMaps = (shape: Shape, shrunk: number, tall: number, words: number, rows: number): Sized => {
  const [height = 1, , channels = 1] = shape;
  const grid = gridOf(channels, shrunk * wished(height), tall, rows);
  const pitch = grid.tile + BETWEEN;
  const box = { width: grid.columns * pitch - BETWEEN, height: grid.rows * pitch - BETWEEN };
  const spots = Array.from({ length: channels }, (_, map) => ({
    x: (map % grid.columns) * pitch,
    y: Math.floor(map / grid.columns) * pitch,
  }));
  return { width: Math.max(words, box.width), box, tile: grid.tile, spots };
};

const sizedStrip = (shape: Shape, tall: number, words: number): Sized => {
  const height = Math.min(tall, Math.max(LEAST_HIGH, 4 * sizeOf(shape)));
  return { width: words, box: { width: STRIP, height }, tile: 0, spots: [] };
};

/**
 * Places a picture and what layers make of it as columns, in px: `shapes` is that of the picture first, then of each
 * layer, which has so many `parameters`. Where all of it does not fit the drawing is wider than the room, and scrolls.
 */
export const placeMaps = (shapes: readonly Shape[], room: Room, parameters: readonly number[]): MapsPlace => {
  const { growth, line, letter, names, needs: usual } = room.large ? LARGE : USUAL;
  // Where names are enough there are two rows of maps, or as many as usual.
  const needs = room.compact ? ([names, names] as const) : usual;
  const placedAt = (step: number, shrunk: number) => {
    const words = needs[step] ?? needs[0];
    const rows = room.compact && step === 0 ? COMPACT_ROWS : ROWS;
    const least = shapes.map((shape, index) => {
      if (index === 0) return words.input;
      if (shape.length > 1) return words.maps;
      return parameters[index - 1] ? words.units : words.strip;
    });
    const rooms = least.map((each) => each + words.gap - APART);
    const lines = shapes.map((shape, index) => {
      const letters = Math.floor((rooms[index] ?? 0) / letter);
      const own = parameters[index - 1] ?? 0;
      const breaks = own > 0 && count(own).length + PARAMETERS > letters;
      return linesOf(kerasShape(shape), letters) + (breaks ? 2 : 1);
    });
    const below = Math.max(...lines) * line;
    const head = (step === 0 ? HEAD : NARROW_HEAD) * growth;
    const button = room.coarse ? FINGER : 0;
    const chips = CHIP + button + below + (step === 2 ? UNDER + button : 0);
    const headHeight = BRACKETS + (room.compact ? 0 : head);
    const foot = room.compact ? NAME * growth : chips;
    const lowest = room.compact ? LEAST_COMPACT : LEAST_HIGH;
    const tall = Math.max(lowest, room.height - headHeight - foot - 16);
    const sized = shapes.map((shape, index) => {
      const [wide = 0, high] = [least[index], index === 0 ? Math.min(tall, INPUT) : tall];
      return shape.length > 1 ? sizedMaps(shape, shrunk, high, wide, rows) : sizedStrip(shape, high, wide);
    });
    const width = sized.reduce((sum, column) => sum + column.width, 0) + words.gap * (sized.length - 1);
    return { step, words, headHeight, foot, below, tall, sized, width };
  };
  const choices = needs.flatMap((_need, step) => SHRUNK.map((shrunk) => [step, shrunk] as const));
  const [step, shrunk] = choices.find((choice) => placedAt(...choice).width <= room.width) ??
    choices.at(-1) ?? [0, 1];
  const { sized, words, headHeight, foot, below, tall, width } = placedAt(step, shrunk);
  const gap = Math.max(words.gap, Math.min(72, words.gap + (room.width - width) / (sized.length - 1)));
  const middle = headHeight + 8 + tall / 2;
  let left = 0;
  const columns = sized.map(({ width: wide, box, tile, spots }): MapColumn => {
    const corner = { x: left + (wide - box.width) / 2, y: middle - box.height / 2 };
    const place = {
      left,
      width: wide,
      box: { ...corner, ...box },
      tile,
      spots: spots.map(({ x, y }) => ({ x: corner.x + x, y: corner.y + y })),
      wordsRoom: wide + gap - APART,
    };
    left += wide + gap;
    return place;
  });
  const footTop = headHeight + tall + 16;
  return {
    width: left - gap,
    height: footTop + foot,
    narrow: step > 0,
    tight: step > 1,
    wordsHeight: step > 1 ? below : 0,
    headHeight,
    footTop,
    columns,
  };
};
