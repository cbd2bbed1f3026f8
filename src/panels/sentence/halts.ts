import { fill, type Text } from '../../text.ts';
import type { Design } from '../../experiment/experiment.ts';
import { callbacksOf } from '../../experiment/callbackList.ts';
import { setting } from '../../ui/format.ts';
import type { Halt } from '../../worker/frame.ts';
import { isSolved, type Scene, type Story, type Teller } from './situation.ts';
import { solvedButtons } from './solved.ts';
import { HIDDEN_LAYER, RATE_TENTH, solid, tenthOf } from './texts.ts';

type Stopped = Extract<Halt, { readonly kind: 'stopped' }>;

/** The numbers ran away, and nothing was done since. */
export const diverged: Teller = ({ frame: { halt }, since, design }) => {
  if (halt?.kind !== 'diverged' || since === 0) return null;
  const rate = design.compile.optimizer.learning_rate;
  const l = design.model.layers.findIndex(({ id }) => id === halt.layer) + 1;
  const values = { e: halt.epoch, l, rate: setting(rate), next: setting(tenthOf(rate)) };
  return {
    so: fill(l > 0 ? BEYOND_IN_LAYER : BEYOND, values),
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
};

const BEYOND: Text = {
  en: 'At epoch {e} the loss grew beyond numbers. Stopped at the last finite step.',
  ko: '{e}에포크에서 손실이 너무 커져 계산할 수 없다. 마지막 정상 상태에서 멈췄다.',
};
const BEYOND_IN_LAYER: Text = {
  en: 'At epoch {e} the loss grew beyond numbers, first in layer {l}. Stopped at the last finite step.',
  ko: '{e}에포크에서 {l}층부터 값이 너무 커져 손실을 계산할 수 없다. 마지막 정상 상태에서 멈췄다.',
};

/** Does a schedule stay at 0 once it is there, and does nothing else move the weights then? */
const isSpent = ({ compile: { optimizer } }: Design): boolean =>
  optimizer.schedule !== undefined &&
  !('cycle' in optimizer.schedule && optimizer.schedule.cycle) &&
  !('momentum' in optimizer && optimizer.momentum);

/** A schedule has come to its end. */
const SPENT: Text = {
  en: 'Its schedule has taken the learning rate to 0: more epochs change nothing. Choose another schedule, or R.',
  ko: '스케줄을 따라 학습률이 0까지 내려갔다. 더 학습해도 바뀌지 않으니 스케줄을 바꾸거나 R로 처음부터 학습해 보세요.',
};

/** What it waited for in vain, as EarlyStopping says it, and whose weights are back. */
const stopped = ({ frame, design }: Scene, { epoch, by, restored }: Stopped): Story => {
  const watching = callbacksOf(design).find((spec) => spec.type === 'EarlyStopping');
  const patience = watching?.patience ?? 0;
  const values = {
    e: epoch,
    monitor: frame.callbacks.patience?.monitor ?? watching?.monitor ?? 'val_loss',
    n: patience,
    best: restored ?? 0,
  };
  const waited = patience > 1 ? WAITED : WAITED_ONE;
  return {
    so: fill(by === 'TerminateOnNaN' ? NOT_FINITE : withBack(waited, restored), values),
    todo:
      by === 'TerminateOnNaN'
        ? { en: 'Try a smaller learning rate.', ko: '학습률을 줄여 보세요.' }
        : { en: 'Play begins another fit() from here.', ko: '재생하면 여기서 fit()을 다시 시작한다.' },
    buttons: by === 'TerminateOnNaN' ? [RATE_TENTH] : [],
    event: true,
  };
};

/** The sentence, and behind it that the weights of an earlier epoch are back, if they are. */
const withBack = (so: Text, restored: number | null): Text =>
  restored === null ? so : { en: `${so.en} ${BACK.en}`, ko: `${so.ko} ${BACK.ko}` };

const WAITED: Text = {
  en: 'Stopped at epoch {e}: {monitor} has not been better for {n} epochs.',
  ko: '{e}에포크에서 멈췄다. {n}에포크 동안 {monitor} 값이 나아지지 않았다.',
};
const WAITED_ONE: Text = {
  en: 'Stopped at epoch {e}: {monitor} was not better than before.',
  ko: '{e}에포크에서 멈췄다. {monitor} 값이 나아지지 않았다.',
};
const BACK: Text = {
  en: 'The weights of epoch {best} are back.',
  ko: '가중치를 {best}에포크 때로 되돌렸다.',
};
const NOT_FINITE: Text = {
  en: 'TerminateOnNaN stopped the run in epoch {e}: the loss grew beyond numbers. The weights are those of the last finite step.',
  ko: '{e}에포크에서 손실이 너무 커져 TerminateOnNaN이 학습을 멈췄다. 가중치는 마지막 정상 상태의 것이다.',
};
const FAILED: Text = { en: 'The run ended in epoch {e} with an error.', ko: '{e}에포크에서 오류로 끝났다.' };

/** The run came to rest by itself for another reason, and nothing was done since. */
export const halted: Teller = (scene) => {
  const { frame, since, design, predictionsHidden } = scene;
  const { halt, optimizer } = frame;
  if (!halt || halt.kind === 'diverged' || since === 0) return null;
  if (halt.kind === 'stopped') return stopped(scene, halt);
  if (halt.kind === 'failed') {
    return { so: fill(FAILED, { e: halt.epoch }), todo: halt.text, buttons: [], event: true };
  }
  if (halt.kind === 'parted') {
    return {
      so: predictionsHidden
        ? { en: 'The rule stops.', ko: '규칙이 멈춘다.' }
        : {
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
  const n = design.fit.epochs ?? halt.epoch;
  const so: Text =
    halt.epoch === n
      ? { en: 'Stopped at epochs = {n}.', ko: 'epochs = {n}에서 멈췄다.' }
      : { en: 'Stopped at epoch {e}.', ko: '{e}에포크에서 멈췄다.' };
  return {
    so: fill(withBack(so, halt.restored ?? null), { n, e: halt.epoch, best: halt.restored ?? 0 }),
    // At the end of a schedule that falls to 0 nothing would come of more.
    todo:
      optimizer.learning_rate === 0 && isSpent(design)
        ? SPENT
        : fill({ en: 'Play adds {n} more.', ko: '재생하면 {n}에포크를 더 배운다.' }, { n }),
    buttons: isSolved(scene) && !predictionsHidden ? solvedButtons(scene) : [],
    event: true,
  };
};
