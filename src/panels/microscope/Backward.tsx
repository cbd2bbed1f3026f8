import { isPlain } from '../../engine/optimizers/index.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { fixed } from '../../ui/format.ts';
import { blameOf } from './blame.ts';
import { Delta } from './Delta.tsx';
import { PartRow } from './Forward.tsx';
import styles from './Microscope.module.css';
import { Moves } from './Moves.tsx';
import { Tinted } from './Tinted.tsx';
import type { Seen } from './useAnatomy.ts';
import type { Neuron } from './useNeuron.ts';
import { Verdict } from './Verdict.tsx';
import { words } from './words.ts';

interface BackwardProps {
  readonly neuron: Neuron;
  readonly seen: Seen;
}

/** What the error is at this neuron, what it asks of each weight here and in the mean, and how each weight moves. */
export const Backward = ({ neuron, seen }: BackwardProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const frame = useFrame();
  const { compile, fit } = useDesign();
  const { layer, parts, shaped, layers } = neuron;
  const blame =
    frame && blameOf(neuron, seen.point, frame.weights, compile.loss_settings?.label_smoothing ?? 0);
  const update = seen.batch.layer;
  const plain = isPlain(compile.optimizer);
  const frozen = shaped.spec.trainable === false;
  const penalised = 'kernel_regularizer' in shaped.spec && shaped.spec.kernel_regularizer;
  // The move is that between the printed weights, so that the row adds up as it is read.
  const rounded = (value: number): number => Number(value.toFixed(digits));
  const notYet = <span className={styles.quiet}>{say(words.notYet)}</span>;
  return (
    <div className={styles.backward}>
      {blame && (
        <Delta
          neuron={neuron}
          blame={blame}
          joinedAfter={layer + 1 === layers.length - 1 && seen.point.layers[layer + 1]?.blame === null}
        />
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(words.weight)}</span>
            </th>
            <th scope="col">{say(words.pointSlope)}</th>
            <th scope="col">{say(words.meanSlope)}</th>
            <th scope="col">{say(plain ? words.move : words.moveOther)}</th>
            <th scope="col">{say(words.change)}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const { at, name } = part;
            const [before, after] = [update?.before[at] ?? Number.NaN, update?.after[at] ?? Number.NaN];
            return (
              <PartRow key={at} layer={layer} part={part}>
                <th scope="row" className={styles.strong}>
                  {name}
                </th>
                <td>
                  <Tinted value={seen.point.slopes[at] ?? Number.NaN} digits={digits} plus />
                </td>
                <td>
                  {update ? <Tinted value={update.slopes[at] ?? Number.NaN} digits={digits} plus /> : notYet}
                </td>
                <td>
                  {update ? <Tinted value={rounded(after) - rounded(before)} digits={digits} plus /> : notYet}
                </td>
                <td>
                  {update ? (
                    <>
                      <span className={styles.number}>{fixed(before, digits)}</span> →{' '}
                      <Tinted value={after} digits={digits} strong />
                    </>
                  ) : (
                    notYet
                  )}
                </td>
              </PartRow>
            );
          })}
        </tbody>
      </table>
      {update && !frozen && <Verdict neuron={neuron} seen={seen} update={update} />}
      {frozen && <p className={styles.note}>{say(words.frozen)}</p>}
      {penalised && <p className={styles.note}>{say(words.penalised)}</p>}
      {fit.class_weight && <p className={styles.note}>{say(words.weighted)}</p>}
      {update && !plain && !frozen && <Moves neuron={neuron} batch={seen.batch} update={update} />}
    </div>
  );
};
