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
  /** True where heads stand on two lines and chips leave out the type. */
  readonly narrow: boolean;
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
/** Words above the first tile and below the last. */
const WORDS = 22;
const FOOT = 64;

interface Sizes {
  readonly input: number;
  readonly hidden: number;
  readonly output: number;
  readonly gap: number;
}
const WIDE: Sizes = { input: 104, hidden: 150, output: 146, gap: 40 };
const NARROW: Sizes = { input: 92, hidden: 112, output: 92, gap: 36 };
const WIDEST_GAP = 176;

// Tile and the gap below it, from the most generous on; the gap holds the bias stub and, above 24, a line of words.
const PLAIN = [
  [56, 26],
  [48, 26],
  [48, 14],
  [40, 14],
  [40, 11],
  [32, 11],
] as const;
/** With every number shown, the gap holds the bias and the next unit's name. */
const DETAILED = [
  [56, 64],
  [56, 56],
  [48, 56],
  [48, 50],
] as const;

/**
 * Places inputs and layers as columns of tiles. `units` counts the inputs first, then each layer; `detailed` leaves room
 * for the name above and the bias below each tile. All px. The result is wider than the room if there are many layers
 * and taller if it is very low: then the drawing scrolls.
 */
export const placeNetwork = (units: readonly number[], room: Room, detailed: boolean): NetworkPlace => {
  const needed = (sizes: Sizes): number =>
    columnWidths(units, sizes, room).reduce((sum, width) => sum + width + sizes.gap * room.scale, 0) -
    sizes.gap * room.scale;
  const narrow = needed(WIDE) > room.width;
  const sizes = narrow ? NARROW : WIDE;
  const widths = columnWidths(units, sizes, room);
  const free = room.width - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.min(WIDEST_GAP, Math.max(sizes.gap * room.scale, free / (units.length - 1)));

  const headHeight = (narrow ? 60 : 40) * room.scale;
  const foot = FOOT * room.scale;
  const words = WORDS * room.scale;
  const tall = room.height - headHeight - foot - words;
  const inLine = Math.max(1, ...units.filter((count) => count <= MOST_IN_LINE));
  const choices: readonly (readonly [number, number])[] = detailed ? DETAILED : PLAIN;
  const fits = choices.find(([tile, between]) => inLine * (tile + between) <= tall);
  const [tile, between] = fits ?? choices[choices.length - 1] ?? [56, 26];

  const tilesHigh = Math.max(
    tall,
    inLine * (tile + between),
    gridRows(Math.max(...units), tall) * GRID_PITCH,
  );
  const middle = headHeight + words + (tilesHigh - 8) / 2;
  let left = 0;
  const columns = units.map((count, index): ColumnPlace => {
    const width = widths[index] ?? 0;
    const grid = count > MOST_IN_LINE;
    const place = { left, width, grid, tile: grid ? GRID_TILE : tile };
    const centre = left + width / 2;
    left += width + gap;
    return {
      ...place,
      tiles: grid ? gridTiles(count, centre, middle, tall) : lineTiles(count, centre, middle, tile, between),
    };
  });
  const footTop = headHeight + words + tilesHigh;
  return {
    width: Math.max(left - gap, 0),
    height: footTop + foot,
    narrow,
    roomy: between > 24,
    headHeight,
    footTop,
    columns,
  };
};

const columnWidths = (units: readonly number[], sizes: Sizes, room: Room): number[] =>
  units.map((count, index) => {
    const own = index === 0 ? sizes.input : index === units.length - 1 ? sizes.output : sizes.hidden;
    return Math.max(
      own * room.scale,
      count > MOST_IN_LINE ? gridColumns(count, room.height) * GRID_PITCH : 0,
    );
  });

const gridRows = (count: number, height: number): number => {
  if (count <= MOST_IN_LINE) return 0;
  const most = Math.min(GRID_ROWS, Math.max(4, Math.floor(height / GRID_PITCH)));
  return Math.ceil(count / Math.max(2, Math.ceil(count / most)));
};
const gridColumns = (count: number, height: number): number =>
  Math.ceil(count / Math.max(1, gridRows(count, height)));

const gridTiles = (count: number, centre: number, middle: number, height: number): Point[] => {
  const rows = gridRows(count, height);
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
