import { same, type Text } from '../text.ts';

/** What is to be learned of a row: one of so many classes, numbered from 0, or a number. */
export type Target =
  | { readonly kind: 'classes'; readonly count: number; readonly names?: readonly Text[] }
  | {
      readonly kind: 'number';
      /** What the colours and the axis of the answer cover. */
      readonly low: number;
      readonly high: number;
    };

/** A target that a set of data offers. */
export interface TargetChoice {
  readonly name: string;
  readonly words: Text;
  readonly target: Target;
}

/** The only target of a set that has one. */
export const only = (target: Target): readonly [TargetChoice] => [{ name: 'y', words: same('y'), target }];

/** Classes that have no names but their numbers. */
export const classesOf = (count: number): readonly [TargetChoice] => only({ kind: 'classes', count });
