import { useDesign } from '../../../state/experiment.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { fixed } from '../../../ui/format.ts';
import { BatchWords } from '../BatchWords.tsx';
import { blameOf } from '../blame.ts';
import { Delta } from '../Delta.tsx';
import { Tinted } from '../Tinted.tsx';
import { useNeuron } from '../useNeuron.ts';
import { originOf } from './origin.ts';
import dense from './Dense.module.css';
import css from './pictures.module.css';
import type { Term } from './terms.ts';
import { useBackward } from './useBackward.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface DenseBackwardProps {
  readonly seen: LayerSeen;
  readonly unit: number;
  /** Whose weights are told. */
  readonly terms: readonly Term[];
  readonly name: string;
}

/** What of the error reaches a Dense unit, and how the weights of its largest terms are moved. */
export const DenseBackward = ({ seen, unit, terms, name }: DenseBackwardProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { compile } = useDesign();
  const { layer, layers, shaped, weights } = seen;
  const { point, batch, drawn } = useBackward(layer);
  const neuron = useNeuron(layer, unit);
  const blame =
    neuron && point && shaped.outputShape.length === 1
      ? blameOf(neuron, point, weights, compile.loss_settings?.label_smoothing ?? 0)
      : null;
  const update = batch?.layer ?? null;
  const { kernel, bias } = weights[layer] ?? { kernel: [], bias: [] };
  const rows = [
    ...terms.map(({ at, input }) => ({ at, name: say(originOf(layers, layer, input)) })),
    ...(bias.length > 0
      ? [{ at: kernel.length + (unit % (shaped.outputShape.at(-1) ?? 1)), name: 'b' }]
      : []),
  ];
  return (
    <>
      {neuron && blame && (
        <Delta
          neuron={{ ...neuron, name }}
          blame={blame}
          joinedAfter={layer + 1 === layers.length - 1 && point?.layers[layer + 1]?.blame === null}
        />
      )}
      {drawn && <p className={css.quiet}>{say(words.drawn)}</p>}
      <table className={dense.terms} aria-label={say(words.backward)}>
        <thead>
          <tr>
            <th scope="col">{say(words.weight)}</th>
            {point && <th scope="col">{say(words.slopeHere)}</th>}
            <th scope="col">{say(words.meanSlope)}</th>
            <th scope="col">{say(words.change)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at}>
              <th scope="row">{row.name}</th>
              {point && (
                <td>
                  <Tinted value={point.slopes[row.at] ?? Number.NaN} digits={digits} plus />
                </td>
              )}
              <td>
                {update ? (
                  <Tinted value={update.slopes[row.at] ?? Number.NaN} digits={digits} plus />
                ) : (
                  say(words.notYet)
                )}
              </td>
              <td>
                {update
                  ? `${fixed(update.before[row.at] ?? Number.NaN, digits)} → ${fixed(update.after[row.at] ?? Number.NaN, digits)}`
                  : say(words.notYet)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shaped.spec.trainable === false && <p className={css.quiet}>{say(words.frozen)}</p>}
      {point && batch && <BatchWords seen={{ point, batch }} />}
    </>
  );
};
