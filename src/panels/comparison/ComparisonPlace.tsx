import { useEffect, useRef } from 'react';
import { chooseSet } from '../../experiment/moves.ts';
import { leave } from '../../state/comparison.ts';
import { usePictures } from '../../state/data.ts';
import { edit } from '../../state/experiment.ts';
import { showComparison } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { classes } from '../../ui/controls/classes.ts';
import place from '../descent/Descent.module.css';
import { CloseButton } from '../gradients/CloseButton.tsx';
import css from './Comparison.module.css';
import { Comparison } from './Comparison.tsx';
import { words } from './words.ts';

/** Where two networks are compared: in the place of Network and Output. */
export const ComparisonPlace = () => {
  const say = useSay();
  const set = usePictures();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone it lies above what it was opened from.
    whole.current?.scrollIntoView({ block: 'start' });
    return leave;
  }, []);
  return (
    <div ref={whole} id="network" tabIndex={-1} className={classes(place.place, css.first)}>
      <section className={classes(place.descent, place.many)} aria-label={say(words.title)}>
        <span className={place.close}>
          <CloseButton onClick={() => showComparison(false)} />
        </span>
        {set ? (
          <Comparison set={set} />
        ) : (
          <div className={css.none}>
            <p>{say(words.noPictures)}</p>
            <Button onClick={() => edit((now) => chooseSet(now, 'digits'), { deed: { kind: 'data' } })}>
              {say(words.digits)}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
};
