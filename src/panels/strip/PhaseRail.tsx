import { forward, seek } from '../../state/run.ts';
import { useWork } from '../../state/store.ts';
import { useSay } from '../../state/words.ts';
import { phasesOf, railOf } from './phases.ts';
import styles from './PhaseRail.module.css';

interface PhaseRailProps {
  readonly layers: number;
  /** Phases of this batch already done. */
  readonly done: number;
}

const LABEL = { en: 'Phases of a batch', ko: '배치 하나의 과정' };

/** One small segment for each phase of a batch, to go there: what is done, where it stands, what comes. */
export const PhaseRail = ({ layers, done }: PhaseRailProps) => {
  const say = useSay();
  return (
    <ol className={styles.rail} aria-label={say(LABEL)}>
      {railOf(layers, done).map(({ words, state, phases }, index) => (
        <li key={`${index} of ${layers}`}>
          <button
            type="button"
            className={styles[state]}
            title={say(words)}
            aria-label={say(words)}
            aria-current={state === 'now' ? 'step' : undefined}
            onClick={() => go(phases, phasesOf(layers).length)}
          />
        </li>
      ))}
    </ol>
  );
};

/** Goes to where so many phases of all those of this batch are done. Between two batches it is the one that was just made. */
const go = (phases: number, all: number): void => {
  const { frame } = useWork.getState();
  if (!frame) return;
  const { step } = frame.position;
  const made = frame.phase === null && step > 0;
  if (phases < all) seek(made ? step - 1 : step, phases);
  else if (!made) forward('batch');
};
