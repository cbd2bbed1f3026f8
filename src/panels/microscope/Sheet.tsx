import { type ReactNode, useEffect, useState } from 'react';
import { SmallTransport } from '../strip/Transport.tsx';
import { useTransport } from '../strip/useTransport.ts';
import styles from './Sheet.module.css';

interface SheetProps {
  /** Its name for a screen reader. */
  readonly label: string;
  readonly onClose: () => void;
  /** What is on it, which can close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A sheet as high as the screen, with the transport at its foot; a native dialog, so that Esc and the focus are the browser's. */
export const Sheet = ({ label, onClose, children }: SheetProps) => {
  const [dialog, found] = useState<HTMLDialogElement | null>(null);
  const transport = useTransport();
  useEffect(() => {
    if (dialog && !dialog.open) dialog.showModal();
  }, [dialog]);
  return (
    <dialog ref={found} className={styles.sheet} aria-label={label} onClose={onClose}>
      {children(() => dialog?.close())}
      <SmallTransport {...transport} className={styles.time} />
    </dialog>
  );
};
