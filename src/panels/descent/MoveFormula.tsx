import { useSay } from '../../state/words.ts';
import { APART } from '../../ui/format.ts';
import { classes } from '../../ui/controls/classes.ts';
import { type DescentMoment, moveOf } from './moment.ts';
import { bracketed, exact, rateWords, signed } from './numbers.ts';
import css from './OneWeight.module.css';
import { words } from './words.ts';

const signOf = (value: number): string | undefined =>
  value < 0 ? css.negative : value > 0 ? css.positive : undefined;

/** Strides that stand beside the present one. */
const BEFORE = 3;

/** move = −η × slope with the numbers of the moment, where w goes by it, and how long the strides were. */
export const MoveFormula = ({ moment }: { readonly moment: DescentMoment }) => {
  const say = useSay();
  const { weight, rate, slope, after } = moment;
  const move = moveOf(moment);
  if (slope === null || move === null) {
    return (
      <div className={css.move}>
        <p className={css.rule}>{say(words.rule)}</p>
      </div>
    );
  }
  const to = weight + move;
  // Momentum, or a rule of its own.
  const differs = after !== null && Math.abs(after - to) > 1e-4 * Math.max(1, Math.abs(move));
  return (
    <div className={css.move}>
      <p className={css.rule}>{say(words.rule)}</p>
      <p className={css.formula}>
        = −{rateWords(rate)} × <Signed value={slope} /> ={' '}
        <strong className={signOf(move)}>{signed(move)}</strong>
      </p>
      <p className={css.formula}>
        w: {exact(weight)} → <strong>{exact(to)}</strong>
      </p>
      {differs && <p>{say(words.differs, { w: exact(after) })}</p>}
    </div>
  );
};

/** The stride, and those before it: it shrinks while η stays. */
export const Stride = ({ moment }: { readonly moment: DescentMoment }) => {
  const say = useSay();
  const { weight, rate, slope, trail } = moment;
  const move = moveOf(moment);
  if (slope === null || move === null) return null;
  const places = [...trail, weight];
  const strides = places.slice(1).map((place, at) => exact(Math.abs(place - (places[at] ?? place))));
  return (
    <p className={css.stride}>
      {say(words.stride, {
        rate: rateWords(rate),
        slope: exact(Math.abs(slope)),
        stride: exact(Math.abs(move)),
      })}
      {strides.length > 0 && say(words.strides, { strides: strides.slice(-BEFORE).join(APART) })}
    </p>
  );
};

/** A number in the colour of its sign; a negative one in brackets that have none. */
const Signed = ({ value }: { readonly value: number }) =>
  value < 0 ? (
    <>
      (<span className={classes(signOf(value))}>{exact(value)}</span>)
    </>
  ) : (
    <span className={classes(signOf(value))}>{bracketed(value)}</span>
  );
