import { placeIn } from '../../../experiment/order.ts';
import { useDesign } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import styles from './Order.module.css';
import { fitsThere, type Held } from './order.ts';

const WORDS = {
  own: {
    en: '{type}: place {n} of {count}, where it is. Arrow keys choose another, Enter puts it there, Esc gives up.',
    ko: '{type}: {count}개 자리 중 {n}번째, 지금 자리. 화살표로 자리를 고르고 Enter로 놓고 Esc로 그만두세요.',
  },
  fits: { en: 'place {n} of {count}, before {next}', ko: '{count}개 자리 중 {n}번째, {next} 앞' },
  not: { en: 'does not fit here', ko: '여기에는 맞지 않는다' },
};

interface OrderMarkProps {
  readonly held: Held;
  /** px in the drawing. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a layer that is held would go: a line between two columns, broken where it does not fit. */
export const OrderMark = ({ held, x, top, bottom }: OrderMarkProps) => {
  const say = useSay();
  const design = useDesign();
  const { layers } = design.model;
  const own = placeIn(held.gap, held.from) === held.from;
  const fits = fitsThere(design, held);
  const place = { n: placeIn(held.gap, held.from) + 1, count: layers.length - 1 };
  const type = layers[held.from]?.type ?? '';
  const where = own
    ? say(WORDS.own, { type, ...place })
    : say(WORDS.fits, { ...place, next: layers[held.gap]?.type ?? '' });
  return (
    <>
      {!own && (
        <div
          className={classes(styles.mark, !fits && styles.misfit)}
          style={{ left: x, top, height: bottom - top }}
          data-gap={held.gap}
        >
          {!fits && <span className={styles.not}>{say(WORDS.not)}</span>}
        </div>
      )}
      <p className="visually-hidden" aria-live="assertive">
        {where}
        {!fits && `, ${say(WORDS.not)}`}
      </p>
    </>
  );
};
