import { create } from 'zustand';
import type { FeatureName } from '../data/features.ts';
import type { Problem } from '../experiment/problem.ts';
import type { Text } from '../text.ts';

/** What the person last did: the sentence on the screen answers to it. */
export type Deed =
  | { readonly kind: 'opened' }
  /** Another gate, named before and after. */
  | { readonly kind: 'gate'; readonly from: Text; readonly to: Text }
  /** One answer of the truth table. */
  | { readonly kind: 'cell' }
  /** The line was dragged by its handles. */
  | { readonly kind: 'line' }
  /** Another activation in a layer, counted from 0. */
  | { readonly kind: 'activation'; readonly layer: number }
  /** Layers were added or taken out; `at`: the place of one that was put in by hand, counted from 0. */
  | { readonly kind: 'layer'; readonly at?: number }
  /** A layer was put elsewhere; `from`: where it was, counted from 0. */
  | { readonly kind: 'moved'; readonly id: number; readonly from: number }
  /** Layers were to be changed so that one of them would not take what comes: nothing was. */
  | { readonly kind: 'misfit'; readonly problem: Problem }
  | { readonly kind: 'units' }
  /** A new head on a network whose features stay. */
  | { readonly kind: 'head' }
  /** What finds features was frozen, or thawed. */
  | { readonly kind: 'freeze' }
  /** XOR was built by hand from OR and NAND. */
  | { readonly kind: 'built' }
  /** The perceptron rule was chosen. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'data' }
  /** Another target of the same rows. */
  | { readonly kind: 'target' }
  /** An input made by hand was taken in, or out. */
  | { readonly kind: 'feature'; readonly feature: FeatureName; readonly on: boolean }
  | { readonly kind: 'standardize'; readonly on: boolean }
  | { readonly kind: 'weights' }
  | { readonly kind: 'other' };

const useDone = create<{ readonly deed: Deed }>(() => ({ deed: { kind: 'opened' } }));

/** The last deed; a new object for each one, so that the same deed done again is seen. */
export const useDeed = (): Deed => useDone((done) => done.deed);

/** The last deed, to be noted again. */
export const lastDeed = (): Deed => useDone.getState().deed;

/** Tells the sentence what was done just now. */
export const noteDeed = (deed: Deed): void => useDone.setState({ deed: { ...deed } });
