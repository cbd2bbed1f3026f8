import { targetOf } from '../../data/data.ts';
import type { Design } from '../../experiment/experiment.ts';
import { unitsOf } from '../../state/names.ts';
import type { Stage } from '../../state/view.ts';
import { fill, same, type Text } from '../../text.ts';
import { count, fixed, percent, setting } from '../../ui/format.ts';
import type { Frame } from '../../worker/frame.ts';
import { isBuilt } from '../sentence/situation.ts';

/** Each stage in a word or two, with its unit; null while there is nothing to say. */
export const summariesOf = (
  design: Design,
  frame: Frame | null,
  predictionsHidden: boolean,
): Readonly<Record<Stage, Text | null>> => {
  const { optimizer } = design.compile;
  return {
    design: same(unitsOf(design)),
    compile: same(`${optimizer.type} ${setting(optimizer.learning_rate)}`),
    fit: frame && fitted(design, frame),
    evaluate: frame && evaluated(design, frame, predictionsHidden),
  };
};

const fitted = (design: Design, { position }: Frame): Text =>
  position.step === 0 && isBuilt(design)
    ? { en: 'by hand', ko: '직접 정함' }
    : fill({ en: 'epoch {e}', ko: '에포크 {e}' }, { e: count(position.epoch) });

/** Accuracy on the validation points, or their loss where answers are numbers, once something was learned. */
const evaluated = ({ data }: Design, { position, reading }: Frame, hidden: boolean): Text | null => {
  if (position.step === 0 || reading.valRows === 0) return null;
  if (targetOf(data).kind === 'classes')
    return same(hidden ? '?' : percent(reading.valRight / reading.valRows));
  return reading.val_loss === null ? null : same(`loss ${fixed(reading.val_loss, 3)}`);
};
