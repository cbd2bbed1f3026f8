import { useEffect, useState } from 'react';
import { redo, undo, useCanRedo, useCanUndo } from '../../state/experiment.ts';
import { part } from '../../part.ts';
import { NOT_FETCHED } from '../../state/parts.ts';
import { look, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import styles from './Header.module.css';
import { Language } from './Language.tsx';
import { toggleLesson } from '../lesson/door.ts';
import { Logo } from './Logo.tsx';
import { PageMenu } from './PageMenu.tsx';
import { Stages } from './Stages.tsx';

const sharing = part(() => import('../../state/share.ts'));

const words = {
  undo: { en: 'Undo', ko: '되돌리기' },
  redo: { en: 'Redo', ko: '다시 하기' },
  lessons: { en: 'Lessons', ko: '강의' },
  link: { en: 'Copy link', ko: '링크 복사' },
  large: { en: 'Large text', ko: '큰 글씨' },
} as const satisfies Record<string, Text>;

/** How long a short message stays, in milliseconds. */
const STAYS = 6000;

/** The name, the four stages, and what concerns the whole page. */
export const Header = () => {
  const say = useSay();
  // From here on the header has room for all of its buttons; the layout of App.module.css changes at the same width.
  const wide = useMedia('(width >= 1200px)');
  const largeText = useView((view) => view.largeText);
  const lesson = useView((view) => view.lesson !== null);
  const [status, tell] = useState<Text | null>(null);
  useEffect(() => {
    if (!status) return;
    const timer = setTimeout(() => tell(null), STAYS);
    return () => clearTimeout(timer);
  }, [status]);
  // A browser may only let a page copy during the click: nothing is waited for that is here.
  const share = (moment: boolean): void => {
    const copying =
      sharing.here?.copyLink(moment) ?? sharing.fetch().then(({ copyLink }) => copyLink(moment));
    void copying.then(tell, () => tell(NOT_FETCHED));
  };
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <Logo />
        Gradus
      </h1>
      <div className={styles.nav}>
        <Stages />
      </div>
      <div className={styles.side}>
        <span role="status" className={styles.status}>
          {status && say(status)}
        </span>
        {wide && (
          <>
            <UndoRedo />
            <Button kind="quiet" className={styles.link} aria-pressed={lesson} onClick={toggleLesson}>
              {say(words.lessons)}
            </Button>
            <Button kind="quiet" className={styles.link} onClick={() => share(false)}>
              {say(words.link)}
            </Button>
            <span className={styles.rule} />
          </>
        )}
        {!wide && (
          <Button
            kind="quiet"
            className={styles.large}
            aria-pressed={largeText}
            onClick={() => look({ largeText: !largeText })}
          >
            {say(words.large)}
          </Button>
        )}
        <Language />
        <PageMenu narrow={!wide} onCopyLink={share} />
      </div>
    </header>
  );
};

const UndoRedo = () => {
  const say = useSay();
  const [canUndo, canRedo] = [useCanUndo(), useCanRedo()];
  return (
    <>
      <IconButton label={say(words.undo)} disabled={!canUndo} onClick={() => void undo()}>
        <Turn />
      </IconButton>
      <IconButton label={say(words.redo)} disabled={!canRedo} onClick={() => void redo()}>
        <Turn mirrored />
      </IconButton>
    </>
  );
};

/** An arrow that turns back; mirrored, forward. */
const Turn = ({ mirrored = false }: { readonly mirrored?: boolean }) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    aria-hidden="true"
    className={mirrored ? styles.mirrored : ''}
  >
    <path
      d="M5.5 2.5 2 6l3.5 3.5M2 6h7.5a4 4 0 0 1 0 8H6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
