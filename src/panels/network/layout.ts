/** The room a drawing has, in px; `scale` is 1, or the growth of the type in large text. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A column of the drawing: its box, and the top left corner of each unit's tile. */
export interface ColumnPlace {
  readonly left: number;
  readonly width: number;
  readonly tile: number;
  readonly tiles: readonly Point[];
  /** More than eight units: a grid of small tiles, joined by a band instead of single links. */
  readonly grid: boolean;
}

export interface NetworkPlace {
  readonly width: number;
  readonly height: number;
  /** Below this height the drawing would have to scroll. */
  readonly leastHeight: number;
  /** True where heads stand on two lines and chips leave out the type. */
  readonly narrow: boolean;
  /** True where in addition the + stands beside the names alone, and the × of a layer below its chip. */
  readonly tight: boolean;
  /** True where between two tiles there is room for a line of words. */
  readonly roomy: boolean;
  readonly headHeight: number;
  readonly footTop: number;
  readonly columns: readonly ColumnPlace[];
}

/** Up to this many units stand one below the other; more become a grid. */
export const MOST_IN_LINE = 8;
const GRID_TILE = 20;
const GRID_PITCH = 24;
const GRID_ROWS = 12;
/** Words above the first tile, and what is left there without them. */
const WORDS = 22;
const NO_WORDS = 4;
const FOOT = 64;
const HEAD = 40;
const NARROW_HEAD = 60;

/** What a column's own words need, in px, as heads and chips usually are, where they are narrow, and where tight. */
export interface ColumnWords {
  readonly wide: number;
  readonly narrow: number;
  readonly tight: number;
}

interface Sizes {
  readonly input: number;
  readonly hidden: number;
  readonly output: number;
  readonly gap: number;
}
const WIDE: Sizes = { input: 104, hidden: 150, output: 146, gap: 40 };
const NARROW: Sizes = { input: 96, hidden: 100, output: 92, gap: 24 };
const TIGHT: Sizes = { input: 80, hidden: 56, output: 76, gap: 24 };
const WORDS_AT = ['wide', 'narrow', 'tight'] as const;
const TIGHT_TILE = 40;
/** What the × below the chips adds to the foot. */
const TIGHT_FOOT = 33;
const WIDEST_GAP = 176;
/** A gap above this has room for a line of words; the bias stub needs this much of any. */
const ROOMY = 24;
const STUB = 8;

/** The soft end of a drawing that scrolls, in px, as .scrolls has it. */
export const FADE = 32;

// Tile and the gap below it, from the most generous on; the gap holds the bias stub and, above 24, a line of words.
const PLAIN = [
  [56, 26],
  [48, 26],
  [48, 14],
  [40, 14],
  [40, 11],
  [32, 11],
  [28, 10],
  [24, 9],
] as const;
/** With every number shown, the gap holds the bias and the next unit's name. */
const DETAILED = [
  [56, 64],
  [56, 56],
  [48, 56],
  [48, 48],
] as const;

/**
 * Places inputs and layers as columns of tiles. `units` counts the inputs first, then each layer; `detailed` leaves room
 * for the name above and the bias below each tile; `least` is what a column needs for its words, where that is more than
 * usual. All px. The result is wider than the room if there are many layers and taller if it is very low: then the
 * drawing scrolls.
 */
export const placeNetwork = (
  units: readonly number[],
  room: Room,
  detailed: boolean,
  least: readonly ColumnWords[] = [],
): NetworkPlace => {
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  // Narrow columns leave out words, so that they need not grow with the type; in tight ones nothing is left to leave out.
  const steps = [
    [WIDE, room.scale],
    [NARROW, 1],
    [TIGHT, room.scale],
  ] as const;
  const widthsAt = (step: number): number[] => {
    const [sizes, scale] = steps[step] ?? steps[0];
    const needs = least.map((words) => words[WORDS_AT[step] ?? 'wide']);
    return columnWidths(units, sizes, room, scale, needs);
  };
  const fits = steps.findIndex(
    ([sizes, scale], step) => sum(widthsAt(step)) + sizes.gap * scale * (units.length - 1) <= room.width,
  );
  const step = fits < 0 ? steps.length - 1 : fits;
  const [sizes, scale] = steps[step] ?? steps[0];
  const narrow = step > 0;
  const tight = step > 1;
  const widths = widthsAt(step);
  const free = (room.width - sum(widths)) / (units.length - 1);
  const gap = Math.min(WIDEST_GAP, Math.max(sizes.gap * scale, free));

  const headHeight = narrow ? NARROW_HEAD : HEAD;
  const foot = FOOT * (narrow ? Math.sqrt(room.scale) : room.scale) + (tight ? TIGHT_FOOT : 0);
  const inLine = Math.max(1, ...units.filter((count) => count <= MOST_IN_LINE));
  const choices: readonly (readonly [number, number])[] = detailed
    ? DETAILED
    : PLAIN.filter(([side]) => !tight || side <= TIGHT_TILE);
  const words = (between: number): number => (between > ROOMY ? WORDS : NO_WORDS);
  const stack = ([tile, between]: readonly [number, number]): number =>
    words(between) + inLine * (tile + between);
  const smallest = choices.at(-1) ?? PLAIN[0];
  const tall = room.height - headHeight - foot;
  const [tile, between] = choices.find((choice) => stack(choice) <= tall) ?? smallest;

  const grids = Math.max(...units.map((count) => gridRows(count, room))) * GRID_PITCH;
  const tilesHigh = Math.max(tall, stack([tile, between]), words(between) + grids);
  const middle = headHeight + words(between) + (tilesHigh - words(between) - STUB) / 2;
  let left = 0;
  const columns = units.map((count, index): ColumnPlace => {
    const width = widths[index] ?? 0;
    const grid = count > MOST_IN_LINE;
    const place = { left, width, grid, tile: grid ? GRID_TILE : tile };
    const centre = left + width / 2;
    left += width + gap;
    return {
      ...place,
      tiles: grid ? gridTiles(count, centre, middle, room) : lineTiles(count, centre, middle, tile, between),
    };
  });
  const footTop = headHeight + tilesHigh;
  return {
    width: Math.max(left - gap, 0),
    height: footTop + foot,
    narrow,
    tight,
    leastHeight: headHeight + stack(smallest) + foot,
    roomy: between > ROOMY,
    headHeight,
    footTop,
    columns,
  };
};

const columnWidths = (
  units: readonly number[],
  sizes: Sizes,
  room: Room,
  scale: number,
  needs: readonly number[],
): number[] =>
  units.map((count, index) => {
    const own = index === 0 ? sizes.input : index === units.length - 1 ? sizes.output : sizes.hidden;
    const grid = count > MOST_IN_LINE ? gridColumns(count, room) * GRID_PITCH : 0;
    return Math.max(own * scale, grid, needs[index] ?? 0);
  });

/** Rows of a grid: as many as lie between the highest heads and the chips, whether the heads are that high or not. */
const gridRows = (count: number, room: Room): number => {
  if (count <= MOST_IN_LINE) return 0;
  const height = room.height - (NARROW_HEAD + FOOT + WORDS) * room.scale;
  const most = Math.max(4, Math.min(GRID_ROWS, Math.floor(height / GRID_PITCH)));
  return Math.ceil(count / Math.max(2, Math.ceil(count / most)));
};
const gridColumns = (count: number, room: Room): number =>
  Math.ceil(count / Math.max(1, gridRows(count, room)));

const gridTiles = (count: number, centre: number, middle: number, room: Room): Point[] => {
  const rows = gridRows(count, room);
  const left = centre - (Math.ceil(count / rows) * GRID_PITCH - (GRID_PITCH - GRID_TILE)) / 2;
  const top = middle - (rows * GRID_PITCH - (GRID_PITCH - GRID_TILE)) / 2;
  return Array.from({ length: count }, (_, unit) => ({
    x: left + Math.floor(unit / rows) * GRID_PITCH,
    y: top + (unit % rows) * GRID_PITCH,
  }));
};

const lineTiles = (count: number, centre: number, middle: number, tile: number, between: number): Point[] =>
  Array.from({ length: count }, (_, unit) => ({
    x: centre - tile / 2,
    y: middle - (count * (tile + between) - between) / 2 + unit * (tile + between),
  }));

/** The next tile of the grid of neurons in a direction, or null at its edge. Columns here count layers only, not inputs. */
export const neighbour = (
  columns: readonly ColumnPlace[],
  layer: number,
  unit: number,
  key: string,
): { layer: number; unit: number } | null => {
  const here = columns[layer]?.tiles[unit];
  if (!here) return null;
  const inside = (x: number, y: number): number =>
    (columns[layer]?.tiles ?? []).findIndex(
      (tile) => Math.sign(tile.x - here.x) === x && Math.sign(tile.y - here.y) === y,
    );
  const last = (x: number, y: number): number =>
    (columns[layer]?.tiles ?? []).findLastIndex(
      (tile) => Math.sign(tile.x - here.x) === x && Math.sign(tile.y - here.y) === y,
    );
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (across === undefined) {
    const next = key === 'ArrowDown' ? inside(0, 1) : key === 'ArrowUp' ? last(0, -1) : -1;
    return next < 0 ? null : { layer, unit: next };
  }
  const beside = across > 0 ? inside(1, 0) : last(-1, 0);
  if (beside >= 0) return { layer, unit: beside };
  const tiles = columns[layer + across]?.tiles;
  if (!tiles?.length) return null;
  const distance = (tile: Point): number => Math.abs(tile.y - here.y) + Math.abs(tile.x - here.x) / 1000;
  const nearest = tiles.reduce(
    (best, tile, index) => (distance(tile) < distance(tiles[best] ?? tile) ? index : best),
    0,
  );
  return { layer: layer + across, unit: nearest };
};
