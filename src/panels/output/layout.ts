import { isExactGate } from '../../data/data.ts';
import { sets } from '../../data/sets/index.ts';
import { useDataSet, useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { isLongName, ticksOf } from '../../ui/charts/axis.ts';
import { setting } from '../../ui/format.ts';
import { useMedia } from '../../ui/useMedia.ts';

/** What the panel holds: the plane of one neuron, of a larger network, that and what the output neuron sees, or bars. */
export type Planes = 'neuron' | 'network' | 'both' | 'pictures';

/** Which planes belong to the design that is on. */
export const usePlanes = (): Planes => {
  const design = useDesign();
  const model = useModel();
  const touring = useView((view) => view.tour !== null);
  const [before] = model.slice(-2, -1);
  if (sets[design.data.set].picture) return 'pictures';
  if (before?.units === 2 && (touring || isExactGate(design.data))) return 'both';
  return model.length === 1 && model[0]?.units === 1 ? 'neuron' : 'network';
};

/** How wide the panel wants to be where there is room beside the network, in pixels. */
export const OUTPUT_WIDTH: Readonly<Record<Planes, number>> = {
  neuron: 432,
  network: 296,
  both: 604,
  pictures: 224,
};

const LARGEST = 400;
const LEAST = 120;
const ARROW = 36;
const SIDE_BY_SIDE = 400;

export interface PlaneSizes {
  readonly size: number;
  readonly gutter: number;
  readonly beside: boolean;
  /** Width of one plane with its ticks, had nothing been taken from it: what stands below may be as wide. */
  readonly whole: number;
}

/** What the data ask of the room: for the ticks at the left, and what words and tables take of the height; in pixels. */
export interface Asked {
  readonly ticks: number;
  readonly height: number;
}
const NOTHING: Asked = { ticks: 0, height: 0 };

/** Side of each plane, room for its ticks, and whether two stand side by side, for a panel of this width in pixels. */
export const planeSizes = (width: number, planes: Planes, asked = NOTHING): PlaneSizes => {
  const beside = planes === 'both' && width >= SIDE_BY_SIDE;
  const usual = width < 290 ? 24 : beside || width < 400 ? 28 : 32;
  const gutter = Math.max(usual, asked.ticks);
  const room = beside ? (width - ARROW) / 2 : width;
  const size = Math.min(LARGEST, Math.floor(room - gutter));
  return {
    size: Math.max(LEAST, size - asked.height),
    gutter,
    beside,
    whole: gutter + Math.max(LEAST, size),
  };
};

/** Height of the two long names of a plane's axes, and how much of a low window the table of a softmax wants, in pixels. */
const NAMES = 36;
const TABLE = 20;
/** A second line of notes, where Evaluate makes the plane of numbers narrower than they are long, and air below it. */
const LINE = 32;
/** What planes beside a network give up where the Microscope opens below it on a usual laptop; both of them in large text. */
const OPENED = { usual: 40, large: 80 };
/** A tick stands so far from the plane, and a character is so wide, usual and in large text; shorter ones always fit. */
const TICK = { away: 10, usual: 6.6, large: 9.6, fits: 2 };

/** What the data on the screen ask of the room beside and below the plane, `tabled` if the softmax is taken apart there. */
export const useAsked = (tabled: boolean): Asked => {
  const { axes } = sets[useDesign().data.set];
  const { region, target } = useDataSet();
  const say = useSay();
  const largeText = useView((view) => view.largeText);
  // On a phone the page scrolls: there is height enough.
  const scrolls = useMedia('(width < 768px)');
  const low = useLow();
  const evaluating = useView((view) => view.stage === 'evaluate');
  const noted = useMedia('(width >= 1200px)') && evaluating && target.kind === 'number';
  const planes = usePlanes();
  const opened = useView((view) => view.microscope);
  const large = largeText && planes === 'both';
  const crowded = useMedia(`(width >= 1200px) and (height <= ${large ? 1040 : 940}px)`);
  const shares = crowded && opened && planes !== 'neuron';
  const longest = Math.max(...ticksOf(region[2], region[3]).map((tick) => setting(tick).length));
  const ticks =
    longest > TICK.fits ? TICK.away + Math.ceil(longest * (largeText ? TICK.large : TICK.usual)) : 0;
  const named = axes.some((name) => isLongName(say(name)));
  const height =
    (named ? NAMES : 0) +
    (tabled && low ? TABLE : 0) +
    (noted ? LINE : 0) +
    (shares ? OPENED[large ? 'large' : 'usual'] : 0);
  return { ticks, height: scrolls ? 0 : height };
};

/** Is the window too low for all that stands below a plane? */
export const useLow = (): boolean => useMedia('(width >= 768px) and (height <= 800px)');

/** Is the softmax of the output layer taken apart below the plane? Evaluate has no room for it, and the Microscope does it. */
export const useTabled = (): boolean => {
  const output = useModel().at(-1);
  const { target } = useDataSet();
  const seen = useView(
    ({ stage, predictionsHidden, microscope }) => stage !== 'evaluate' && !predictionsHidden && !microscope,
  );
  return seen && target.kind === 'classes' && output?.activation === 'softmax' && output.units > 1;
};
