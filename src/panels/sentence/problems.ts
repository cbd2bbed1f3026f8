import type { Problem } from '../../experiment/check.ts';
import { checkOutput, isWeak } from '../../experiment/checks/output.ts';
import { checkPerceptron } from '../../experiment/checks/perceptron.ts';
import { same, type Text } from '../../text.ts';
import { isRecent, type Story, type Teller } from './situation.ts';

/** What was to be done to the layers would leave one that does not take what comes. */
export const misfit: Teller = (scene) => {
  const story = scene.deed.kind === 'misfit' && isRecent(scene) ? tell(scene.deed.problem) : null;
  return story && { ...story, todo: UNCHANGED };
};
const UNCHANGED: Text = { en: 'So nothing was changed.', ko: '그래서 바꾸지 않았다.' };

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
