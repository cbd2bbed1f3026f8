import { useState } from 'react';
import { optimizerOf } from '../../../engine/optimizers/index.ts';
import { refuseNumber } from '../../../engine/fields.ts';
import { callbacksOf, setsRate } from '../../../experiment/callbackList.ts';
import { setRate, setWeight } from '../../../experiment/moves.ts';
import { edit, useDesign } from '../../../state/experiment.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { type Knob, LossOverWeight } from '../../../ui/charts/LossOverWeight.tsx';
import type { Point } from '../../../ui/charts/scale.ts';
import { fixed } from '../../../ui/format.ts';
import type { Over, WeightPlace } from '../../../worker/landscape/landscape.ts';
import { rateWords } from '../numbers.ts';
import { CLOSEST, heightsFor } from './heights.ts';
import { lossOn } from './kept.ts';
import { differs, digitsFor, type Motion, plain, signed, whyOtherwise } from './motion.ts';
import type { Seen } from './seen.ts';
import type { Reach } from './WeightChoice.tsx';
import { words } from './words.ts';

interface LossCurveProps {
  readonly seen: Seen;
  readonly place: WeightPlace;
  readonly rows: Over;
  /** What it is called, in words and at the axis. */
  readonly name: string;
  readonly symbol: string;
  /** Changes with the weight, its rows and the run: then the drawing need not stand still. */
  readonly of: string;
  readonly reach: Reach;
  readonly onHold: (held: boolean) => void;
}

/** The loss over a weight, drawn: the ball to be dragged, the tangent, the arrow whose tip is η, and the moments before. */
export const LossCurve = ({ seen, place, rows, name, symbol, of, reach, onHold }: LossCurveProps) => {
  const say = useSay();
  const design = useDesign();
  const large = useView((view) => view.largeText);
  const { weight, range, curve, loss, earlier, trail, motion, made } = seen;
  const real = motion && !made ? motion.real : null;
  const ahead = real === null ? null : lossOn(curve, weight + real);
  const next: Point | null = real === null || real === 0 || ahead === null ? null : [weight + real, ahead];
  const [low, high] = range;
  const inSight = trail.filter(([at]) => at >= low && at <= high);
  const wanted = {
    curve: curve.map(([, one]) => one),
    marked: [loss, ahead, ...inSight.map(([, one]) => one)].filter((one) => one !== null),
  };
  const up = useHeights(of, wanted, CLOSEST[reach]);
  const digits = digitsFor((high - low) / 50);
  const said = { w: fixed(weight, digits), loss: plain(loss ?? Number.NaN) };
  const otherwise = motion && differs(motion) ? whyOtherwise(design, rows).label : null;
  const from = motion?.from;
  return (
    <LossOverWeight
      across={range}
      up={up}
      names={[say(words.loss), symbol]}
      label={say(words.drawing, { name, ...said })}
      curve={curve}
      earlier={earlier}
      now={loss === null ? null : { at: [weight, loss], words: say(words.now, said) }}
      slope={
        motion && {
          value: motion.slope,
          ...(made && { at: trail.at(-1) }),
          words: say(words.slope, { slope: signed(motion.slope) }),
        }
      }
      move={
        motion && {
          value: motion.rule,
          ...(from !== undefined && { from }),
          words: say(otherwise ? words.ruleMove : words.move, { move: signed(motion.rule) }),
        }
      }
      real={
        otherwise && motion && motion.real !== null
          ? {
              value: motion.real,
              ...(from !== undefined && { from }),
              words: say(otherwise, { move: signed(motion.real) }),
            }
          : null
      }
      next={next && { at: next, words: say(words.next, { w: fixed(next[0], digitsFor(real ?? 0)) }) }}
      trail={{ places: inSight, close: true }}
      least={null}
      ball={{
        label: say(words.ball, { w: name }),
        value: weight,
        said: say(words.ballSaid, said),
        step: (high - low) / 100,
        onMove: (to, gesture) =>
          edit(setWeight(place.layer, place.at, Number(within(to, range).toFixed(digits + 1))), { gesture }),
        onHold,
      }}
      tip={useTip(motion, made, range, onHold)}
      large={large}
    />
  );
};

const within = (value: number, [low, high]: Point): number => Math.min(high, Math.max(low, value));

/** The losses that are drawn: they stand still while they can. */
const useHeights = (of: string, wanted: Parameters<typeof heightsFor>[1], closest: number): Point => {
  const [kept, keep] = useState<{ readonly of: string; readonly up: Point | null }>({ of, up: null });
  const before = kept.of === of ? kept.up : null;
  const up = heightsFor(before, wanted, closest);
  if (up !== before) keep({ of, up });
  return up;
};

/** The tip of the arrow, where η is set by hand and there is a slope to go by. */
const useTip = (
  motion: Motion | null,
  made: boolean,
  range: Point,
  onHold: (held: boolean) => void,
): Knob | null => {
  const say = useSay();
  const design = useDesign();
  const { optimizer } = design.compile;
  if (!motion || made || motion.slope === 0 || optimizer.schedule || callbacksOf(design).some(setsRate)) {
    return null;
  }
  const { from, slope, rule, rate } = motion;
  return {
    label: say(words.tip),
    value: from + rule,
    said: say(words.tipSaid, { rate: rateWords(rate), move: signed(rule) }),
    step: Math.max(1e-6, Math.abs(rule) / 20),
    onMove: (to, gesture) => {
      const wanted = Number(((from - within(to, range)) / slope).toPrecision(3));
      if (wanted > 0 && refuseNumber(optimizerOf(optimizer).rate, wanted) === null) {
        edit((now) => setRate(now, wanted), { gesture });
      }
    },
    onHold,
  };
};
