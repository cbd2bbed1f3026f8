import type { ReactNode } from 'react';
import { setWeight } from '../../../experiment/moves.ts';
import { edit } from '../../../state/experiment.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { DragNumber } from '../../../ui/controls/DragNumber.tsx';
import { fixed } from '../../../ui/format.ts';
import { Tinted } from '../Tinted.tsx';
import type { PrintedSum } from './adding.ts';
import css from './pictures.module.css';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface ConvSumsProps {
  readonly seen: LayerSeen;
  readonly said: PrintedSum;
  readonly filter: number;
  /** What comes out. */
  readonly a: number;
  /** Cells of the window. */
  readonly cells: number;
  /** The channel that is shown in full; null where only one comes in. */
  readonly channel: number | null;
}

/** From the products to what comes out: the sum of the cells, over channels, z = sum + b, a = f(z). */
export const ConvSums = ({ seen, said, filter, a, cells, channel }: ConvSumsProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { shaped, layer, weights } = seen;
  const { kernel, bias } = weights[layer] ?? { kernel: [], bias: [] };
  const biased = bias.length > 0;
  const { activation } = shaped;
  const z = fixed(said.z, digits);
  const partial = said.terms[channel ?? 0] ?? Number.NaN;
  return (
    <dl className={css.sums}>
      <Line
        what={
          channel === null
            ? say(words.sumOf, { n: cells })
            : say(words.sumOfChannel, { c: channel + 1, n: cells })
        }
        value={channel === null ? said.sum : partial}
      />
      {channel !== null && <Line what={say(words.sumOver, { n: said.terms.length })} value={said.sum} />}
      {biased && (
        <Line
          what={
            <>
              <span>z = {say(words.sum)} + b</span>
              <span>
                = {fixed(said.sum, digits)} +{' '}
                <DragNumber
                  value={said.bias}
                  label={say(words.bias, { n: filter + 1 })}
                  digits={digits}
                  onChange={(next, gesture) =>
                    edit(
                      setWeight(layer, kernel.length + filter, next),
                      gesture === undefined ? {} : { gesture },
                    )
                  }
                />
              </span>
            </>
          }
          value={said.z}
        />
      )}
      <Line
        what={
          <>
            <span>
              a = {activation}({biased ? 'z' : say(words.sum)})
            </span>
            <span>
              {activation === 'relu'
                ? `= max(0, ${z})`
                : activation === 'softmax'
                  ? say(words.overChannels)
                  : `= ${activation}(${z})`}
            </span>
          </>
        }
        value={a}
        strong
      />
    </dl>
  );
};

interface LineProps {
  readonly what: ReactNode;
  readonly value: number;
  readonly strong?: boolean;
}

const Line = ({ what, value, strong = false }: LineProps) => {
  const digits = useView((view) => view.digits);
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <Tinted value={value} digits={digits} strong={strong} />
      </dd>
    </div>
  );
};
