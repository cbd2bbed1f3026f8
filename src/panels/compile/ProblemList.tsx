import type { LossName } from '../../engine/losses/index.ts';
import type { Problem } from '../../experiment/check.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useProblems } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import type { Text } from '../../text.ts';
import styles from './ProblemList.module.css';

const words = {
  refused: { en: 'Keras refuses this', ko: 'Keras는 거부한다' },
  warned: { en: 'Keras accepts this, with a warning', ko: 'Keras는 경고하고 받아들인다' },
  older: { en: 'Taken here; Keras 3 refuses it', ko: '여기서는 받지만 Keras 3은 거부한다' },
  absent: { en: 'Not in Keras', ko: 'Keras에는 없음' },
  silent: { en: 'Keras accepts this, silently', ko: 'Keras는 말없이 받아들인다' },
  says: { en: 'What Keras says', ko: 'Keras의 메시지' },
} as const satisfies Record<string, Text>;

/** What Keras does with a problem. A loss that it does not know it can neither refuse nor accept. */
const heading = ({ kind, keras }: Problem, loss: LossName): Text => {
  if (!keras && loss === 'perceptron') return words.absent;
  if (kind === 'refused' || !keras) return words[kind];
  return /: \w*Warning: /.test(keras) ? words.warned : words.older;
};

interface ProblemListProps {
  readonly parts: readonly Problem['where']['part'][];
}

/** What does not fit in these parts of the experiment: why, what Keras says to it, and the way out. */
export const ProblemList = ({ parts }: ProblemListProps) => {
  const say = useSay();
  const { loss } = useDesign().compile;
  const problems = useProblems().filter(({ where }) => parts.includes(where.part));
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list}>
      {problems.map((problem) => {
        const { where, text, keras, fix } = problem;
        return (
          <li key={`${where.part} ${text.en}`} className={styles.problem}>
            <p className={styles.kind}>{say(heading(problem, loss))}</p>
            <p>{say(text)}</p>
            {keras && (
              <details>
                <summary className={styles.summary}>{say(words.says)}</summary>
                <code className={styles.keras}>{keras}</code>
              </details>
            )}
            {fix && (
              <Button className={styles.fix} onClick={() => edit(fix.patch, { deed: { kind: 'other' } })}>
                {say(fix.words)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
