import { deleteModel, type KeptModel, MOST_MODELS, openModel, useShelf } from '../../state/saved.ts';
import { useWork } from '../../state/store.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { count } from '../../ui/format.ts';
import { words } from './words.ts';
import styles from './SavedModels.module.css';

const Model = ({ model, best }: { readonly model: KeptModel; readonly best: boolean }) => {
  const say = useSay();
  const { name, epoch, weightsOnly } = model.asset;
  const about = [
    say(words.savedAt, { e: count(epoch) }),
    best && say(words.best),
    weightsOnly && say(words.weightsOnly),
  ];
  return (
    <li className={styles.model}>
      <code className={styles.name} title={name}>
        {name}
      </code>
      <span className={styles.about}>{about.filter(Boolean).join(' · ')}</span>
      <Button kind="quiet" aria-label={say(words.openOne, { name })} onClick={() => void openModel(model)}>
        {say(words.open)}
      </Button>
      <Button kind="quiet" aria-label={say(words.removeOne, { name })} onClick={() => deleteModel(model)}>
        {say(words.remove)}
      </Button>
    </li>
  );
};

/** What tells one model of a run from the others. A word, so that a new frame with the same files draws nothing anew. */
const placeOf = (file: { readonly name: string; readonly step: number } | undefined): string | null =>
  file ? `${file.step} ${file.name}` : null;

/** The models that were saved, those of this run first: open one to take the run up there, or delete it. */
export const SavedModels = () => {
  const say = useSay();
  const run = useWork(({ frame }) => frame?.run ?? null);
  const best = useWork(({ frame }) => placeOf(frame?.callbacks.files.findLast((file) => file.best)));
  const { models, gone } = useShelf();
  const own = models.filter((model) => model.run !== null && model.run === run);
  const others = models.filter((model) => !own.includes(model));
  const letGo = Object.values(gone).filter((each) => each.gone === 'room').length;
  const list = (title: string, shown: readonly KeptModel[]) =>
    shown.length > 0 && (
      <>
        <h4 className={styles.title}>{title}</h4>
        <ul className={styles.list} aria-label={title}>
          {shown.map((model) => (
            <Model
              key={model.key}
              model={model}
              best={own.includes(model) && placeOf(model.asset) === best}
            />
          ))}
        </ul>
      </>
    );
  if (models.length === 0) return null;
  return (
    <div className={styles.models}>
      {list(say(words.saved), own)}
      {list(say(words.earlier), others)}
      {letGo > 0 && <p className={styles.about}>{say(words.letGo, { n: MOST_MODELS, k: count(letGo) })}</p>}
    </div>
  );
};
