import { breaks } from './names.ts';

/** A Keras name that may go on below where columns are narrow. */
export const Breakable = ({ words }: { readonly words: string }) =>
  breaks(words).map((part, index) => (
    <span key={part}>
      {index > 0 && <wbr />}
      {part}
    </span>
  ));
