import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { listen, part, type Part, type Use } from '../part.ts';
import { say, type Text } from '../text.ts';
import { Button } from './controls/Button.tsx';
import { usePageLanguage } from './language.ts';
import styles from './later.module.css';

/** A part, null until it is here. Where it is `needed` on the screen it is fetched at once. */
export const usePart = <T,>(one: Part<T>, needed: boolean): T | null => {
  const here = useSyncExternalStore(listen, () => one.here);
  useEffect(() => {
    if (needed && here === null) one.need();
  }, [one, needed, here]);
  return here;
};

/**
 * A component that is fetched later. Until it is here its place stays empty, or says after a moment that it comes; where it cannot be fetched, a sentence says
 * so. Once it is here it is drawn at once, so that a click never waits for it.
 */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  use?: Use,
): ComponentType<Props> => {
  const one = part(async () => ({ Shown: await load() }), use);
  const Later = (props: Props) => {
    const here = usePart(one, true);
    return here ? <here.Shown {...props} /> : <Coming of={one} />;
  };
  return Later;
};

const words = {
  loading: { en: 'Loading …', ko: '불러오는 중 …' },
  missing: {
    en: 'This part of the page could not be fetched. Your work is saved.',
    ko: '화면의 이 부분을 받아 오지 못했습니다. 하던 실험은 저장되어 있습니다.',
  },
  again: { en: 'Try again', ko: '다시 시도' },
} as const satisfies Record<string, Text>;

/** After so long, in ms, an empty place looks broken. */
const MOMENT = 300;

/** Stands where a part will be: empty at first, for most parts come at once; then it says that one is on its way. */
const Coming = ({ of }: { readonly of: Part<unknown> }) => {
  const missing = useSyncExternalStore(listen, () => of.missing);
  const language = usePageLanguage();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setSlow(true), MOMENT);
    return () => clearTimeout(wait);
  }, []);
  if (missing) return <Missing of={of} />;
  return (
    <p className={styles.loading} aria-live="polite">
      {slow && say(words.loading, language)}
    </p>
  );
};

/** Says of a part that was needed that it could not be fetched, with the one thing to do about it. */
export const Missing = ({ of }: { readonly of: Part<unknown> }) => {
  const missing = useSyncExternalStore(listen, () => of.missing);
  const language = usePageLanguage();
  if (!missing) return null;
  return (
    <div role="alert" className={styles.missing}>
      <p>{say(words.missing, language)}</p>
      <Button onClick={() => void tryAgain(of)}>{say(words.again, language)}</Button>
    </div>
  );
};

/**
 * Fetches the part, or else the whole page anew: a newer Gradus has files of other names, and a browser may remember
 * what failed. As long as nobody answers, the page that is here stays.
 */
const tryAgain = async (one: Part<unknown>): Promise<void> => {
  try {
    await one.fetch();
  } catch {
    const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    if (answer?.ok) location.reload();
  }
};
