import { create } from 'zustand';
import type { Language } from '../text.ts';
import type { StepSize } from '../worker/frame.ts';

/** The sizes of a step on the page: those of the trainer, and one neuron of a phase, which is only revealed. */
export type ViewStep = StepSize | 'neuron';
/**
 * How many neurons, or maps, are shown of the phase that is under way at a moment: later ones are "not yet". `cells`: so
 * many of the last map's cells; left out: all of them.
 */
export interface Revealed {
  readonly run: number;
  readonly step: number;
  readonly phase: number;
  readonly shown: number;
  readonly cells?: number;
}

export type Stage = 'design' | 'compile' | 'fit' | 'evaluate';
export type Theme = 'light' | 'dark';
/** The decimals to choose from. */
export const DIGITS = [2, 3, 4, 5, 6] as const;
export type Digits = (typeof DIGITS)[number];

/**
 * What a person has selected. Layers and units count from 0, over the model's layers (inputs: layer −1); where a layer
 * gives maps a unit is one cell of one of them: (row × columns + column) × channels + channel.
 */
export type Selection =
  | { readonly kind: 'unit'; readonly layer: number; readonly unit: number }
  /** One weight or bias: `at` counts through the layer's kernel (row-major, inputs × units), then its bias. */
  | { readonly kind: 'weight'; readonly layer: number; readonly at: number }
  | { readonly kind: 'layer'; readonly layer: number }
  | { readonly kind: 'loss' };

/** What is looked at over all layers, in the place of the Microscope: their gradients, or activations to choose from for one. */
export type Meter =
  | { readonly kind: 'gradients' }
  /** Counted from 0. */
  | { readonly kind: 'activations'; readonly layer: number };

/** What a person points at: what can be selected, or a data point by its id. */
export type Pointed = Selection | { readonly kind: 'point'; readonly id: number };

/** What may be chosen for it, in MB. */
export const MEMORIES = [16, 64, 256] as const;
export type Memory = (typeof MEMORIES)[number];

export interface View {
  readonly language: Language;
  readonly theme: Theme;
  readonly largeText: boolean;
  readonly singleKeys: boolean;
  /** What the moments of a run may take that are kept to go back from, in MB. */
  readonly memory: Memory;
  readonly stage: Stage;
  readonly selected: Selection | null;
  /** Does the Microscope look into what is selected? */
  readonly microscope: boolean;
  readonly meter: Meter | null;
  readonly hovered: Pointed | null;
  /** The data point, by its id, at which the arithmetic is shown; null: none was chosen. */
  readonly pinned: number | null;
  /** A picture that was drawn by hand, its pixels as the network takes them; null: one of the data is shown. */
  readonly drawn: readonly number[] | null;
  /** Does the loss over a weight take the place of Network and Output? */
  readonly descent: boolean;
  /** Do two networks that are compared take that place? */
  readonly comparing: boolean;
  /** The lesson that is open, and its frame, counted from 0; null: none is. */
  readonly lesson: { readonly name: string; readonly frame: number } | null;
  /** Decimals of the numbers in the Microscope. */
  readonly digits: Digits;
  readonly predictionsHidden: boolean;
  readonly stepSize: ViewStep;
  /** null: every phase is shown whole. */
  readonly revealed: Revealed | null;
  /** Neurons are revealed one after the other, at the chosen speed. */
  readonly revealing: boolean;
  /** Steps of the chosen size a second; Infinity is Max. */
  readonly speed: number;
  /** Has play ever been pressed here? The ring round it shows on the first visit only. */
  readonly played: boolean;
  /** The page of the tour "built from OR and NAND", 1–5; null while it is closed. */
  readonly tour: number | null;
  /** The tool on the plane: what a click does there. */
  readonly tool: 'move' | 'add' | 'remove';
  /** The class that an added point gets. */
  readonly toolClass: number;
  /** The answer that an added point gets where answers are numbers. */
  readonly toolAnswer: number;
}

export const useView = create<View>(() => ({
  language: 'en',
  theme: 'light',
  largeText: false,
  singleKeys: true,
  memory: 64,
  stage: 'design',
  selected: null,
  microscope: false,
  meter: null,
  descent: false,
  comparing: false,
  lesson: null,
  hovered: null,
  pinned: null,
  drawn: null,
  digits: 3,
  predictionsHidden: false,
  stepSize: 'epoch',
  revealed: null,
  revealing: false,
  speed: 30,
  played: false,
  tour: null,
  tool: 'move',
  toolClass: 1,
  toolAnswer: 0,
}));

/** Changes the view: look('language', 'ko') or several at once. */
export const look = (change: Partial<View>): void => useView.setState(change);

/** Selects something and looks into it. */
export const lookInto = (selected: Selection): void => look({ selected, microscope: true, meter: null });
/** Closes the Microscope: nothing is selected any more. */
export const lookAway = (): void => look({ selected: null, hovered: null, microscope: false });
/** Goes to a stage. Evaluate shows its own where the Microscope and the meter stand: they make way for it. */
export const openStage = (stage: Stage): void => {
  if (stage === 'evaluate') look({ selected: null, hovered: null, microscope: false, meter: null });
  look({ stage });
};
/** What the Microscope looks into; null while it is closed. */
export const useLookedInto = (): Selection | null =>
  useView(({ microscope, selected }) => (microscope ? selected : null));

/** Opens the meter in the place of the Microscope; null closes it. */
export const measure = (meter: Meter | null): void =>
  look({ meter, microscope: false, descent: false, comparing: false });
/** Opens the comparison of two networks in the place of Network and Output, or closes it. */
export const showComparison = (comparing: boolean): void => look({ comparing, descent: false });
/** Opens the loss over a weight there, or closes it. */
export const showDescent = (descent: boolean): void => look({ descent, comparing: false });
/** Is anything looked into below the network? */
export const useLooking = (): boolean =>
  useView(
    ({ microscope, selected, meter, descent, comparing, lesson }) =>
      !descent && !comparing && lesson === null && (meter !== null || (microscope && selected !== null)),
  );

/** Do two selections name the same thing? */
export const sameSelection = (a: Pointed | null, b: Pointed | null): boolean =>
  a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);
