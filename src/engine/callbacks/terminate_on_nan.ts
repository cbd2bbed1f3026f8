import type { SwitchField } from '../fields.ts';
import type { Callback } from './callback.ts';
import { shortest } from './python.ts';

export interface TerminateOnNaNSpec {
  readonly type: 'TerminateOnNaN';
  readonly raise_error?: boolean;
}

/** It remembers nothing. */
export type TerminateOnNaNState = Readonly<Record<string, never>>;

const raiseError: SwitchField = {
  kind: 'switch',
  name: 'raise_error',
  words: { en: 'raise_error', ko: 'raise_error' },
  hint: {
    en: 'ends with an error, so that no other callback finishes',
    ko: '오류로 끝내서 다른 콜백이 마무리하지 않는다',
  },
  effect: 'keep',
  initial: false,
  more: true,
};

/** keras.callbacks.TerminateOnNaN: looks at the loss after every batch. */
export const TerminateOnNaN: Callback<TerminateOnNaNSpec, TerminateOnNaNState> = {
  name: 'TerminateOnNaN',
  words: { en: 'TerminateOnNaN', ko: '손실이 NaN이 되면 중단(TerminateOnNaN)' },
  line: {
    en: 'Stops the run when the loss is no longer a finite number.',
    ko: '손실이 너무 커져 계산할 수 없게 되면 학습을 멈춘다.',
  },
  fields: [raiseError],
  start: () => ({}),
  batchEnd(spec, state, { batch, logs }) {
    const loss = logs['loss'];
    if (loss === undefined || Number.isFinite(loss)) return { state, actions: [] };
    if (!spec.raise_error) {
      const line = `Batch ${batch}: Invalid loss, terminating training`;
      return { state, actions: [{ do: 'say', line }, { do: 'stop' }] };
    }
    const keras = `NaN or Inf loss encountered at batch ${batch}. Loss value: ${shortest(loss)}. Terminating training immediately.`;
    const text = {
      en: `After batch ${batch + 1} the loss is no longer a finite number, and raise_error ends the run with an error.`,
      ko: `${batch + 1}번째 배치에서 손실이 너무 커져 계산할 수 없다. raise_error를 켜 두어 오류로 끝났다.`,
    };
    return { state, actions: [{ do: 'fail', error: 'RuntimeError', keras, text }] };
  },
};
