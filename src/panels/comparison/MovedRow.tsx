import { useEffect, useId, useState } from 'react';
import { PAIR } from '../../experiment/pair.ts';
import { movedPicture } from '../../state/comparison.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { PairLine } from '../../ui/charts/PairLine.tsx';
import { pairLooks } from '../../ui/charts/pairLooks.ts';
import { Pixels } from '../../ui/charts/Pixels.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { fixed } from '../../ui/format.ts';
import type { Compared, ComparisonFace, Moved } from '../../worker/comparison/comparison.ts';
import { useClassNames } from '../evaluate/classNames.ts';
import css from './Moved.module.css';
import { NAMES } from './names.ts';
import { words } from './words.ts';

interface MovedRowProps {
  readonly compared: Compared;
  /** Pixels that it is moved by. */
  readonly by: number;
  readonly shape: readonly [height: number, width: number, channels: 1];
}

/** One held-out picture, moved each way, and what both say of it. */
export const MovedRow = ({ compared, by, shape: [height, width] }: MovedRowProps) => {
  const say = useSay();
  const nameOf = useClassNames();
  const heading = useId();
  const theme = useView((view) => view.theme);
  const hidden = useView((view) => view.predictionsHidden);
  const [index, setIndex] = useState(0);
  const shown = useMoved(index, by, PAIR.map((kind) => compared.sides[kind].ends.length).join(' '));
  if (!shown) return null;
  const { answer, ways } = shown;
  return (
    <section className={css.row} aria-labelledby={heading}>
      <header className={css.head}>
        <h3 id={heading}>{say(by === 0 ? words.oneUnmoved : words.one, { by })}</h3>
        <p>{say(words.answer, { answer: nameOf(answer) })}</p>
        <Button kind="quiet" onClick={() => setIndex(index + 1)}>
          {say(words.another)}
        </Button>
      </header>
      {hidden && <p className={css.hint}>{say(words.hidden)}</p>}
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(words.network)}</span>
            </th>
            {ways.map((way) => (
              <th key={wayOf(way)} scope="col">
                <span className={css.picture}>
                  <Pixels
                    pixels={way.pixels}
                    height={height}
                    width={width}
                    theme={theme}
                    label={
                      wayOf(way) === 'unmoved'
                        ? say(words.unmoved)
                        : say(words.movedPicture, { way: say(words[wayOf(way)]) })
                    }
                  />
                </span>
                {by > 0 && <span className={css.way}>{say(words[wayOf(way)])}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {!hidden && (
          <tbody>
            {PAIR.map((kind) => (
              <tr key={kind}>
                <th scope="row">
                  <PairLine look={pairLooks[kind]} /> {NAMES[kind]}
                </th>
                {ways.map((way) => {
                  const { answer: said, value } = way.said[kind];
                  const right = said === answer;
                  return (
                    <td key={wayOf(way)}>
                      <b className={right ? undefined : css.wrong}>{nameOf(said)}</b>
                      {!right && (
                        <>
                          {' '}
                          <span aria-hidden="true">×</span>
                          <span className="visually-hidden">{say(words.wrong)}</span>
                        </>
                      )}
                      <span className={css.value}>{fixed(value, 2)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
};

/** Which way a picture was moved. */
const wayOf = ({ down, across }: Moved): 'unmoved' | 'right' | 'left' | 'down' | 'up' => {
  if (across !== 0) return across > 0 ? 'right' : 'left';
  return down === 0 ? 'unmoved' : down > 0 ? 'down' : 'up';
};

type Shown = NonNullable<Awaited<ReturnType<ComparisonFace['moved']>>>;

/** The picture and what is said of it, asked for again at another moment; the last one until it is there. */
const useMoved = (index: number, by: number, moment: string): Shown | null => {
  const [known, know] = useState<{ readonly shown: Shown | null; readonly moment: string } | null>(null);
  useEffect(() => {
    let stands = true;
    void movedPicture(index, by).then((shown) => stands && know({ shown, moment }));
    return () => {
      stands = false;
    };
  }, [index, by, moment]);
  return known?.shown ?? null;
};
