import { useId, useState } from 'react';
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

/** Models that are shown before the others are asked for: that many of this run, one of others beside it. */
const FEW = 3;

interface ListProps {
  readonly title: string;
  readonly models: readonly KeptModel[];
  readonly best: string | null;
  readonly few: number;
}

/** A list that begins folded: the newest, and the best in any case. */
const Models = ({ title, models, best, few }: ListProps) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const isBest = ({ asset }: KeptModel): boolean => placeOf(asset) === best;
  const first = new Set<KeptModel>();
  for (const model of [...models.filter(isBest), ...models]) if (first.size < few) first.add(model);
  const shown = open ? models : models.filter((model) => first.has(model));
  const more = models.length - first.size;
  return (
    <>
      <ul className={styles.list} aria-label={title}>
        {shown.map((model) => (
          <Model key={model.key} model={model} best={isBest(model)} />
        ))}
      </ul>
      {more > 0 && (
        <Button
          kind="quiet"
          className={styles.more}
          aria-expanded={open}
          aria-label={say(open ? words.fewerOf : words.moreModels, { n: count(more), list: title })}
          onClick={() => setOpen(!open)}
        >
          {say(open ? words.fewer : words.nMore, { n: count(more) })}
        </Button>
      )}
    </>
  );
};

/** The models that were saved, those of this run first: open one to take the run up there, or delete it. */
export const SavedModels = () => {
  const say = useSay();
  const id = useId();
  const run = useWork(({ frame }) => frame?.run ?? null);
  const best = useWork(({ frame }) => placeOf(frame?.callbacks.files.findLast((file) => file.best)));
  const { models, gone } = useShelf();
  const own = models.filter((model) => model.run !== null && model.run === run);
  const others = models.filter((model) => !own.includes(model));
  const letGo = Object.values(gone).filter((each) => each.gone === 'room').length;
  if (models.length === 0) return null;
  return (
    <section className={styles.models} aria-labelledby={id}>
      <h3 id={id}>{say(words.saved)}</h3>
      {own.length > 0 && <Models title={say(words.saved)} models={own} best={best} few={FEW} />}
      {others.length > 0 && (
        <>
          <h4 className={styles.title}>{say(words.earlier)}</h4>
          <Models title={say(words.earlier)} models={others} best={null} few={own.length > 0 ? 1 : FEW} />
        </>
      )}
      {letGo > 0 && <p className={styles.about}>{say(words.letGo, { n: MOST_MODELS, k: count(letGo) })}</p>}
    </section>
  );
};
