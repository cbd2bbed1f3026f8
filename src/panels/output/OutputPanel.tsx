import { useId, useState } from 'react';
import { usePictures } from '../../state/data.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Ramp } from '../../ui/charts/Ramp.tsx';
import type { Point } from '../../ui/charts/scale.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { classes } from '../../ui/controls/classes.ts';
import { later } from '../../ui/later.tsx';
import { useTourDims } from '../network/tourLight.ts';
import { InputsPlane } from './InputsPlane.tsx';
import { OUTPUT_WIDTH, planeSizes, useAsked, useLow, usePlanes, useTabled } from './layout.ts';
import { Notes } from './Notes.tsx';
import css from './OutputPanel.module.css';
import { Score } from './Score.tsx';
import { useIsAlone } from './usePoints.ts';
import { type Shown, useShown } from './useShown.ts';
import { useWash } from './wash.ts';
import { words } from './words.ts';

const CurvePlane = later(async () => (await import('./CurvePlane.tsx')).CurvePlane);
const MeanError = later(async () => (await import('./Numbers.tsx')).MeanError);
const SeenPlane = later(async () => (await import('./SeenPlane.tsx')).SeenPlane);
const seenWords = () => import('./SeenWords.tsx');
const Caption = later(async () => (await seenWords()).Caption);
const Carried = later(async () => (await seenWords()).Carried);
const PlaneTitle = later(async () => (await seenWords()).PlaneTitle);
const PictureOutput = later(
  async () => (await import('./pictures/PictureOutput.tsx')).PictureOutput,
  'pictures',
);
const SoftmaxTable = later(async () => (await import('./SoftmaxTable.tsx')).SoftmaxTable);

/** Below this width in pixels large text leaves out the heading and puts the score under the plane. */
const COMPACT = 320;

/**
 * What the network answers everywhere on the plane of its inputs, with the data on it; beside it, for a gate whose
 * last hidden layer has two neurons, the plane that the output neuron sees.
 */
export const OutputPanel = () => (usePictures() ? <PictureOutput /> : <PlaneOutput />);

const PlaneOutput = () => {
  const say = useSay();
  const heading = useId();
  const planes = usePlanes();
  const shown = useShown();
  const [place, setPlace] = useState<Point | null>(null);
  const largeText = useView((view) => view.largeText);
  const [panel, { width }] = useBox<HTMLElement>({ width: OUTPUT_WIDTH[planes], height: 600 });
  const tabled = useTabled();
  // In a low window the table takes the place of what says what the marks mean.
  const brief = useLow() && tabled;
  const opened = useView((view) => view.microscope);
  const sizes = planeSizes(width, planes, useAsked(tabled));
  const compact = largeText && planes === 'neuron' && width < COMPACT;
  const both = planes === 'both';
  const alone = useIsAlone();
  const dims = useTourDims();
  const score =
    shown.unit === null ? (
      <Score />
    ) : (
      <p className={css.score}>
        <strong>{shown.name}</strong>, {say(shown.activation.words)}
      </p>
    );
  return (
    <section
      ref={panel}
      className={classes(
        css.panel,
        compact && css.compact,
        sizes.size > 300 && css.roomy,
        opened && css.opened,
      )}
      aria-labelledby={heading}
    >
      <header className={css.header}>
        <h2 id={heading} className={compact ? 'visually-hidden' : undefined}>
          {say(words.output)}
        </h2>
        {!compact && score}
      </header>
      <div className={classes(css.planes, sizes.beside && css.beside)}>
        <figure className={classes(dims('plane') && css.dim)}>
          {both && <PlaneTitle plane="inputs" gutter={sizes.gutter} />}
          {alone ? (
            <CurvePlane shown={shown} {...sizes} onPlace={setPlace} />
          ) : (
            <InputsPlane shown={shown} {...sizes} onPlace={setPlace} />
          )}
          {both && <Caption plane="inputs" gutter={sizes.gutter} width={sizes.size} />}
        </figure>
        {both && <Arrow top={sizes.size / 2} />}
        {both && <SeenPlane {...sizes} />}
      </div>
      <div
        className={css.below}
        style={{
          paddingInlineStart: sizes.gutter,
          inlineSize: sizes.beside ? '100%' : sizes.whole,
        }}
      >
        {!brief && <Meaning shown={shown} size={sizes.beside ? null : sizes.size} />}
        {compact && score}
        {both && place === null ? (
          <Carried />
        ) : brief ? null : (
          <Notes shown={shown} place={place} compact={compact} named={!tabled} />
        )}
        {tabled && <SoftmaxTable />}
      </div>
    </section>
  );
};

interface MeaningProps {
  readonly shown: Shown;
  /** Side of the plane that the ramp is as long as; null: as long as there is room. */
  readonly size: number | null;
}

/** What the colours of the plane mean, or the squares on it. */
const Meaning = ({ shown, size }: MeaningProps) => {
  const say = useSay();
  const alone = useIsAlone();
  const theme = useView((view) => view.theme);
  const wash = Math.min(1.5, useWash(shown));
  if (shown.hidden) return <p className={css.score}>{say(words.hidden)}</p>;
  if (alone) return shown.unit === null ? <MeanError /> : null;
  if (shown.maps.length > 1) return <p className={css.score}>{say(words.surer)}</p>;
  return (
    <div style={{ inlineSize: size ?? '100%' }}>
      <Ramp range={shown.range} wash={wash} theme={theme} label={say(words.ramp, { name: shown.name })} />
    </div>
  );
};

/** From the inputs to what the output neuron makes of them. */
const Arrow = ({ top }: { top: number }) => (
  <svg className={css.arrow} style={{ insetBlockStart: top }} width={28} height={12} aria-hidden="true">
    <path d="M1 6H26M20 1L26 6L20 11" />
  </svg>
);
