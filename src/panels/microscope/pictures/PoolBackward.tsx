import type { Window } from '../../../engine/window.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { BatchWords } from '../BatchWords.tsx';
import { signed } from '../printed.ts';
import { printed, termsOf } from './adding.ts';
import { fullOf } from './colours.ts';
import { Numbers } from './Numbers.tsx';
import css from './pictures.module.css';
import { isInside, type Place } from './under.ts';
import { useBackward } from './useBackward.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface PoolBackwardProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly under: readonly Place[];
  readonly unit: number;
  /** Cells under the window that lie on the map. */
  readonly inside: number;
  /** The one that was kept; null where all count alike. */
  readonly largest: Place | null;
  readonly pointed: number | null;
  readonly onPoint: (cell: number | null) => void;
}

/** Which cells get the slope that reaches this one. */
export const PoolBackward = (props: PoolBackwardProps) => {
  const { seen, window, under, unit, inside, largest, pointed, onPoint } = props;
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { layer } = seen;
  const { point, batch, drawn } = useBackward(layer);
  if (drawn) return <p className={css.quiet}>{say(words.drawn)}</p>;
  if (!point) return null;
  const slope = point.layers[layer]?.delta[unit] ?? Number.NaN;
  const given = (place: Place): number => {
    if (!largest) return isInside(window, place) ? slope / inside : 0;
    return place.row === largest.row && place.column === largest.column ? slope : 0;
  };
  const shares = termsOf(under.map(given), digits, printed(slope, digits));
  const { wide, tall } = window;
  return (
    <>
      <p>
        {largest
          ? say(words.goesToOne, { slope: signed(slope, digits), row: largest.row, column: largest.column })
          : say(words.goesToAll, { slope: signed(slope, digits), n: inside })}
      </p>
      <Numbers
        label={say(words.given)}
        wide={wide}
        cells={under.map((place, at) => ({
          value: shares[at] ?? Number.NaN,
          padding: !isInside(window, place),
        }))}
        ramp="signs"
        full={fullOf([slope])}
        digits={digits}
        height={Math.max(4, Math.min(26, Math.floor(72 / tall)))}
        pointed={pointed}
        onPoint={onPoint}
      />
      {batch && <BatchWords seen={{ point, batch }} />}
    </>
  );
};
