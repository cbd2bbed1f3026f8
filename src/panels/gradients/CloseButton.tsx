import { useSay } from '../../state/words.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { words } from './words.ts';

/** The × at the end of a heading. */
export const CloseButton = ({ onClick }: { readonly onClick: () => void }) => (
  <IconButton label={useSay()(words.close)} onClick={onClick}>
    <svg width="11" height="11" viewBox="0 0 9 9">
      <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
    </svg>
  </IconButton>
);
