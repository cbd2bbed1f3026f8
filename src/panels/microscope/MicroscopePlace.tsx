import { useEffect, useRef } from 'react';
import { lookAway, type Selection } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { later } from '../../ui/later.tsx';
import { useMedia } from '../output/useMedia.ts';
import { SmallTransport } from '../strip/Transport.tsx';
import { useTransport } from '../strip/useTransport.ts';
import styles from './MicroscopePlace.module.css';

const TITLE = { en: 'Microscope', ko: '현미경' };
const Microscope = later(async () => (await import('./Microscope.tsx')).Microscope);

interface MicroscopePlaceProps {
  readonly selected: Selection;
  readonly className: string | undefined;
}

/** Where the Microscope stands: a row or a column of the page; on a narrow screen a sheet over it. */
export const MicroscopePlace = ({ selected, className }: MicroscopePlaceProps) => {
  const narrow = useMedia('(width < 768px)');
  if (narrow) return <Sheet selected={selected} />;
  return (
    <div className={className}>
      <Microscope selected={selected} />
    </div>
  );
};

/** A sheet as high as the screen, with the transport at its foot; a native dialog, so that Esc and the focus are the browser's. */
const Sheet = ({ selected }: { readonly selected: Selection }) => {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const transport = useTransport();
  useEffect(() => {
    const sheet = dialog.current;
    if (sheet && !sheet.open) sheet.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.sheet} aria-label={say(TITLE)} onClose={lookAway}>
      <Microscope selected={selected} onClose={() => dialog.current?.close()} />
      <SmallTransport {...transport} className={styles.time} />
    </dialog>
  );
};
