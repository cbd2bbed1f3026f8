import { callbacksOf, setsRate } from '../../../experiment/callbackList.ts';
import type { Design } from '../../../experiment/experiment.ts';
import { useDesign } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { fill, type Text } from '../../../text.ts';
import { fixed } from '../../../ui/format.ts';
import type { Over, WeightPlace } from '../../../worker/landscape/landscape.ts';
import { WeightNumber } from '../../network/WeightNumber.tsx';
import { rateWords } from '../numbers.ts';
import css from './AnyWeight.module.css';
import { carries, differs, digitsFor, type Motion, signed, slopeWords, whyOtherwise } from './motion.ts';
import type { Seen } from './seen.ts';
import { verdict } from './verdict.ts';
import { words } from './words.ts';

interface MoveWordsProps {
  readonly seen: Seen;
  readonly place: WeightPlace;
  readonly rows: Over;
  readonly name: Text;
  readonly symbol: string;
}

/** A move that takes less than this share of the drawing is not seen in it. */
const SHORT = 0.01;

/** Which way the weight goes, in a sentence and in numbers, and the weight itself to be set. */
export const MoveWords = ({ seen, place, rows, name, symbol }: MoveWordsProps) => {
  const say = useSay();
  const design = useDesign();
  const { motion, made, underWay, weight, range } = seen;
  const longest = motion && Math.max(Math.abs(motion.rule), Math.abs(motion.real ?? 0));
  const sentence = verdict({
    name,
    layer: place.layer + 1,
    frozen: design.model.layers[place.layer]?.trainable === false,
    slope: motion?.slope ?? null,
    batchSlope: motion?.batchSlope ?? null,
    move: motion?.real ?? null,
    made,
    underWay,
    momentum: carries(design),
  });
  return (
    <>
      <p className={css.verdict}>{say(sentence)}</p>
      <div className={css.numbers}>
        <p className={css.rule}>{say(words.rule)}</p>
        {motion ? (
          <Numbers motion={motion} rows={rows} symbol={symbol} />
        ) : (
          <p className={css.formula}>{say(words.notYet)}</p>
        )}
      </div>
      <div className={css.byHand}>
        <p className={css.formula}>
          {symbol} ={' '}
          <WeightNumber
            layer={place.layer}
            at={place.at}
            value={weight}
            label={say(name)}
            digits={4}
            selects={false}
          />
        </p>
        <p>{say(words.byHand)}</p>
        {longest && longest < SHORT * (range[1] - range[0]) ? <p>{say(words.short)}</p> : null}
        {motion && !made && motion.slope !== 0 && <p>{say(whoSetsRate(design))}</p>}
      </div>
    </>
  );
};

/** The rule with its numbers, where the weight goes by it, and where it goes in truth if that is elsewhere. */
const Numbers = ({
  motion,
  rows,
  symbol,
}: Pick<MoveWordsProps, 'rows' | 'symbol'> & { readonly motion: Motion }) => {
  const say = useSay();
  const design = useDesign();
  const { from, rate, slope, rule, real } = motion;
  const other = differs(motion) && real !== null ? whyOtherwise(design, rows).line : null;
  return (
    <>
      <p className={css.formula}>
        = −{rateWords(rate)} × {slope < 0 && '('}
        <span className={signOf(slope)}>{slopeWords(slope, rate, rule)}</span>
        {slope < 0 && ')'} = <strong className={signOf(rule)}>{signed(rule)}</strong>
      </p>
      <Goes symbol={symbol} from={from} move={rule} strong={!other} />
      {other && real !== null && (
        <>
          <p>{say(other)}</p>
          <Goes symbol={symbol} from={from} move={real} strong signed />
        </>
      )}
    </>
  );
};

const signOf = (value: number): string | undefined =>
  value < 0 ? css.negative : value > 0 ? css.positive : undefined;

interface GoesProps {
  readonly symbol: string;
  readonly from: number;
  readonly move: number;
  /** Is this where it goes in truth? */
  readonly strong: boolean;
  /** Is the move told with it? */
  readonly signed?: boolean;
}

/** "w₁: 0.900 → 0.958" */
const Goes = ({ symbol, from, move, strong, signed: told = false }: GoesProps) => {
  const digits = digitsFor(move);
  const to = fixed(from + move, digits);
  return (
    <p className={css.formula}>
      {symbol}: {fixed(from, digits)} → {strong ? <strong>{to}</strong> : to}
      {told && (
        <>
          {' '}
          (<span className={signOf(move)}>{signed(move)}</span>)
        </>
      )}
    </p>
  );
};

const whoSetsRate = (design: Design): Text => {
  if (design.compile.optimizer.schedule) return words.scheduled;
  const callback = callbacksOf(design).find(setsRate)?.type;
  return callback ? fill(words.called, { name: callback }) : words.byTip;
};
