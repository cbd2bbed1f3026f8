import { create } from 'zustand';
import {
  emptySheet,
  framedPixels,
  pixelsOf,
  type Sheet,
  sheetWith,
  shifted,
  type Spot,
  stroked,
} from '../data/sheet.ts';
import type { PictureSet } from '../data/pictures/index.ts';
import { look, useView } from './view.ts';

/** What the pointer does on the sheet. */
export const SHEET_TOOLS = ['draw', 'erase', 'shift'] as const;
export type SheetTool = (typeof SHEET_TOOLS)[number];

interface Drawing {
  /** null: nothing was drawn yet. */
  readonly sheet: Sheet | null;
  /** Was it empty at first? What lies on a picture of the data is framed already. */
  readonly own: boolean;
  /** Is what is drawn brought into MNIST's frame? */
  readonly framed: boolean;
  readonly tool: SheetTool;
  /** Somebody came to draw: the pad takes the keyboard. */
  readonly awaited: boolean;
}

/** The sheet behind the picture that was drawn by hand (view.drawn), and how it is drawn on. */
export const useDrawing = create<Drawing>(() => ({
  sheet: null,
  own: true,
  framed: true,
  tool: 'draw',
  awaited: false,
}));

/** The sheet that is on the screen; null while a picture of the data is, or the sheet is of another size. */
export const useSheet = (set: PictureSet): Sheet | null => {
  const sheet = useDrawing((drawing) => drawing.sheet);
  const drawn = useView((view) => view.drawn !== null);
  return drawn && sheet && fits(sheet, set) ? sheet : null;
};

const fits = ({ height, width }: Sheet, { shape }: PictureSet): boolean =>
  height === shape[0] && width === shape[1];

/** Is what is drawn on the sheet brought into MNIST's frame on its way to the network? */
export const isFramed = ({ own, framed }: Drawing, { framed: asMnist = false }: PictureSet): boolean =>
  own && framed && asMnist;

/** Shows another state of the sheet, and lets the network see it. */
const put = (set: PictureSet, change: Partial<Drawing>): void => {
  useDrawing.setState(change);
  const drawing = useDrawing.getState();
  const { sheet } = drawing;
  if (sheet) look({ drawn: [...(isFramed(drawing, set) ? framedPixels(sheet) : pixelsOf(sheet))] });
};

/** The sheet to draw on: the one on the screen, else the picture that is there. */
const sheetOver = (set: PictureSet, shown: () => ArrayLike<number>): Partial<Drawing> & { sheet: Sheet } => {
  const { sheet } = useDrawing.getState();
  if (sheet && useView.getState().drawn && fits(sheet, set)) return { sheet };
  return { sheet: sheetWith(shown(), set.shape[0], set.shape[1]), own: false };
};

/** Draws or erases a line on what is `shown`, with a pen of so many pixels. */
export const strokeSheet = (
  set: PictureSet,
  shown: () => ArrayLike<number>,
  from: Spot,
  to: Spot,
  pen: number,
): void => {
  const { tool } = useDrawing.getState();
  const { sheet, ...over } = sheetOver(set, shown);
  put(set, { ...over, sheet: stroked(sheet, from, to, pen, tool === 'erase' ? 'erase' : 'draw') });
};

/** Shifts what is `shown` by whole pixels. */
export const shiftSheet = (
  set: PictureSet,
  shown: () => ArrayLike<number>,
  down: number,
  across: number,
): void => {
  const { sheet, ...over } = sheetOver(set, shown);
  put(set, { ...over, sheet: shifted(sheet, down, across) });
};

/** An empty sheet to draw on. */
export const clearSheet = (set: PictureSet): void =>
  put(set, { sheet: emptySheet(set.shape[0], set.shape[1]), own: true, tool: 'draw' });

/** Brings what is drawn into MNIST's frame, or leaves it as it lies. */
export const frameSheet = (set: PictureSet, framed: boolean): void => put(set, { framed });

/** Goes to the pad, an empty sheet on it. */
export const drawOwn = (set: PictureSet): void => {
  clearSheet(set);
  useDrawing.setState({ awaited: true });
  look({ stage: 'design', descent: false, comparing: false });
};
