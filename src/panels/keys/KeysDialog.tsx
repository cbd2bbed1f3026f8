import { useId } from 'react';
import { part } from '../../part.ts';
import { Missing, usePart } from '../../ui/later.tsx';
import styles from './KeysDialog.module.css';

const ID = 'keys';
const list = part(() => import('./KeyList.tsx'));

/** Opens the list of all keys. */
export const showKeys = (): void => {
  const dialog = document.getElementById(ID);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  list.need();
  dialog.showModal();
};

/** The list of all keys; a native dialog, closed until showKeys(). */
export const KeysDialog = () => {
  const title = useId();
  const here = usePart(list, false);
  return (
    <dialog id={ID} className={styles.dialog} aria-labelledby={title}>
      {here ? <here.KeyList title={title} /> : <Missing of={list} />}
    </dialog>
  );
};
