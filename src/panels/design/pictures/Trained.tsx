import { useState } from 'react';
import type { TrainedModel } from '../../../formats/trained.ts';
import { tell } from '../../../state/notice.ts';
import { fetchTrained, openTrained } from '../../../state/trained.ts';
import { useSay } from '../../../state/words.ts';
import { unbroken } from '../../../text.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { count, percent } from '../../../ui/format.ts';
import styles from './ModelChoice.module.css';

const CNN = unbroken('CNN 8 · 16');

const WORDS = {
  open: { en: 'A trained network', ko: '학습된 신경망' },
  what: {
    en: `The ${CNN}, trained here on generated digits alone.`,
    ko: `만들어 낸 숫자만으로 여기서 학습시킨 ${CNN}.`,
  },
  generated: {
    en: 'It reads {share} of {of} generated digits and {real} of {all} real ones (MNIST) correctly.',
    ko: '만들어 낸 숫자 {of}개의 {share}, 실제 숫자(MNIST) {all}개의 {real}를 맞힌다.',
  },
};

const shareOf = ({ right, of }: { readonly right: number; readonly of: number }): string =>
  percent(right / of);

/** Opens the digits network that comes with the page: to predict, look inside, freeze, and train on. */
export const Trained = () => {
  const say = useSay();
  const [model, set] = useState<TrainedModel | null>(null);
  const press = async () => {
    const found = model ?? (await fetchTrained());
    if ('problem' in found) return tell(found.problem);
    set(found);
    return openTrained(found);
  };
  const { generated, mnist } = model?.accuracy ?? {};
  return (
    <div className={styles.trained}>
      <Button onClick={() => void press()}>{say(WORDS.open)}</Button>
      <p className={styles.effect}>{say(WORDS.what)}</p>
      {generated && mnist && (
        <p className={styles.effect}>
          {say(WORDS.generated, {
            share: shareOf(generated),
            of: count(generated.of),
            real: shareOf(mnist),
            all: count(mnist.of),
          })}
        </p>
      )}
    </div>
  );
};
