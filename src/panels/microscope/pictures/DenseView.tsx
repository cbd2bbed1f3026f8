import { activations } from '../../../engine/activations/index.ts';
import { setWeight } from '../../../experiment/moves.ts';
import { edit } from '../../../state/experiment.ts';
import { useFrame } from '../../../state/run.ts';
import { look, lookInto, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { DragNumber } from '../../../ui/controls/DragNumber.tsx';
import { fixed } from '../../../ui/format.ts';
import { Shares } from '../../output/Shares.tsx';
import { sharesOf } from '../../output/softmax.ts';
import { Curve } from '../Curve.tsx';
import { Tinted } from '../Tinted.tsx';
import { printedSum } from './adding.ts';
import { DenseBackward } from './DenseBackward.tsx';
import { originOf } from './origin.ts';
import dense from './Dense.module.css';
import css from './pictures.module.css';
import { type Term, termsOfDense } from './terms.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

/** So many terms stand one by one; the others are one. */
const MOST = 8;

interface DenseViewProps {
  readonly seen: LayerSeen;
  readonly unit: number;
}

/** A Dense unit: the largest terms of its sum, the others together, b and z; what comes out; and how its weights move. */
export const DenseView = ({ seen, unit }: DenseViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const phase = useFrame()?.phase?.phase.kind;
  const { shaped, layer, layers, input, sums, outputs, weights } = seen;
  const { kernel, bias } = weights[layer] ?? { kernel: new Float32Array(0), bias: new Float32Array(0) };
  const units = shaped.outputShape.at(-1) ?? 1;
  const terms = termsOfDense(shaped, input, kernel, unit);
  const [shown, rest] = [terms.slice(0, MOST), terms.slice(MOST)];
  const restSum = rest.reduce((sum, { product }) => sum + product, 0);
  const own = unit % units;
  const z = sums[unit] ?? Number.NaN;
  const said = printedSum(
    [...shown.map(({ product }) => product), ...(rest.length > 0 ? [restSum] : [])],
    bias[own] ?? 0,
    z,
    digits,
  );
  const name = layer === layers.length - 1 ? 'ŷ' : 'a';
  const first = unit - own;
  const shares =
    shaped.activation === 'softmax'
      ? sharesOf(sums.subarray(first, first + units), outputs.subarray(first, first + units), units, 1, 0)
      : null;
  const curved = activations[shaped.activation].curve !== null;
  const weight = (term: Term) => (
    <DragNumber
      value={term.w}
      label={say(words.weightFrom, { from: say(originOf(layers, layer, term.input)) })}
      digits={digits}
      onChange={(next, gesture) =>
        edit(setWeight(layer, term.at, next), gesture === undefined ? {} : { gesture })
      }
    />
  );
  return (
    <div className={dense.dense}>
      <section className={classes(phase === 'backward' && css.dim)} aria-label={say(words.forward)}>
        <table className={dense.terms} aria-label={say(words.strongest)}>
          <thead>
            <tr>
              <th scope="col">{say(words.input)}</th>
              <th scope="col">x</th>
              <th scope="col">w</th>
              <th scope="col">{say(words.product)}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((term, index) => (
              <tr
                key={term.input}
                onPointerEnter={() =>
                  layer > 0 && look({ hovered: { kind: 'unit', layer: layer - 1, unit: term.from } })
                }
                onPointerLeave={() => look({ hovered: null })}
              >
                <th scope="row">
                  {layer > 0 ? (
                    <button
                      type="button"
                      onClick={() => lookInto({ kind: 'unit', layer: layer - 1, unit: term.from })}
                    >
                      {say(originOf(layers, layer, term.input))}
                    </button>
                  ) : (
                    say(originOf(layers, layer, term.input))
                  )}
                </th>
                <td>{fixed(term.x, digits)}</td>
                <td>{weight(term)}</td>
                <td>
                  <Tinted value={said.terms[index] ?? Number.NaN} digits={digits} />
                </td>
              </tr>
            ))}
            {rest.length > 0 && (
              <tr>
                <th scope="row" colSpan={3}>
                  {say(words.others, { n: rest.length })}
                </th>
                <td>
                  <Tinted value={said.terms[MOST] ?? Number.NaN} digits={digits} />
                </td>
              </tr>
            )}
            {bias.length > 0 && (
              <tr>
                <th scope="row" colSpan={2}>
                  b
                </th>
                <td>
                  <DragNumber
                    value={said.bias}
                    label={say(words.biasOf, { name })}
                    digits={digits}
                    onChange={(next, gesture) =>
                      edit(
                        setWeight(layer, kernel.length + own, next),
                        gesture === undefined ? {} : { gesture },
                      )
                    }
                  />
                </td>
                <td>
                  <Tinted value={said.bias} digits={digits} />
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                z
              </th>
              <td>
                <Tinted value={z} digits={digits} strong />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <section className={classes(phase === 'backward' && css.dim)}>
        {shares && <Shares shares={shares} digits={digits} own={own} />}
        {curved && <Curve activation={shaped.activation} z={z} a={outputs[unit] ?? Number.NaN} name={name} />}
      </section>
      <section
        className={classes((phase === 'forward' || phase === 'loss') && css.dim)}
        aria-label={say(words.backward)}
      >
        <DenseBackward seen={seen} unit={unit} terms={shown} name={name} />
      </section>
    </div>
  );
};
