import { apply } from '../../../experiment/apply.ts';
import type { Design } from '../../../experiment/experiment.ts';
import { areFrozen, freezeFeatures, replaceHead, weightCounts } from '../../../experiment/head.ts';
import { outputOf } from '../../../experiment/widths.ts';
import { edit, useDesign } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { effectWords } from '../../../ui/controls/Field.tsx';
import { count } from '../../../ui/format.ts';
import styles from './Head.module.css';

const WORDS = {
  title: { en: 'Transfer learning', ko: '전이학습(transfer learning)' },
  replace: { en: 'Replace the head', ko: '분류부 교체' },
  what: {
    en: 'The features stay as they are, frozen. A new Dense {units} learns from new weights.',
    ko: '특징을 찾는 층은 지금 그대로 고정한다. 새 Dense {units:이/가} 새 가중치로 배운다.',
  },
  freeze: { en: 'Freeze features', ko: '특징추출부 고정' },
  thaw: { en: 'Thaw features', ko: '고정 풀기' },
  learning: { en: '{free} weights learn', ko: '학습하는 가중치 {free}개' },
  frozen: { en: '{frozen} frozen', ko: '고정 {frozen}개' },
} as const;

/** What a trained network can be given to learn next: its features stay, its head is made anew. */
export const Head = () => {
  const say = useSay();
  const design = useDesign();
  const patch = replaceHead(design);
  if (!patch) return null;
  const { units } = outputOf(apply(design, patch).model);
  const { all, frozen } = weightCounts(design);
  const still = areFrozen(design) === true;
  const freeze = (now: Design) => freezeFeatures(now, !still);
  return (
    <section className={styles.transfer} aria-labelledby="transfer-heading">
      <h3 id="transfer-heading" className={styles.title}>
        {say(WORDS.title)}
      </h3>
      <p className={styles.counts}>
        <span>{say(WORDS.learning, { free: count(all - frozen) })}</span>
        <span>{say(WORDS.frozen, { frozen: count(frozen) })}</span>
      </p>
      <p className={styles.row}>
        <Button onClick={() => edit(replaceHead, { deed: { kind: 'head' } })}>{say(WORDS.replace)}</Button>
        <span className={styles.effect}>{say(effectWords.restart)}</span>
      </p>
      <p className={styles.effect}>{say(WORDS.what, { units })}</p>
      <p className={styles.row}>
        <Button onClick={() => edit(freeze, { deed: { kind: 'freeze' } })}>
          {say(still ? WORDS.thaw : WORDS.freeze)}
        </Button>
        <span className={styles.effect}>{say(effectWords.keep)}</span>
      </p>
    </section>
  );
};
