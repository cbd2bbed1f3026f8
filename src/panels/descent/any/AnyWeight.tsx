import { type ReactNode, useMemo, useState } from 'react';
import { useTrainingRows } from '../../../state/data.ts';
import { useDesign } from '../../../state/experiment.ts';
import { useFrame } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import type { Text } from '../../../text.ts';
import { count } from '../../../ui/format.ts';
import { type Over, PLACES, type WeightPlace } from '../../../worker/landscape/landscape.ts';
import { goesOn } from '../../../worker/frame.ts';
import css from './AnyWeight.module.css';
import { closeRange } from './closeRange.ts';
import { LossCurve } from './LossCurve.tsx';
import { MoveWords } from './MoveWords.tsx';
import type { Seen } from './seen.ts';
import { useSeen } from './useSeen.ts';
import { type Reach, WeightChoice } from './WeightChoice.tsx';
import { chosenWeight, learningLayers, type LearningLayer, nameOf, splitPlace } from './weights.ts';
import { words } from './words.ts';

/** The loss over one weight of any network, all others as they are: the selected one, else the first. */
export const AnyWeight = ({ children }: { readonly children?: ReactNode }) => {
  const say = useSay();
  const design = useDesign();
  const { data, model } = design;
  const layers = useMemo(() => learningLayers({ data, model }), [data, model]);
  const selected = useView((view) => view.selected);
  const place = chosenWeight(layers, selected);
  const own = layers.find(({ layer }) => layer === place?.layer);
  const [chosen, choose] = useState<Over>('batch');
  const [reach, setReach] = useState<Reach>('wide');
  const training = useTrainingRows();
  if (!place || !own) return <p className={css.none}>{say(words.nothing)}</p>;
  const parts = design.fit.batch_size < training;
  const rows = parts ? chosen : 'batch';
  return (
    <div className={css.view}>
      <div className={css.bar}>
        {children}
        <WeightChoice
          layers={layers}
          own={own}
          at={place.at}
          rows={rows}
          onRows={parts ? choose : null}
          reach={reach}
          onReach={setReach}
        />
      </div>
      <Loss place={place} own={own} rows={rows} parts={parts} reach={reach} />
    </div>
  );
};

interface LossProps {
  readonly place: WeightPlace;
  readonly own: LearningLayer;
  readonly rows: Over;
  /** Are the rows trained on in several batches? */
  readonly parts: boolean;
  readonly reach: Reach;
}

const Loss = ({ place, own, rows, parts, reach }: LossProps) => {
  const say = useSay();
  const design = useDesign();
  const frame = useFrame();
  const training = useTrainingRows();
  const [held, hold] = useState<Seen['range'] | null>(null);
  const of = `${frame?.run} ${place.layer} ${place.at} ${rows} ${reach}`;
  const [near, lay] = useState<{ readonly of: string; readonly range: Seen['range'] } | null>(null);
  const known = near?.of === of ? near.range : null;
  const seen = useSeen(place, rows, held ?? known);
  // A drag must not change what is seen under it.
  if (reach === 'close' && seen?.motion && held === null) {
    const range = closeRange(known, seen.motion);
    if (range !== known) lay({ of, range });
  }
  const name = nameOf(design, own, place.at);
  const symbol = own.parts[splitPlace(own, place.at).part]?.symbol ?? 'w';
  const title = say(words.lossOver, { w: say(name) });
  return (
    <>
      <section className={css.loss} aria-label={title}>
        <header className={css.head}>
          <h2>{title}</h2>
          <p>{seen && say(onWhich(rows, parts), { ...told(seen), rows: rowsOn(seen, rows, training) })}</p>
        </header>
        {seen ? (
          <LossCurve
            seen={seen}
            place={place}
            rows={rows}
            name={say(name)}
            symbol={symbol}
            of={of}
            reach={reach}
            onHold={(on) => hold(on ? seen.range : null)}
          />
        ) : (
          <p className={css.none}>{say(words.begins)}</p>
        )}
        <p className={css.note}>
          {seen && frame && seen.measured < 1 && !goesOn(frame) ? (
            <span className={css.coarse}>
              {say(words.measuring, { n: Math.round(seen.measured * PLACES), places: PLACES })}
            </span>
          ) : (
            seen &&
            (reach === 'close'
              ? say(words.straight)
              : seen.earlier.length > 0 && say(whyMoved(seen, rows, parts)))
          )}
        </p>
      </section>
      <section className={css.side} aria-label={say(words.rule)}>
        {seen && <MoveWords seen={seen} place={place} rows={rows} name={name} symbol={symbol} />}
      </section>
    </>
  );
};

const onWhich = (rows: Over, parts: boolean): Text =>
  rows === 'all' ? words.onAll : parts ? words.onBatch : words.oneBatch;
const told = ({ batch: { number, batches } }: Seen) => ({ number: count(number), batches: count(batches) });
const rowsOn = ({ batch }: Seen, rows: Over, training: number): string =>
  count(rows === 'all' ? training : batch.rows);

/** Why the curves before are others: each batch has its own; else because the other weights learn. */
const whyMoved = ({ curve, earlier }: Seen, rows: Over, parts: boolean): Text => {
  if (rows === 'batch' && parts) return words.changesByBatch;
  const least = (places: Seen['curve']): number => Math.min(...places.map(([, loss]) => loss));
  return least(curve) < least(earlier[0] ?? []) ? words.sinks : words.changes;
};
