import { useId } from 'react';
import type { PictureSet } from '../../../data/pictures/index.ts';
import type { Design } from '../../../experiment/experiment.ts';
import { forPictures, type PictureModelName, pictureModels } from '../../../experiment/pictures.ts';
import { shapedLayers, shapesThrough } from '../../../experiment/widths.ts';
import { edit, useDesign } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { effectWords } from '../../../ui/controls/Field.tsx';
import { letGo } from '../../../ui/controls/letGo.ts';
import { count } from '../../../ui/format.ts';
import { words } from './words.ts';
import styles from './ModelChoice.module.css';

/** Those that fit pictures of this size: a network may be too deep for small ones. */
const fitting = ({ shape, classes }: PictureSet): readonly PictureModelName[] =>
  (Object.keys(pictureModels) as PictureModelName[]).filter((name) =>
    shapesThrough(pictureModels[name].layers(classes.length), shape),
  );

/** The same layers, whatever their ids and the order of their settings, which a file has in one of its own? */
const isModel = ({ model }: Design, name: PictureModelName, classes: number): boolean => {
  const plain = (layers: Design['model']['layers']) =>
    JSON.stringify(
      layers.map((layer) => Object.entries({ ...layer, id: 0 }).sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  return plain(model.layers) === plain(pictureModels[name].layers(classes));
};

/** The networks that a course begins with for pictures; another one starts over. */
export const ModelChoice = ({ set }: { readonly set: PictureSet }) => {
  const say = useSay();
  const group = useId();
  const design = useDesign();
  const classes = set.classes.length;
  return (
    <fieldset className={styles.models}>
      <legend className={styles.legend}>
        {say(words.network)} <span className={styles.effect}>{say(effectWords.restart)}</span>
      </legend>
      {fitting(set).map((name) => {
        const model = { layers: pictureModels[name].layers(classes) };
        const parameters = shapedLayers({ data: design.data, model }).reduce(
          (sum, layer) => sum + layer.parameters,
          0,
        );
        return (
          <label key={name} className={styles.model}>
            <input
              type="radio"
              className={styles.radio}
              name={group}
              checked={isModel(design, name, classes)}
              onChange={() => edit((now) => forPictures(now, classes, name), { deed: { kind: 'layer' } })}
              onClick={letGo}
            />
            <span className={styles.name}>{say(pictureModels[name].words)}</span>
            <span className={styles.effect}>{say(words.parameters, { n: count(parameters) })}</span>
          </label>
        );
      })}
    </fieldset>
  );
};
