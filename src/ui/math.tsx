import { createElement, type ReactNode } from 'react';
import { classes } from './controls/classes.ts';
import styles from './math.module.css';

/** Formulas as MathML (MathML Core), each with its spoken form. */

interface FormulaProps {
  /** What a screen reader says. */
  readonly spoken: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

export const Formula = ({ spoken, children, className }: FormulaProps) =>
  createElement(
    'math',
    { role: 'math', 'aria-label': spoken, className: classes(styles.formula, className) },
    createElement('mrow', null, children),
  );

interface PieceProps {
  readonly children: ReactNode;
  /** The colour of a number's sign. */
  readonly tone?: 'positive' | 'negative' | undefined;
  readonly strong?: boolean;
  readonly lit?: boolean;
}

const piece = (tag: 'mi' | 'mn' | 'mo') => {
  const Piece = ({ children, tone, strong = false, lit = false }: PieceProps) =>
    createElement(
      tag,
      { className: classes(tone && styles[tone], strong && styles.strong, lit && styles.lit) },
      children,
    );
  return Piece;
};

/** A name, a number, a sign. */
export const Name = piece('mi');
export const Num = piece('mn');
export const Sign = piece('mo');
