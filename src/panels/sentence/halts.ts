import { fill, same } from '../../text.ts';
import { setting } from '../../ui/format.ts';
import { isSolved, type Teller } from './situation.ts';
import { solvedButtons } from './solved.ts';
import { HIDDEN_LAYER, RATE_TENTH, solid } from './texts.ts';

/** What Keras would refuse: said before anything is played. */
export const refused: Teller = ({ problems }) => {
  const problem = problems.find(({ kind }) => kind === 'refused');
  if (!problem) return null;
  return {
    so: problem.text,
    todo: null,
    buttons: problem.fix ? [{ words: problem.fix.words, act: 'fix', solid: true }] : [],
    more: problem.keras ? same(`Keras: ${problem.keras}`) : undefined,
    event: true,
  };
};

/** A tenth of a learning rate, as it is printed: 0.3 → 0.03. */
export const tenthOf = (rate: number): number => Number((rate / 10).toPrecision(10));

/** The run came to rest by itself, and nothing was done since. */
export const halted: Teller = (scene) => {
  const { frame, since, design } = scene;
  const { halt, reading } = frame;
  if (!halt || since === 0) return null;
  if (halt.kind === 'diverged') {
    const rate = design.compile.optimizer.learning_rate;
    const values = { e: halt.epoch, rate: setting(rate), next: setting(tenthOf(rate)) };
    return {
      so: fill(
        {
          en: 'At epoch {e} the loss grew beyond numbers. Stopped at the last finite step.',
          ko: '{e}에포크에서 손실이 너무 커져 계산할 수 없다. 마지막 정상 상태에서 멈췄다.',
        },
        values,
      ),
      todo: fill(
        {
          en: 'Try a learning rate of {next} instead of {rate}.',
          ko: '학습률을 {rate}에서 {next:으로/로} 줄여 보세요.',
        },
        values,
      ),
      buttons: [RATE_TENTH],
      event: true,
    };
  }
  if (halt.kind === 'parted') {
    return {
      so: {
        en: 'A full round without a mistake. The rule stops.',
        ko: '한 바퀴 동안 틀린 점이 없다. 규칙이 멈춘다.',
      },
      todo: null,
      buttons: [],
      event: true,
    };
  }
  if (halt.kind === 'repeats') {
    return {
      so: {
        en: 'The same weights come round again. It will never end.',
        ko: '같은 가중치가 되풀이된다. 끝나지 않는다.',
      },
      todo: null,
      buttons: [solid(HIDDEN_LAYER)],
      event: true,
    };
  }
  const values = { e: halt.epoch, k: reading.right, n: reading.rows, more: design.fit.epochs ?? 0 };
  return {
    so: fill(
      {
        en: '{e} epochs are done: {k} of {n} right.',
        ko: '{e}에포크를 마쳤다. {n}개 중 {k}개가 맞는다.',
      },
      values,
    ),
    todo: fill(
      { en: 'Press play for {more} more.', ko: '{more}에포크를 더 하려면 재생을 누르세요.' },
      values,
    ),
    buttons: isSolved(scene) ? solvedButtons(scene) : [],
    event: true,
  };
};
