import { memo, useId, useMemo } from 'react';
import { dataSet } from '../../data/data.ts';
import { GATES } from '../../data/gates.ts';
import { isPictureSet } from '../../data/pictures/index.ts';
import { type SetName, sets } from '../../data/sets/index.ts';
import type { Target } from '../../data/target.ts';
import { chooseSet } from '../../experiment/moves.ts';
import { part } from '../../part.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classLook, classPath } from '../../ui/colors.ts';
import { effectWords } from '../../ui/controls/Field.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Tile } from '../../ui/controls/Tile.tsx';
import { usePart } from '../../ui/later.tsx';
import { words } from './words.ts';
import styles from './DesignPanel.module.css';

type Other = Exclude<SetName, 'gate'>;
const others = (Object.keys(sets) as SetName[]).filter((name): name is Other => name !== 'gate');

/** How pictures are drawn: until it is here their tiles are empty. */
const pictures = part(() => import('./pictures/Miniature.tsx'));

/** The three points belong to a lesson: they are among the others while they are on. */
const offered = (set: SetName): readonly Other[] => others.filter((name) => name !== 'three' || set === name);

/** Points in a miniature: few enough to tell their shapes apart. */
const POINTS = 66;
const CURVE_POINTS = 30;

/** A class has its shape and colour; a number is a dot, coloured by where it lies between low and high. */
const lookOf = (answer: number, target: Target) => {
  if (target.kind === 'classes') return { d: classPath(answer, 1.2), fill: classLook(answer).fill };
  const t = (2 * (answer - target.low)) / (target.high - target.low) - 1;
  return {
    d: classPath(0, 1.3),
    fill: t < 0 ? 'var(--negf)' : 'var(--posf)',
    fillOpacity: 0.25 + 0.75 * Math.min(1, Math.abs(t)),
  };
};

/** A set's own points, as many as a tile can show. */
const Miniature = memo(({ name }: { readonly name: Other }) => {
  const { places, answers, region, target } = useMemo(
    () =>
      dataSet({
        set: name,
        answers: GATES.AND,
        noise: sets[name].preset.noise,
        points: sets[name].width === 1 ? CURVE_POINTS : POINTS,
        seed: 1,
        changes: [],
      }),
    [name],
  );
  const [left, right, bottom, top] = region;
  const place = (row: number) => {
    const x = (((places[2 * row] ?? 0) - left) / (right - left)) * 40;
    const y = ((top - (places[2 * row + 1] ?? 0)) / (top - bottom)) * 40;
    return `translate(${x.toFixed(2)} ${y.toFixed(2)})`;
  };
  return (
    <svg viewBox="0 0 40 40">
      {[...answers].map((answer, row) => (
        <path key={place(row)} transform={place(row)} {...lookOf(answer, target)} />
      ))}
    </svg>
  );
});
Miniature.displayName = 'Miniature';

/** The other data: another kind starts over, with the output layer and loss that fit it. */
export const DataTiles = () => {
  const say = useSay();
  const name = useId();
  const design = useDesign();
  const { set } = design.data;
  const drawn = usePart(pictures, false);
  const choose = (other: Other) => edit((now) => chooseSet(now, other), { deed: { kind: 'data' } });
  return (
    <div className={styles.others}>
      <p className={styles.othersHead}>
        {say(words.otherData)} <span className={styles.effect}>{say(effectWords.restart)}</span>
      </p>
      <div role="radiogroup" aria-label={say(words.otherData)} className={styles.tiles}>
        {offered(set).map((other) => (
          <Tile
            key={other}
            name={name}
            className={styles.small}
            words={say(sets[other].words)}
            checked={set === other}
            onChoose={() => choose(other)}
          >
            {isPictureSet(other) ? drawn && <drawn.Miniature name={other} /> : <Miniature name={other} />}
          </Tile>
        ))}
      </div>
      <Select
        className={styles.list}
        label={say(words.otherData)}
        placeholder={say(words.otherData)}
        options={offered(set).map((other) => ({ value: other, words: say(sets[other].words) }))}
        value={set === 'gate' ? null : set}
        onChange={choose}
      />
    </div>
  );
};
