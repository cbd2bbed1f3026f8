import { useSay } from '../../state/words.ts';
import { railOf } from './phases.ts';
import styles from './PhaseRail.module.css';

interface PhaseRailProps {
  readonly layers: number;
  /** Phases of this batch already done. */
  readonly done: number;
}

const LABEL = { en: 'Phases of a batch', ko: '배치 하나의 과정' };

/** One small segment for each phase of a batch: what is done, where it stands, what comes. */
export const PhaseRail = ({ layers, done }: PhaseRailProps) => {
  const say = useSay();
  return (
    <ol className={styles.rail} aria-label={say(LABEL)}>
      {railOf(layers, done).map(({ words, state }, index) => (
        <li
          key={`${index} of ${layers}`}
          className={styles[state]}
          title={say(words)}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="visually-hidden">{say(words)}</span>
        </li>
      ))}
    </ol>
  );
};
