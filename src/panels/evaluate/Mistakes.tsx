import { rowWords } from '../../data/rowWords.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { WrongMark } from '../../ui/charts/WrongMark.tsx';
import { classLook, classPath } from '../../ui/colors.ts';
import { fixed } from '../../ui/format.ts';
import { placeWords } from '../output/rows.ts';
import { useClassNames } from './classNames.ts';
import { PointEntry } from './PointEntry.tsx';
import { PointList } from './PointList.tsx';
import { type Answered, sureness } from './prediction.ts';
import { words } from './words.ts';
import styles from './PointList.module.css';

interface MistakesProps {
  readonly rows: readonly Answered[];
  /** Units of the output layer. */
  readonly units: number;
}

/** The wrong points, surest first. */
export const Mistakes = ({ rows, units }: MistakesProps) => {
  const say = useSay();
  const { data } = useDesign();
  const wrong = rows
    .filter((row) => !row.right)
    .toSorted((one, other) => sureness(other, units) - sureness(one, units));
  return (
    <PointList
      title={say(words.mistakes)}
      hint={say(words.arrow)}
      count={wrong.length}
      rows={wrong}
      none={say(words.none, { row: say(rowWords(data, 1)) })}
      Entry={Mistake}
    />
  );
};

/** One wrong point as it lies on the plane: its answer, the prediction, and the output that decided. */
const Mistake = ({ row }: { readonly row: Answered }) => {
  const say = useSay();
  const nameOf = useClassNames();
  const [answer, predicted] = [nameOf(row.answer), nameOf(row.predicted)];
  const place = placeWords(row.x);
  const value = fixed(row.value, 3);
  const { ink } = classLook(row.answer);
  return (
    <PointEntry
      id={row.id}
      layout={styles.row}
      label={say(words.pointing, { place, answer, predicted, value })}
    >
      <svg width="28" height="28" viewBox="-14 -14 28 28" aria-hidden="true">
        <path
          d={classPath(row.answer, 5)}
          {...(row.validation ? { className: styles.hollow, stroke: ink } : { fill: ink })}
        />
        <WrongMark radius={10} />
      </svg>
      <span>
        {answer} → <b>{predicted}</b> <span className={styles.value}>{value}</span>
      </span>{' '}
      <span className={styles.place}>{place}</span>
    </PointEntry>
  );
};
