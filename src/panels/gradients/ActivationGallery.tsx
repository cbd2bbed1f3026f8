import { useId } from 'react';
import { type ActivationName, activationNames } from '../../engine/activations/index.ts';
import { setActivation } from '../../experiment/moves.ts';
import { answersFrom, type ShapedLayer } from '../../experiment/widths.ts';
import { useDataSet, useModel } from '../../state/data.ts';
import { edit } from '../../state/experiment.ts';
import { useShows, useViews } from '../../state/run.ts';
import { measure, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { layerName } from '../network/names.ts';
import { ActivationCard } from './ActivationCard.tsx';
import styles from './ActivationGallery.module.css';
import { CloseButton } from './CloseButton.tsx';
import { reachOf, some } from './curves.ts';
import { gallery } from './galleryWords.ts';
import meterStyles from './GradientMeter.module.css';
import { useGradients } from './useGradients.ts';

interface ActivationGalleryProps {
  /** The layer whose activation is chosen, counted from 0. */
  readonly layer: number;
  readonly onClose: () => void;
}

const NOTHING = new Float32Array(0);

/** Every activation with its slope, and where the neurons of a layer stand on both; to choose one for that layer. */
export const ActivationGallery = ({ layer, onClose }: ActivationGalleryProps) => {
  const say = useSay();
  const heading = useId();
  const model = useModel();
  const active = model.filter(({ spec }) => 'activation' in spec);
  const shaped = active.find(({ index }) => index === layer) ?? active[0];
  const { sums, words } = useDots(shaped);
  const reach = reachOf(sums);
  const name = ({ index, spec }: ShapedLayer) => say(layerName(index, model.length, spec.type === 'Dense'));
  const choose = (activation: ActivationName): void => {
    if (!shaped || shaped.activation === activation) return;
    const deed = { kind: 'activation', layer: shaped.index } as const;
    edit((now) => setActivation(now, shaped.id, activation), { deed });
  };
  return (
    <section className={meterStyles.meter} aria-labelledby={heading}>
      <header className={meterStyles.header}>
        <h2 id={heading}>{say(gallery.title)}</h2>
        <Segmented
          className={styles.layers}
          label={say(gallery.which)}
          options={active.map((one) => ({ value: one.index, words: name(one) }))}
          value={shaped?.index ?? null}
          onChange={(index) => measure({ kind: 'activations', layer: index })}
        />
        <span className={styles.keeps}>{say(gallery.keeps)}</span>
        <span className={meterStyles.tools}>
          <Button kind="quiet" data-meter onClick={() => measure({ kind: 'gradients' })}>
            {say(gallery.gradients)}
          </Button>
        </span>
        <CloseButton onClick={onClose} />
      </header>
      <div className={styles.body}>
        <div className={styles.words}>
          <p>{say(gallery.step)}</p>
          <p>{say(gallery.sigmoid)}</p>
          {shaped && (
            <p className={styles.dots}>
              {say(words, { layer: name(shaped), n: sums.length / shaped.units })}{' '}
              {reach > 4 && say(gallery.edge, { reach })}
            </p>
          )}
        </div>
        <div className={styles.cards}>
          {activationNames.map((one) => (
            <ActivationCard
              key={one}
              name={one}
              reach={reach}
              sums={some(sums)}
              chosen={shaped?.activation === one}
              onChoose={() => choose(one)}
            />
          ))}
        </div>
      </div>
    </section>
  );
};

const POINTS = { kind: 'points' } as const;

/** The z of a layer that stand on the curves: at the pinned point, else in the batch under way. */
const useDots = (shaped: ShapedLayer | undefined) => {
  const model = useModel();
  const { ids } = useDataSet();
  const pinned = useView((view) => view.pinned);
  const hides = useView((view) => view.predictionsHidden);
  const row = pinned === null ? -1 : ids.indexOf(pinned);
  useShows(row < 0 ? null : POINTS);
  const points = useViews().points?.sums;
  const batch = useGradients();
  if (!shaped) return { sums: NOTHING, words: gallery.dotsBatch };
  const { index, units } = shaped;
  if (hides && index >= answersFrom(model)) return { sums: NOTHING, words: gallery.hidden };
  if (row < 0) return { sums: batch?.layers[index]?.sums ?? NOTHING, words: gallery.dotsBatch };
  const all = points?.[index];
  const fits = points?.length === model.length && all?.length === ids.length * units;
  const own = fits ? all.subarray(row * units, (row + 1) * units) : NOTHING;
  return { sums: own, words: gallery.dotsPinned };
};
