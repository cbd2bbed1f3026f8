import { useState } from 'react';
import type { Window } from '../../../engine/window.ts';
import { useFrame } from '../../../state/run.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { After } from './After.tsx';
import { ConvBackward } from './ConvBackward.tsx';
import { Paint } from './Paint.tsx';
import css from './pictures.module.css';
import type { Standing } from './place.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface BesideProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly standing: Standing;
  readonly channel: number;
  readonly pointed: number | null;
  readonly onPoint: (cell: number | null) => void;
}

/** Where the number goes on to, how the error comes back, or the kernel set by hand: what is under way, until a person chooses. */
export const Beside = ({ seen, window, standing, channel, pointed, onPoint }: BesideProps) => {
  const say = useSay();
  const phase = useFrame()?.phase?.phase.kind;
  const [chosen, choose] = useState<'after' | 'backward' | 'hand' | null>(null);
  const side = chosen ?? (phase === 'backward' || phase === 'update' ? 'backward' : 'after');
  const dims =
    (side === 'backward' && (phase === 'forward' || phase === 'loss')) ||
    (side === 'after' && phase === 'backward');
  const filter = standing.cell.map;
  return (
    <section className={classes(css.side, dims && css.dim)} aria-label={say(words.side)}>
      <Segmented
        label={say(words.side)}
        options={[
          { value: 'after', words: say(words.map) },
          { value: 'backward', words: say(words.backward) },
          { value: 'hand', words: say(words.byHand) },
        ]}
        value={side}
        onChange={choose}
      />
      {side === 'after' && <After seen={seen} standing={standing} />}
      {side === 'backward' && (
        <ConvBackward
          seen={seen}
          window={window}
          filter={filter}
          channel={channel}
          unit={standing.unit}
          pointed={pointed}
          onPoint={onPoint}
        />
      )}
      {side === 'hand' && <Paint seen={seen} window={window} filter={filter} channel={channel} />}
    </section>
  );
};
