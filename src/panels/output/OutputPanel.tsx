import { useId, useState } from 'react';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Ramp } from '../../ui/charts/Ramp.tsx';
import type { Point } from '../../ui/charts/scale.ts';
import { useBox } from '../../ui/charts/useBox.ts';
import { classes } from '../../ui/controls/classes.ts';
import { useTourDims } from '../network/tourLight.ts';
import { InputsPlane } from './InputsPlane.tsx';
import { OUTPUT_WIDTH, planeSizes, usePlanes } from './layout.ts';
import { Notes } from './Notes.tsx';
import css from './OutputPanel.module.css';
import { Score } from './Score.tsx';
import { SeenPlane } from './SeenPlane.tsx';
import { Carried, Caption, PlaneTitle } from './SeenWords.tsx';
import { useLarge } from './usePoints.ts';
import { useShown } from './useShown.ts';
import { washOf } from './wash.ts';
import { words } from './words.ts';

/** Below this width in pixels large text leaves out the heading and puts the score under the plane. */
const COMPACT = 320;

/**
 * What the network answers everywhere on the plane of its inputs, with the data on it; beside it, for a gate whose
 * last hidden layer has two neurons, the plane that the output neuron sees.
 */
export const OutputPanel = () => {
  const say = useSay();
  const heading = useId();
  const planes = usePlanes();
  const shown = useShown();
  const [place, setPlace] = useState<Point | null>(null);
  const theme = useView((view) => view.theme);
  const largeText = useView((view) => view.largeText);
  const [panel, { width }] = useBox<HTMLElement>({ width: OUTPUT_WIDTH[planes], height: 600 });
  const sizes = planeSizes(width, planes);
  const compact = largeText && planes === 'neuron' && width < COMPACT;
  const both = planes === 'both';
  const large = useLarge();
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
      className={classes(css.panel, compact && css.compact, sizes.size > 300 && css.roomy)}
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
          <InputsPlane shown={shown} {...sizes} onPlace={setPlace} />
          {both && <Caption plane="inputs" gutter={sizes.gutter} width={sizes.size} />}
        </figure>
        {both && <Arrow top={sizes.size / 2} />}
        {both && <SeenPlane {...sizes} />}
      </div>
      <div
        className={css.below}
        style={{
          paddingInlineStart: sizes.gutter,
          inlineSize: sizes.beside ? '100%' : sizes.gutter + sizes.size,
        }}
      >
        {shown.hidden ? (
          <p className={css.score}>{say(words.hidden)}</p>
        ) : shown.maps.length > 1 ? (
          <p className={css.score}>{say(words.surer)}</p>
        ) : (
          <Ramp
            range={shown.range}
            wash={Math.min(1.5, washOf(shown.activation.name, large))}
            theme={theme}
            label={say(words.ramp, { name: shown.name })}
          />
        )}
        {compact && score}
        {both && place === null ? <Carried /> : <Notes shown={shown} place={place} compact={compact} />}
      </div>
    </section>
  );
};

/** From the inputs to what the output neuron makes of them. */
const Arrow = ({ top }: { top: number }) => (
  <svg className={css.arrow} style={{ insetBlockStart: top }} width={28} height={12} aria-hidden="true">
    <path d="M1 6H26M20 1L26 6L20 11" />
  </svg>
);
