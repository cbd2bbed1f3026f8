import type { Window } from '../../../engine/window.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { fixed } from '../../../ui/format.ts';
import { fullOf, rampInto } from './colours.ts';
import { MapThumb } from './MapThumb.tsx';
import css from './pictures.module.css';
import { type Place, spanUnder } from './under.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

const THUMB = 32;

interface ChannelsProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly stop: Place;
  /** What each channel brings in, as it is printed. */
  readonly sums: readonly number[];
  readonly channel: number;
  readonly onChoose: (channel: number) => void;
}

/** The channels that come in with what each brings into the sum; one of them is shown in full. */
export const Channels = ({ seen, window, stop, sums, channel, onChoose }: ChannelsProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { layers, layer, input, shaped } = seen;
  const [rows = 1, columns = 1, maps = 1] = shaped.inputShape;
  const ramp = rampInto(layers, layer);
  const full = fullOf(input);
  const span = spanUnder(window, stop);
  const inside = {
    top: Math.max(0, span.top),
    left: Math.max(0, span.left),
    bottom: Math.min(rows - 1, span.bottom),
    right: Math.min(columns - 1, span.right),
  };
  return (
    <Segmented
      label={say(words.channels)}
      className={css.channels ?? ''}
      options={sums.map((sum, map) => ({
        value: map,
        words: fixed(sum, digits),
        mark: (
          <MapThumb
            label={say(words.mapIn, { n: map + 1, of: maps })}
            values={input}
            rows={rows}
            columns={columns}
            maps={maps}
            map={map}
            ramp={ramp}
            full={full}
            side={THUMB}
            frames={[{ span: inside, kind: 'now' }]}
          />
        ),
      }))}
      value={channel}
      onChange={onChoose}
    />
  );
};
