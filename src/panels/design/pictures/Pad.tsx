import { useEffect, useId, useRef } from 'react';
import type { PictureSet } from '../../../data/pictures/index.ts';
import { useDrawing } from '../../../state/sheet.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { Pixels } from '../../../ui/charts/Pixels.tsx';
import { classes } from '../../../ui/controls/classes.ts';
import { useCross } from './useCross.ts';
import { penOf, usePen } from './usePen.ts';
import { words } from './words.ts';
import styles from './Pad.module.css';

interface PadProps {
  readonly set: PictureSet;
  /** What is seen on it, height × width. */
  readonly pixels: ArrayLike<number>;
}

/** The picture, large, to draw on: with a mouse, a finger, a pen, or with keys. */
export const Pad = ({ set, pixels }: PadProps) => {
  const say = useSay();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const theme = useView((view) => view.theme);
  const shifts = useDrawing((drawing) => drawing.tool === 'shift');
  const shown = () => pixels;
  const { cross, down, leave, keys } = useCross(set, shown);
  const pointer = usePen(box, set, shown, leave);
  const [height, width] = set.shape;
  useEffect(() => {
    if (!useDrawing.getState().awaited) return;
    useDrawing.setState({ awaited: false });
    box.current?.focus();
  }, []);
  return (
    <div className={styles.sheet}>
      {/* Arrows, Space and Enter are the pad's own: to an application a screen reader hands them on. */}
      <div
        ref={box}
        role="application"
        aria-label={say(words.pad, { h: height, w: width })}
        aria-describedby={`${id}-keys`}
        className={classes(styles.pad, shifts && styles.shifts)}
        {...pointer}
        {...keys}
      >
        <Pixels pixels={pixels} height={height} width={width} theme={theme} />
        {cross && (
          <svg className={styles.cross} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            <path d={`M${cross.column} 0V${height}M0 ${cross.row}H${width}`} />
            <circle
              cx={cross.column}
              cy={cross.row}
              r={penOf(set) / 2}
              className={down ? styles.down : undefined}
            />
          </svg>
        )}
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        {say(shifts ? words.shiftKeys : words.keys)}
      </p>
      {/* Always there: what came and went with the keyboard would move what is clicked below it. */}
      <p className={styles.keys} aria-hidden="true">
        {say(shifts ? words.shiftKeys : words.keysBriefly)}
      </p>
      <p role="status" className="visually-hidden">
        {cross &&
          say(down ? words.placeDown : words.place, {
            row: Math.floor(cross.row),
            column: Math.floor(cross.column),
          })}
      </p>
    </div>
  );
};
