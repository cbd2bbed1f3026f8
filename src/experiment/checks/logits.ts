import { targetOf } from '../../data/data.ts';
import type { Problem } from '../problem.ts';
import type { Design, Patch } from '../experiment.ts';
import { setActivation, setLossSetting } from '../moves.ts';
import { outputOf } from '../widths.ts';
import { fromLogits } from '../../engine/losses/fields.ts';

/** from_logits says that the outputs are sums: then they must be, and what is read off them is not a probability. */
export const checkLogits = (design: Design): Problem[] => {
  const output = outputOf(design.model);
  // Where the answers are numbers, the loss itself does not fit: numbers.ts says so.
  if (!design.compile.loss_settings?.from_logits || targetOf(design.data).kind === 'number') return [];
  const off = setLossSetting(design, fromLogits, false);
  const problem = (text: Problem['text'], words: { en: string; ko: string }, patch: Patch): Problem[] => [
    { where: { part: 'compile' }, kind: 'silent', text, fix: { words, patch } },
  ];
  const own = design.compile.loss === 'binary_crossentropy' ? 'sigmoid' : 'softmax';
  if (output.activation === own) {
    return problem(
      {
        en: `from_logits says that the outputs are sums, but ${own} has made probabilities of them. Here (and in Keras on TensorFlow) it is not applied twice; on JAX it would be.`,
        ko: `from_logits는 출력이 합이라는 뜻인데 ${own} 출력은 이미 확률이다. 여기와 TensorFlow의 Keras는 두 번 적용하지 않지만 JAX에서는 두 번 적용한다.`,
      },
      { en: 'Switch from_logits off', ko: 'from_logits 끄기' },
      off,
    );
  }
  if (output.activation !== 'linear') {
    return problem(
      {
        en: `With from_logits the outputs should be plain sums; ${output.activation} cannot give every sum.`,
        ko: `from_logits를 켜면 출력은 합 그대로여야 한다. ${output.activation} 출력은 모든 값을 낼 수 없다.`,
      },
      { en: 'Use linear', ko: 'linear로' },
      setActivation(design, output.id, 'linear'),
    );
  }
  if (output.units > 1) return [];
  return problem(
    {
      en: 'The loss reads a sum above 0 as yes, but accuracy and the boundary count above 0.5, in Keras too.',
      ko: '이 손실은 합이 0보다 크면 그렇다로 읽지만, 정확도와 경계는 0.5를 기준으로 센다. Keras도 같다.',
    },
    { en: 'Use sigmoid', ko: 'sigmoid로' },
    { ...setActivation(design, output.id, 'sigmoid'), ...off },
  );
};
