import type { ShapedLayer } from '../../experiment/widths.ts';
import { textWidth } from '../../ui/charts/textWidth.ts';
import type { ColumnWords } from './layout.ts';
import { breaks } from './names.ts';

/** The largest tile, and the usual room beside it for the name of an input; px. */
const TILE = 56;
const BESIDE = 24;
/** The width of a letter in the name of an input, its gap to the tile, and sizes of type on a chip and a narrow one; px. */
const LETTER = 7.5;
const GAP = 5;
const TYPE = 14;
const CHOSEN = 13;
const SHORT = 12;
/** What a chip has beside its words: edges, gap and chevron; the same where it is tight; and the × beside it. */
const CHIP = 38;
const TIGHT_CHIP = 26;
const REMOVE = 28;

/**
 * What the columns need for their words beyond what they usually have: long names of inputs, which stand beside the
 * tiles, and long types on the chips. `scale` is 1, or the growth of the type in large text.
 */
export const columnWords = (
  inputs: readonly string[],
  model: readonly ShapedLayer[],
  scale: number,
): readonly ColumnWords[] => {
  const name = Math.max(...inputs.map(({ length }) => length)) * LETTER * scale + GAP;
  const beside = name > BESIDE ? TILE + 2 * name : 0;
  return [
    { wide: beside, narrow: beside, tight: beside },
    ...model.map(({ spec, index, activation }) => {
      const { type } = spec;
      if (type === 'Dense') {
        // The output has no column after it into which a long chip could reach.
        const last = index === model.length - 1;
        return { wide: 0, narrow: last ? textWidth(activation, CHOSEN * scale) + CHIP : 0, tight: 0 };
      }
      const face = 'activation' in spec ? textWidth(activation, CHOSEN * scale) : 0;
      const longest = Math.max(face, ...breaks(type).map((part) => textWidth(part, SHORT * scale)));
      return {
        wide: textWidth(type, TYPE * scale) + CHIP,
        narrow: longest + CHIP + REMOVE,
        tight: longest + TIGHT_CHIP,
      };
    }),
  ];
};
