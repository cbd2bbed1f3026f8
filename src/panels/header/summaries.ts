import type { Design } from '../../experiment/experiment.ts';
import { unitsOf } from '../../state/names.ts';
import type { Stage } from '../../state/view.ts';
import { fill, same, type Text } from '../../text.ts';
import { percent, setting } from '../../ui/format.ts';
import type { Frame } from '../../worker/frame.ts';
import { isBuilt } from '../sentence/situation.ts';

/** Each stage in a word or two, with its unit; null while there is nothing to say. */
export const summariesOf = (design: Design, frame: Frame | null): Readonly<Record<Stage, Text | null>> => {
  const { optimizer } = design.compile;
  return {
    design: same(unitsOf(design.model.layers)),
    compile: same(`${optimizer.type} ${setting(optimizer.learning_rate)}`),
    fit: frame && fitted(design, frame),
    evaluate: frame && evaluated(frame),
  };
};

const fitted = (design: Design, { position }: Frame): Text =>
  position.step === 0 && isBuilt(design)
    ? { en: 'by hand', ko: '직접 정함' }
    : fill({ en: 'epoch {e}', ko: '에포크 {e}' }, { e: position.epoch });

/** Accuracy on the validation points, once something was learned. */
const evaluated = ({ position, reading }: Frame): Text | null =>
  position.step > 0 && reading.valRows > 0 ? same(percent(reading.valRight / reading.valRows)) : null;
