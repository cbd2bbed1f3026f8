import type { Window } from '../../../engine/window.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { useMedia } from '../../../ui/useMedia.ts';
import { type CellFrame, CellMap } from './CellMap.tsx';
import { fullOf, rampInto } from './colours.ts';
import { colourAt } from '../../network/pictures/paint.ts';
import { cropRound, extentOf, useStill } from './crop.ts';
import type { Standing } from './place.ts';
import css from './pictures.module.css';
import { isInside, type Place, spanUnder, stopNear } from './under.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** Side of the map in px, about; on a narrow screen there is room for a larger one. */
const SIDE = 132;
const LOW_SIDE = 108;
const WIDE_SIDE = 176;
/** Room between it and the numbers beside it, in px. */
const GAP = 24;

interface IncomingProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly channel: number;
  readonly standing: Standing;
  /** A cell under the window that is pointed at. */
  readonly pointed: Place | null;
  /** Height in px of the numbers under the window, which stand beside it. */
  readonly beside: number;
}

/** The map that comes in, or a part of it, with the window as a frame that can be dragged. */
export const Incoming = ({ seen, window, channel, standing, pointed, beside }: IncomingProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const { layers, layer, shaped, input } = seen;
  const channels = shaped.inputShape[2] ?? 1;
  const side = useMedia('(width < 768px)') ? WIDE_SIDE : channels > 1 ? LOW_SIDE : SIDE;
  const span = spanUnder(window, standing.cell);
  const middle = {
    row: Math.floor((span.top + span.bottom) / 2),
    column: Math.floor((span.left + span.right) / 2),
  };
  const region = useStill(middle, standing.pointed, (before) => cropRound(before, span, extentOf(window)));
  const cells = Math.max(region.bottom - region.top, region.right - region.left) + 1;
  const ramp = rampInto(layers, layer);
  const full = fullOf(input, ramp);
  const frames: CellFrame[] = [{ span, kind: 'now' }];
  if (pointed) {
    const { row, column } = pointed;
    frames.push({ span: { top: row, bottom: row, left: column, right: column }, kind: 'point' });
  }
  const cell = Math.max(2, Math.floor(side / cells));
  const [width, right] = [(region.right - region.left + 1) * cell, (span.right - region.left + 1) * cell];
  const [top, bottom] = [(span.top - region.top) * cell, (span.bottom - region.top + 1) * cell];
  return (
    <figure className={css.incoming}>
      <figcaption>
        {layer === 0 ? say(words.enlarged) : say(words.mapIn, { n: channel + 1, of: channels })}
      </figcaption>
      <CellMap
        label={say(words.inputMap, { row: standing.cell.row, column: standing.cell.column })}
        region={region}
        cell={cell}
        colourOf={(place) => {
          if (!isInside(window, place)) return null;
          const at = (place.row * window.width + place.column) * channels + channel;
          return colourAt(ramp, theme, (input[at] ?? 0) / full);
        }}
        frames={frames}
        onPoint={(place) => standing.point(place && stopNear(window, place))}
        onPick={(place) => standing.go(stopNear(window, place))}
        onStep={standing.step}
      />
      <svg className={css.rays} width={1} height={1} aria-hidden="true">
        <path d={`M${right},${top}L${width + GAP},0M${right},${bottom}L${width + GAP},${beside}`} />
      </svg>
    </figure>
  );
};
