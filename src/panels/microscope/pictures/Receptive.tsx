import type { ReactNode } from 'react';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { CellMap } from './CellMap.tsx';
import { colourAt } from '../../network/pictures/paint.ts';
import css from './pictures.module.css';
import { frameOf, isSolid, receptiveField } from './receptive.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** Side of the picture in px, about. */
const SIDE = 60;

interface ReceptiveProps {
  readonly seen: LayerSeen;
  readonly unit: number;
}

interface PictureProps extends ReceptiveProps {
  /** What stands beside it; left out, which pixels these are. */
  readonly children?: ReactNode;
}

/** Which pixels a unit has seen, in words. */
export const ReceptiveWords = ({ seen: { layers, layer }, unit }: ReceptiveProps) => {
  const say = useSay();
  const field = receptiveField(layers, layer, unit);
  const frame = field && frameOf(field);
  if (!field || !frame) return <p className={css.quiet}>{field && say(words.receptiveNone)}</p>;
  const { top: a, bottom: b, left: c, right: d } = frame;
  return (
    <p className={css.quiet}>{say(isSolid(field) ? words.receptive : words.receptivePart, { a, b, c, d })}</p>
  );
};

/** The picture with a frame round the pixels that a unit has seen. */
export const Receptive = ({ seen, unit, children }: PictureProps) => {
  const say = useSay();
  const theme = useView((view) => view.theme);
  const { layers, layer, picture } = seen;
  const [height = 1, width = 1, channels = 1] = layers[0]?.inputShape ?? [];
  const field = receptiveField(layers, layer, unit);
  const frame = field && frameOf(field);
  return (
    <div className={css.receptive}>
      <CellMap
        label={say(words.pictureIn)}
        region={{ top: 0, left: 0, bottom: height - 1, right: width - 1 }}
        cell={Math.max(1, Math.round(SIDE / Math.max(height, width)))}
        colourOf={({ row, column }) =>
          colourAt('pixels', theme, picture[(row * width + column) * channels] ?? 0)
        }
        frames={frame ? [{ span: frame, kind: 'now' }] : []}
      />
      <div className={css.beside}>{children ?? <ReceptiveWords seen={seen} unit={unit} />}</div>
    </div>
  );
};
