import type { Frame } from '../worker/frame.ts';
import { useWork } from './store.ts';
import { useView } from './view.ts';

/** At full speed words and numbers stand for so many milliseconds at least: faster nobody reads them. */
const READ = 200;

let newest: Frame | null = null;
let told: Frame | null = null;
let since = Number.NEGATIVE_INFINITY;

const pictureOf = (frame: Frame): string => {
  const picture = frame.views.maps?.picture;
  return picture && 'id' in picture ? String(picture.id) : '';
};

/** May the words of the frame before stand a while longer? Not where something else than training has changed them. */
const mayStand = (before: Frame, now: Frame): boolean =>
  useView.getState().speed === Number.POSITIVE_INFINITY &&
  before.playing &&
  now.playing &&
  !before.phase &&
  !now.phase &&
  before.run === now.run &&
  before.edits === now.edits &&
  pictureOf(before) === pictureOf(now) &&
  pictureOf(now) !== '' &&
  performance.now() - since < READ;

/** The frame that words and numbers tell of. Its buffers are lent like those of the newest. */
export const toldOf = (frame: Frame | null): Frame | null => {
  if (frame === newest) return told;
  newest = frame;
  if (frame && told && mayStand(told, frame)) return told;
  told = frame;
  since = performance.now();
  return told;
};

/**
 * The frame for words and numbers: while pictures are trained on at full speed, the newest one at most five times a second.
 * What is drawn goes with every frame; to lay out changed words takes a browser longer than to draw everything else.
 */
export const useTold = (): Frame | null => useWork(({ frame }) => toldOf(frame));
