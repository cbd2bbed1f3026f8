import { useModel } from '../../state/data.ts';
import { useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { unitName } from '../network/names.ts';
import css from './OutputPanel.module.css';
import { placeWords } from './rows.ts';
import { placesSeen } from './seen.ts';
import { useLarge, useRows } from './usePoints.ts';
import { words } from './seenWords.ts';

/** Which of the two planes: that of the inputs, or the one the output neuron sees. */
type Which = 'inputs' | 'seen';

/** The names of the two units before the output layer. */
export const useSeenNames = (): { readonly first: string; readonly second: string } => {
  const units = useModel().map((layer) => layer.units);
  const layer = units.length - 2;
  return { first: unitName(layer, 0, units), second: unitName(layer, 1, units) };
};

/** Above a plane: what its two axes are. */
export const PlaneTitle = ({ plane, gutter }: { plane: Which; gutter: number }) => {
  const say = useSay();
  const names = useSeenNames();
  return (
    <figcaption className={css.planeTitle} style={{ paddingInlineStart: gutter }}>
      {say(plane === 'inputs' ? words.inputsTitle : words.seenTitle)}{' '}
      <strong>{say(plane === 'inputs' ? words.inputsNames : words.seenNames, names)}</strong>
    </figcaption>
  );
};

/** Below a plane: what there is to see, in the tour of the network built by hand in its words. */
export const Caption = ({ plane, gutter, width }: { plane: Which; gutter: number; width: number }) => {
  const say = useSay();
  const built = useView((view) => view.tour !== null);
  const said =
    plane === 'inputs'
      ? built
        ? words.builtInputs
        : words.plainInputs
      : built
        ? words.builtSeen
        : words.plainSeen;
  return (
    <p className={css.caption} style={{ marginInlineStart: gutter, maxInlineSize: width }}>
      {say(said)}
    </p>
  );
};

/** Where the hidden layer carries each point of a gate; those that land on one spot stand out. */
export const Carried = () => {
  const say = useSay();
  const names = useSeenNames();
  const rows = useRows();
  const large = useLarge();
  const outputs = useViews().points?.outputs.at(-2);
  const places = placesSeen(outputs, rows.length);
  if (!large || !places) return null;
  const to = places.map(placeWords);
  return (
    <div className={css.carried}>
      <p>{say(words.carried, names)}</p>
      <ul>
        {rows.map((row, index) => (
          <li key={row.id}>
            {placeWords(row.at)} →{' '}
            <span className={classes(to.filter((other) => other === to[index]).length > 1 && css.together)}>
              {to[index]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
