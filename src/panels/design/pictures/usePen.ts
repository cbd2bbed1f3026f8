import { type PointerEvent as Pointing, type RefObject, useRef } from 'react';
import type { Spot } from '../../../data/sheet.ts';
import type { PictureSet } from '../../../data/pictures/index.ts';
import { shiftSheet, strokeSheet, useDrawing } from '../../../state/sheet.ts';

/** Width of the pen as a share of the sheet: 3 of 28 pixels. */
const PEN = 3 / 28;
/** The pen's width in pixels of the picture. */
export const penOf = ({ shape }: PictureSet): number => PEN * shape[1];

/** Of its own width a pen that feels how it is pressed is so wide: at the lightest, and what pressing adds. */
const [LIGHTEST, PRESSING] = [0.5, 1] as const;

type Place = Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType' | 'pressure'>;

/** What the pad does with a pointer, a mouse, a finger or a pen: draws, erases, or shifts what is `shown`. */
export const usePen = (
  box: RefObject<HTMLElement | null>,
  set: PictureSet,
  shown: () => ArrayLike<number>,
  onBegin: () => void,
) => {
  const tool = useDrawing((drawing) => drawing.tool);
  /** Where the pointer was last; null while it is up. */
  const last = useRef<Spot | null>(null);
  const [height, width] = set.shape;

  const spotOf = ({ clientX, clientY }: Place): Spot => {
    const at = box.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      row: ((clientY - at.top) / at.height) * height,
      column: ((clientX - at.left) / at.width) * width,
    };
  };
  const press = (event: Pointing) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onBegin();
    const spot = spotOf(event);
    last.current = spot;
    if (tool !== 'shift') strokeSheet(set, shown, spot, spot, widthOf(event, penOf(set)));
  };
  const go = (from: Spot, place: Place): Spot => {
    const spot = spotOf(place);
    if (tool !== 'shift') {
      strokeSheet(set, shown, from, spot, widthOf(place, penOf(set)));
      return spot;
    }
    // By whole pixels: what is left of the way counts on.
    const [down, across] = [Math.trunc(spot.row - from.row), Math.trunc(spot.column - from.column)];
    if (down !== 0 || across !== 0) shiftSheet(set, shown, down, across);
    return { row: from.row + down, column: from.column + across };
  };
  const drag = (event: Pointing) => {
    if (!event.isPrimary) return;
    // A fast pointer says where it was on its way since the last frame.
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const place of passed.length > 0 ? passed : [event.nativeEvent]) {
      if (last.current) last.current = go(last.current, place);
    }
  };
  const lift = () => {
    last.current = null;
  };
  return { onPointerDown: press, onPointerMove: drag, onPointerUp: lift, onPointerCancel: lift };
};

/** A pen that feels how it is pressed draws wider with more pressure; a mouse and a finger draw evenly. */
const widthOf = ({ pointerType, pressure }: Place, width: number): number =>
  pointerType === 'pen' && pressure > 0 ? width * (LIGHTEST + PRESSING * pressure) : width;
