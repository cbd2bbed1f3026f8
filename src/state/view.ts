import { create } from 'zustand';
import type { Language } from '../text.ts';
import type { StepSize } from '../worker/frame.ts';

export type Stage = 'design' | 'compile' | 'fit' | 'evaluate';
export type Theme = 'light' | 'dark';

/** What a person has selected or points at. Layers and units count from 0, over the model's layers (inputs: layer −1). */
export type Selection =
  | { readonly kind: 'unit'; readonly layer: number; readonly unit: number }
  /** One weight or bias: `at` counts through the layer's kernel (row-major, inputs × units), then its bias. */
  | { readonly kind: 'weight'; readonly layer: number; readonly at: number }
  /** A data point by its id. */
  | { readonly kind: 'point'; readonly id: number };

export interface View {
  readonly language: Language;
  readonly theme: Theme;
  readonly largeText: boolean;
  readonly singleKeys: boolean;
  readonly stage: Stage;
  readonly selected: Selection | null;
  readonly hovered: Selection | null;
  readonly predictionsHidden: boolean;
  readonly stepSize: StepSize;
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
  stage: 'design',
  selected: null,
  hovered: null,
  predictionsHidden: false,
  stepSize: 'epoch',
  speed: 30,
  played: false,
  tour: null,
  tool: 'move',
  toolClass: 1,
  toolAnswer: 0,
}));

/** Changes the view: look('language', 'ko') or several at once. */
export const look = (change: Partial<View>): void => useView.setState(change);

/** Do two selections name the same thing? */
export const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);
