import { type KeyboardEvent, useState } from 'react';
import type { Spot } from '../../../data/sheet.ts';
import type { PictureSet } from '../../../data/pictures/index.ts';
import { shiftSheet, strokeSheet, useDrawing } from '../../../state/sheet.ts';
import { penOf } from './usePen.ts';

const ARROWS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** How many pixels an arrow goes with Shift. */
const LEAP = 4;

/**
 * What the pad does with keys: arrows move a cross from pixel to pixel, Space draws there as long as it is held, Enter
 * puts the pen down until it is pressed again; with the tool that shifts, arrows shift what is `shown`.
 */
export const useCross = (set: PictureSet, shown: () => ArrayLike<number>) => {
  const tool = useDrawing((drawing) => drawing.tool);
  /** Where the cross is; null until a key asks for it. */
  const [cross, setCross] = useState<Spot | null>(null);
  const [down, setDown] = useState(false);
  const [height, width] = set.shape;
  const here = cross ?? { row: Math.floor(height / 2) + 0.5, column: Math.floor(width / 2) + 0.5 };
  const stroke = (to: Spot) => strokeSheet(set, shown, here, to, penOf(set));

  const move = ([rows, columns]: readonly [number, number], by: number) => {
    if (tool === 'shift') return shiftSheet(set, shown, by * rows, by * columns);
    const to = {
      row: Math.max(0.5, Math.min(height - 0.5, here.row + by * rows)),
      column: Math.max(0.5, Math.min(width - 0.5, here.column + by * columns)),
    };
    // The first press only shows where the cross is.
    setCross(cross ? to : here);
    if (cross && down) stroke(to);
  };
  const put = (puts: boolean) => {
    setCross(here);
    setDown(puts);
    if (puts) stroke(here);
  };
  const leave = () => {
    setCross(null);
    setDown(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const pen = event.key === ' ' || event.key === 'Enter';
    if (arrow) move(arrow, event.shiftKey ? LEAP : 1);
    else if (pen && tool !== 'shift') {
      if (!event.repeat) put(event.key === ' ' || !down);
    } else if (event.key === 'Escape' && cross) leave();
    else return;
    event.preventDefault();
  };
  const release = ({ key }: KeyboardEvent) => {
    if (key === ' ') setDown(false);
  };
  return {
    cross: tool === 'shift' ? null : cross,
    down,
    leave,
    keys: { tabIndex: 0, onKeyDown: press, onKeyUp: release, onBlur: leave },
  };
};
