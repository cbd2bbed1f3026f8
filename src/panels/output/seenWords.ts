import type { Text } from '../../text.ts';

/** The words of the plane that the output neuron sees, and of the one beside it. */
export const words = {
  seenMap: { en: 'ŷ over what it sees: {first} and {second}', ko: '{first}, {second}에 따른 ŷ' },
  seenPoints: {
    en: 'The data points where ŷ sees them. Arrow keys go from point to point.',
    ko: 'ŷ이 보는 자리의 데이터 점. 화살표로 점을 옮겨 다닌다.',
  },
  inputsTitle: { en: 'the inputs,', ko: '입력 평면' },
  inputsNames: { en: 'x₁ and x₂', ko: 'x₁, x₂' },
  seenTitle: { en: 'what ŷ sees,', ko: 'ŷ이 보는 평면' },
  seenNames: { en: '{first} and {second}', ko: '{first}, {second}' },
  both1: { en: 'both 1', ko: '둘 다 1' },
  from: { en: 'from {places}', ko: '{places}이 옮겨 온 곳' },
  and: { en: ' and ', ko: ', ' },
  builtInputs: {
    en: 'Two lines. Between them OR and NAND are both 1: the band.',
    ko: '직선 두 개. 그 사이 띠에서 OR와 NAND가 모두 1이다.',
  },
  builtSeen: {
    en: 'The four points have become three. One line is enough.',
    ko: '네 점이 세 점이 되었다. 이제 직선 하나면 된다.',
  },
  plainInputs: { en: 'Each point at its inputs.', ko: '점마다 자기 입력 자리에 있다.' },
  plainSeen: {
    en: 'The same points after the hidden layer: the output neuron parts them by one line.',
    ko: '은닉층을 지난 같은 점들. 출력 뉴런은 직선 하나로 나눈다.',
  },
  carried: {
    en: 'The hidden layer carries each point to a new place: (x₁, x₂) → ({first}, {second}).',
    ko: '은닉층은 점마다 새 자리로 옮긴다: (x₁, x₂) → ({first}, {second}).',
  },
} as const satisfies Record<string, Text>;
