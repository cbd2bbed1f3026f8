import type { Experiment } from '../../experiment/experiment.ts';
import { both, type Both, kindOf, PAIR, type PairKind } from '../../experiment/pair.ts';
import { useDesign } from '../../state/experiment.ts';
import { judgedOf, shortName, useImports } from '../../state/imported.ts';
import { useSay } from '../../state/words.ts';
import { PairLine } from '../../ui/charts/PairLine.tsx';
import { pairLooks } from '../../ui/charts/pairLooks.ts';
import { count, fixed, percent } from '../../ui/format.ts';
import type { Compared, Side } from '../../worker/comparison/comparison.ts';
import css from './Figures.module.css';
import { NAMES } from './names.ts';
import { words } from './words.ts';

interface FiguresProps {
  readonly pair: Both<Experiment>;
  readonly compared: Compared;
}

/** What both are and come to, in numbers. */
export const Figures = ({ pair, compared }: FiguresProps) => {
  const say = useSay();
  const { model, data } = useDesign();
  const own = kindOf(model);
  const imported = useImports(({ kept }) => judgedOf(kept, data.asset));
  const { sides, judged } = compared;
  const times = both((kind) => medianOf(sides[kind]));
  const printed = (took: number | null): string =>
    took === null
      ? say(words.notYet)
      : took < 1000
        ? say(words.milliseconds, { n: fixed(took, took < 10 ? 1 : 0) })
        : say(words.seconds, { n: fixed(took / 1000, 2) });
  const counted = PAIR.some((kind) => sides[kind].imported !== null);
  const row = (name: string, value: (kind: PairKind) => string) => (
    <tr>
      <th scope="row">{name}</th>
      {PAIR.map((kind) => (
        <td key={kind}>{value(kind)}</td>
      ))}
    </tr>
  );
  return (
    <section className={css.figures}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(words.network)}</span>
            </th>
            {PAIR.map((kind) => (
              <th key={kind} scope="col">
                <PairLine look={pairLooks[kind]} /> {NAMES[kind]}
                <span className={css.own}>
                  {layersOf(pair[kind])}
                  {kind === own && `, ${say(words.yours)}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(say(words.parameters), (kind) => count(sides[kind].parameters))}
          {row(say(words.perEpoch), (kind) => printed(times[kind]))}
          {row(say(judged === 'validation' ? words.validationAccuracy : words.trainingAccuracy), (kind) =>
            percent(sides[kind].ends.at(-1)?.accuracy ?? Number.NaN),
          )}
          {counted &&
            imported &&
            row(say(words.importedAccuracy, { set: say(shortName(imported)) }), (kind) => {
              const judgedAs = sides[kind].imported;
              return judgedAs ? percent(judgedAs.right / judgedAs.of) : say(words.notYet);
            })}
        </tbody>
      </table>
      <p className={css.hint}>
        {ratioWords()} {say(words.measuredHere)}
      </p>
    </section>
  );
  function ratioWords(): string {
    if (times.mlp === null || times.cnn === null) return '';
    const larger = (of: Both<number>): PairKind => (of.mlp >= of.cnn ? 'mlp' : 'cnn');
    const ratio = (of: Both<number>): string => {
      const most = Math.max(of.mlp, of.cnn) / Math.min(of.mlp, of.cnn);
      return fixed(most, most < 10 ? 1 : 0);
    };
    const parameters = both((kind) => sides[kind].parameters);
    const took = { mlp: times.mlp, cnn: times.cnn };
    return say(words.times, {
      more: NAMES[larger(parameters)],
      p: ratio(parameters),
      slower: NAMES[larger(took)],
      t: ratio(took),
    });
  }
};

/** The middle one of what the epochs took; null before the first one. */
const medianOf = ({ ends }: Side): number | null => {
  const took = ends
    .slice(1)
    .map((end) => end.took)
    .sort((a, b) => a - b);
  return took[Math.floor(took.length / 2)] ?? null;
};

/** The sizes of what learns: "784-128-10" of a list of neurons, "8 · 16 · 10" of filters and neurons. */
const layersOf = ({ model }: Experiment): string =>
  model.layers
    .flatMap((layer) => (layer.type === 'Conv2D' ? layer.filters : layer.type === 'Dense' ? layer.units : []))
    .join(' · ');
