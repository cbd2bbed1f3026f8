import type { PictureSet } from '../../../data/pictures/index.ts';
import { clearSheet, SHEET_TOOLS, useDrawing } from '../../../state/sheet.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { words } from './words.ts';
import styles from './PicturePad.module.css';

/** What the pen does, and an empty sheet. */
export const PadTools = ({ set }: { readonly set: PictureSet }) => {
  const say = useSay();
  const tool = useDrawing((drawing) => drawing.tool);
  return (
    <div className={styles.tools}>
      <Segmented
        label={say(words.tool)}
        options={SHEET_TOOLS.map((value) => ({ value, words: say(words[value]) }))}
        value={tool}
        onChange={(value) => useDrawing.setState({ tool: value })}
      />
      <Button onClick={() => clearSheet(set)}>{say(words.clear)}</Button>
    </div>
  );
};
