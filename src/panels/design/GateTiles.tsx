import { useId } from 'react';
import type { Answers } from '../../data/data.ts';
import { GATES, gateName } from '../../data/gates.ts';
import { CORNERS } from '../../data/sets/gate.ts';
import { effectOf } from '../../experiment/apply.ts';
import { chooseGate } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classLook, classPath } from '../../ui/colors.ts';
import { effectWords } from '../../ui/controls/Field.tsx';
import { Tile } from '../../ui/controls/Tile.tsx';
import { words } from './words.ts';
import styles from './DesignPanel.module.css';

const tiles = Object.values(GATES);
const equal = (one: Answers, other: Answers): boolean => one.every((answer, row) => answer === other[row]);

/** The four points of a gate as they lie in the plane. */
const Miniature = ({ answers }: { readonly answers: Answers }) => (
  <svg viewBox="0 0 54 54">
    {CORNERS.map(([x1, x2], row) => {
      const answer = answers[row] ?? 0;
      return (
        <path
          key={`${x1} ${x2}`}
          transform={`translate(${15.5 + 23 * x1} ${38.5 - 23 * x2})`}
          d={classPath(answer, 5)}
          fill={classLook(answer).fill}
        />
      );
    })}
  </svg>
);

/** AND, OR, NAND, XOR: another gate keeps the weights; from other data it starts over. */
export const GateTiles = () => {
  const say = useSay();
  const name = useId();
  const design = useDesign();
  const { set, answers, changes } = design.data;
  const onGate = set === 'gate';
  const known = tiles.some((tile) => equal(tile, answers));
  const effect = effectOf(design, chooseGate(design, GATES.OR));
  const choose = (tile: Answers) => {
    const [from, to] = [gateName(answers), gateName(tile)];
    edit((now) => chooseGate(now, tile), { deed: onGate ? { kind: 'gate', from, to } : { kind: 'data' } });
  };
  return (
    <div className={styles.gates}>
      <div role="radiogroup" aria-label={say(words.gates)} className={styles.tiles}>
        {tiles.map((tile) => (
          <Tile
            key={gateName(tile).en}
            name={name}
            words={say(gateName(tile))}
            checked={onGate && equal(tile, answers)}
            onChoose={() => choose(tile)}
          >
            <Miniature answers={tile} />
          </Tile>
        ))}
      </div>
      <p className={styles.note}>
        {onGate && (changes.length > 0 || !known) && (
          <>{say(changes.length > 0 ? words.changed : words.thisGate, { gate: say(gateName(answers)) })} </>
        )}
        <span className={styles.parts}>{say(words.parts)} </span>
        <span className={styles.effect}>{say(effectWords[effect])}</span>
      </p>
    </div>
  );
};
