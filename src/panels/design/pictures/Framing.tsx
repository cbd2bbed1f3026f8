import type { PictureSet } from '../../../data/pictures/index.ts';
import { frameSheet, useDrawing } from '../../../state/sheet.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { Pixels } from '../../../ui/charts/Pixels.tsx';
import { Field } from '../../../ui/controls/Field.tsx';
import { Switch } from '../../../ui/controls/Switch.tsx';
import { words } from './words.ts';
import styles from './PicturePad.module.css';

interface FramingProps {
  readonly set: PictureSet;
  /** Is the sheet drawn on from the beginning? A picture of the data is framed already. */
  readonly own: boolean;
}

/** Whether what is drawn is brought into the frame of the training digits, and what goes into the network then. */
export const Framing = ({ set, own }: FramingProps) => {
  const say = useSay();
  const framed = useDrawing((drawing) => drawing.framed);
  const theme = useView((view) => view.theme);
  const drawn = useView((view) => view.drawn);
  const goesIn = own && drawn;
  const given = drawn ? words.drawnOver : words.dataFramed;
  const hint = !own ? given : framed ? words.framedHint : words.asItLies;
  return (
    <div className={styles.framing}>
      <Field label={say(words.framed)} hint={say(hint)} className={styles.framed}>
        <Switch
          label={say(words.framed)}
          checked={framed}
          disabled={!own}
          onChange={(on) => frameSheet(set, on)}
        />
      </Field>
      {goesIn && (
        <span className={styles.seen}>
          <Pixels
            pixels={goesIn}
            height={set.shape[0]}
            width={set.shape[1]}
            theme={theme}
            label={say(words.goesIn)}
          />
        </span>
      )}
    </div>
  );
};
