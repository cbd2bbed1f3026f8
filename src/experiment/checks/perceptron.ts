import { activations } from '../../engine/activations/index.ts';
import { isPlain } from '../../engine/optimizers/index.ts';
import { targetOf } from '../../data/data.ts';
import { particle, type Text } from '../../text.ts';
import type { Problem } from '../problem.ts';
import type { Design } from '../experiment.ts';
import { learnByRule, setActivation, setLoss } from '../moves.ts';
import { fittingPairing } from '../pairing.ts';
import { shapedLayers } from '../widths.ts';

/** What the perceptron rule asks for: one layer of step functions, one point at a time, no momentum. */
export const checkPerceptron = (design: Design): Problem[] => {
  const { compile, fit } = design;
  const [only, ...others] = shapedLayers(design);
  if (compile.loss !== 'perceptron' || !only) return [];
  if (others.length > 0) {
    return [
      {
        where: { part: 'compile' },
        kind: 'refused',
        text: {
          en: 'The perceptron rule is for one layer: it does not say what a hidden neuron should have answered.',
          ko: '퍼셉트론 규칙은 층이 하나일 때만 쓴다. 은닉 뉴런이 무엇을 냈어야 하는지는 알려 주지 않는다.',
        },
        fix: { words: MATCHING_LOSS, patch: setLoss(design, fittingPairing(design.data).loss) },
      },
    ];
  }
  // Where the answers are numbers, the rule does not fit at all: numbers.ts says so.
  if (targetOf(design.data).kind === 'number') return [];
  const problems: Problem[] = [];
  if (only.activation !== 'step') {
    const name = activations[only.activation].words;
    problems.push({
      where: { part: 'layer', id: only.id },
      kind: 'silent',
      text: {
        en: `The perceptron rule belongs to the step function. With ${name.en} right points pull on the weights too.`,
        ko: `퍼셉트론 규칙은 계단함수와 짝이다. ${name.ko}${particle(readName(name), '이면', '면')} 맞은 점도 가중치를 움직인다.`,
      },
      fix: {
        words: { en: 'Use the step function', ko: '계단함수로' },
        patch: setActivation(design, only.id, 'step'),
      },
    });
  }
  if (fit.batch_size !== 1 || !isPlain(compile.optimizer)) {
    problems.push({
      where: { part: 'fit' },
      kind: 'silent',
      text: {
        en: 'Rosenblatt’s rule looks at one point at a time: batch_size 1, plain SGD without momentum.',
        ko: '로젠블랫의 규칙은 한 번에 점 하나만 본다: batch_size 1, 관성 없는 SGD.',
      },
      fix: { words: { en: 'One point at a time', ko: '한 번에 점 하나씩' }, patch: learnByRule(design) },
    });
  }
  return problems;
};

export const MATCHING_LOSS: Text = { en: 'Use the matching loss', ko: '맞는 손실로' };

/** The part of a Korean name that is read last: of "시그모이드(sigmoid)" what stands before the bracket. */
const readName = (name: Text): string => name.ko.split('(')[0] ?? name.ko;
