import { useModel } from '../../../state/data.ts';
import { useAnswered, useToldMaps } from '../../../state/picture.ts';
import { useFrame } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { fixed } from '../../../ui/format.ts';
import { useClassNames } from '../../evaluate/classNames.ts';
import { DIGITS, printedOutputs } from '../../output/pictures/printed.ts';
import { words } from './words.ts';
import styles from './Reading.module.css';

/** What the network takes the picture for, surest first: live while it is drawn. `answer` is null where there is none. */
export const Reading = ({ answer }: { readonly answer: number | null }) => {
  const say = useSay();
  const nameOf = useClassNames();
  const maps = useToldMaps();
  const playing = useFrame()?.playing ?? false;
  const hidden = useView((view) => view.predictionsHidden);
  const last = useModel().at(-1);
  const all = [...(maps?.layers.at(-1)?.outputs ?? [])];
  // Which is the surest shows once all of them are there.
  const outputs = useAnswered() < all.length ? [] : all;
  const printed = printedOutputs(outputs, last?.activation ?? 'linear');
  const [first, second, third] = outputs
    .map((size, of) => ({ name: nameOf(of), of, value: fixed(printed[of] ?? size, DIGITS), size }))
    .toSorted((one, other) => other.size - one.size);
  return (
    <section className={styles.reading}>
      <h3 className={styles.name}>{say(words.readsAs)}</h3>
      {hidden && <p className={styles.line}>{say(words.hidden)}</p>}
      {!hidden && !first && <p className={styles.line}>{say(words.notYet)}</p>}
      {!hidden && first && (
        <output aria-live={playing ? 'off' : 'polite'}>
          <span className={styles.figure}>
            <b>{first.name}</b> <span className={styles.value}>{first.value}</span>
          </span>
          {answer !== null && (
            <span className={styles.line}>
              {say(first.of === answer ? words.right : words.wrong, { answer: nameOf(answer) })}{' '}
            </span>
          )}
          {second && (
            <span className={styles.line}>
              {say(third ? words.secondAndThird : words.second, {
                a: second.name,
                p: second.value,
                b: third?.name ?? '',
                q: third?.value ?? '',
              })}
            </span>
          )}
        </output>
      )}
    </section>
  );
};
