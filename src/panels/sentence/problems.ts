import type { Problem } from '../../experiment/check.ts';
import { checkOutput, isWeak } from '../../experiment/checks/output.ts';
import { checkPerceptron } from '../../experiment/checks/perceptron.ts';
import { same } from '../../text.ts';
import type { Story, Teller } from './situation.ts';

/** What Keras would refuse: said before anything is played. */
export const refused: Teller = ({ problems }) => tell(problems.find(({ kind }) => kind === 'refused'));

/**
 * Output layer, its activation and the loss do not fit one another: it trains, and to no good end. (What works, only
 * less well, is Compile's to say.) Of a step function's slope another teller speaks, once an update has shown it.
 */
export const pairing: Teller = ({ design }) =>
  tell(
    [...checkOutput(design), ...checkPerceptron(design)].find(
      (problem) => problem.kind === 'silent' && problem.where.part !== 'fit' && !isWeak(problem),
    ),
  );

const tell = (problem: Problem | undefined): Story | null =>
  problem
    ? {
        so: problem.text,
        todo: null,
        buttons: problem.fix
          ? [{ words: problem.fix.words, act: 'fix', patch: problem.fix.patch, solid: true }]
          : [],
        more: problem.keras ? same(`Keras: ${problem.keras}`) : undefined,
        event: true,
      }
    : null;
