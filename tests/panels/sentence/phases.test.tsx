// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import { designAt } from '../../../src/experiment/apply.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import { useSituation } from '../../../src/panels/sentence/useSituation.ts';
import { noteDeed } from '../../../src/state/deed.ts';
import { useView } from '../../../src/state/view.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import type { Frame, Probe } from '../../../src/worker/frame.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { advance } from '../../../src/worker/run.ts';
import { back } from '../../../src/worker/seek.ts';
import { dense, onGate, started, withRate } from '../../worker/runs.ts';

// Stepping by phases over real runs. The sentences and their numbers are those of the frames b1–b10 and c1–c12, worked
// out by hand when they were written.

const now = vi.hoisted(() => ({
  frame: null as Frame | null,
  design: null as unknown,
  asked: [] as (Probe | null)[],
}));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useProblems: () => [],
  useShows: (probe: Probe | null) => now.asked.push(probe),
}));
vi.mock('../../../src/state/experiment.ts', () => ({ useDesign: () => now.design }));

beforeEach(() => {
  useView.setState({ ...useView.getInitialState(), stepSize: 'phase' });
  noteDeed({ kind: 'opened' });
});
afterEach(cleanup);

/** A run on the page: the sentence is told after each step, with the probes that it asks for. */
const watch = (experiment: Experiment, change: Partial<Frame> = {}) => {
  const run = started(experiment);
  now.design = designAt(experiment, 0);
  const look = () => {
    const probes = now.asked.filter((probe) => probe !== null);
    now.asked = [];
    now.frame = { ...frameOf(run, probes, createBuffers(), false, 0), ...change };
  };
  now.asked = [];
  look();
  const shown = renderHook(() => useSituation());
  const tell = () => {
    look();
    shown.rerender();
    const { so, todo, more } = story(shown.result.current);
    return {
      en: [so.en, todo?.en, ...(more?.en.split('\n') ?? [])].filter((line) => line !== undefined),
      ko: [so.ko, todo?.ko, ...(more?.ko.split('\n') ?? [])].filter((line) => line !== undefined),
    };
  };
  tell();
  return {
    step: (size: 'phase' | 'batch' = 'phase') => {
      expect(advance(run, size)).toBe(true);
      return tell();
    },
    back: () => {
      back(run, 'phase');
      return tell();
    },
    tell,
  };
};

const AND = withRate(onGate(GATES.AND, [dense(1, 1, 'sigmoid', { kernel: [1, -1], bias: [0] })]), 1);
const XOR = withRate(
  onGate(GATES.XOR, [
    dense(2, 2, 'sigmoid', { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] }),
    dense(1, 1, 'sigmoid', { kernel: [1, 1], bias: [-1.5] }),
  ]),
  2,
);

/** The frames of one perceptron on AND: forward, loss, backward, update. */
const B = [
  {
    en: [
      'Multiply inputs by weights, add up, add b: z = 1.000. That is the linear model.',
      'The activation turns z into a number between 0 and 1: ŷ = 0.731.',
      '(1, 0): 1 × 1 + (−1) × 0 + 0 = 1',
      'The threshold is 0.5. 0.731 is above it, so the answer is 1. It should be 0: wrong.',
      'The other three rows go the same way.',
    ],
    ko: [
      '입력에 가중치를 곱해 더하고 b를 더한다: z = 1.000. 선형모델이다.',
      '활성화함수가 z를 0과 1 사이로 바꾼다: ŷ = 0.731.',
      '(1, 0): 1 × 1 + (−1) × 0 + 0 = 1',
      '역치는 0.5. 0.731은 그보다 크므로 1이라고 답한다. 정답은 0, 틀렸다.',
      '나머지 세 행도 같은 계산이다.',
    ],
  },
  {
    en: ['The surer a wrong answer, the larger its loss.', 'The mean of the four is 0.753.'],
    ko: ['틀린 답에 확신할수록 손실이 크다.', '네 행의 평균은 0.753.'],
  },
  {
    en: [
      'How far off each row is: ŷ − y. Positive: too high; negative: too low.',
      'The slope for w₁ is the mean of (ŷ − y) × x₁: 0.058. Rows with x₁ = 0 have no share in it.',
      'For w₂ it is −0.058, for b 0.250.',
      'Why just ŷ − y? Slope of the loss 3.718 × slope of the sigmoid 0.197 = 0.731. With binary cross-entropy and sigmoid together, it comes down to ŷ − y.',
    ],
    ko: [
      '행마다 얼마나 지나쳤는지: ŷ − y. 양수이면 너무 크게, 음수이면 너무 작게 답했다.',
      'w₁의 기울기는 (ŷ − y) × x₁의 평균, 0.058. x₁이 0인 행은 몫이 없다.',
      'w₂의 기울기는 −0.058, b의 기울기는 0.250.',
      '왜 ŷ − y일까? 손실의 기울기 3.718 × sigmoid의 기울기 0.197 = 0.731. 이진 교차 엔트로피와 sigmoid를 함께 쓰면 ŷ − y로 간단해진다.',
    ],
  },
  {
    en: [
      'w₁: positive slope, so left: 1.000 → 0.942. w₂: negative, so right: −1.000 → −0.942.',
      'b: left: 0.000 → −0.250. The line moved and the loss fell from 0.753 to 0.691. One step is done.',
    ],
    ko: [
      'w₁의 기울기가 양수이므로 왼쪽으로: 1.000 → 0.942. w₂는 음수이므로 오른쪽으로: −1.000 → −0.942.',
      'b는 왼쪽으로: 0.000 → −0.250. 직선이 움직이고 손실이 0.753에서 0.691로 줄었다. 한 단계가 끝났다.',
    ],
  },
];

/** The frames of error backpropagation through 2-2-1 on XOR, from the point (1, 1). */
const C = [
  {
    en: [
      'h₁: 1 × 1 + 1 × 1 − 0.5 = 1.5, through the sigmoid 0.818.',
      'h₂: −1 − 1 + 1.5 = −0.5, through the sigmoid 0.378.',
    ],
    ko: [
      'h₁: 1 × 1 + 1 × 1 − 0.5 = 1.5, sigmoid를 거쳐 0.818.',
      'h₂: −1 − 1 + 1.5 = −0.5, sigmoid를 거쳐 0.378.',
    ],
  },
  {
    en: [
      'To the output neuron h₁ and h₂ are the inputs: 0.818 + 0.378 − 1.5 = −0.305, ŷ = 0.424.',
      'The threshold is 0.5. 0.424 is not above it, so the answer is 0. That is right.',
    ],
    ko: [
      '출력 뉴런에게는 h₁과 h₂가 입력이다: 0.818 + 0.378 − 1.5 = −0.305, ŷ = 0.424.',
      '역치는 0.5. 0.424는 그보다 크지 않으므로 0이라고 답한다. 정답도 0, 맞았다.',
    ],
  },
  {
    en: ['The answer is 0.', 'This point’s loss is 0.552, the mean of the four 0.691.'],
    ko: ['정답은 0.', '이 점의 손실은 0.552, 네 점의 평균은 0.691.'],
  },
  {
    en: [
      'Now backwards. ŷ − y = 0.424: the output is too high.',
      'At this point the slope for v₁ is 0.424 × h₁ = 0.347, for v₂ 0.424 × h₂ = 0.160.',
      'The neuron that fired more carries more of the blame.',
      // 1 / (1 − ŷ) and ŷ (1 − ŷ) at ŷ = 0.4244
      'Why just ŷ − y? Slope of the loss 1.737 × slope of the sigmoid 0.244 = 0.424. With binary cross-entropy and sigmoid together, it comes down to ŷ − y.',
    ],
    ko: [
      '이제 거꾸로 간다. ŷ − y = 0.424: 출력이 너무 크다.',
      '이 점에서 v₁의 기울기는 0.424 × h₁ = 0.347, v₂는 0.424 × h₂ = 0.160.',
      '더 크게 켜진 뉴런의 가중치가 더 큰 몫을 진다.',
      '왜 ŷ − y일까? 손실의 기울기 1.737 × sigmoid의 기울기 0.244 = 0.424. 이진 교차 엔트로피와 sigmoid를 함께 쓰면 ŷ − y로 간단해진다.',
    ],
  },
  {
    en: [
      'The error goes back along v₁ to h₁: 0.424 × 1.000 × the sigmoid’s slope 0.149 = 0.063.',
      'To h₂: 0.424 × 1.000 × 0.235 = 0.100.',
      'Each layer multiplies by the sigmoid’s slope, at most 0.25. Through many layers little is left: the vanishing gradient.',
      'This one point pushes v₁ left, but the mean slope of the four is −0.049. The mean decides.',
    ],
    ko: [
      '오차가 v₁을 타고 h₁로 돌아온다: 0.424 × 1.000 × sigmoid의 기울기 0.149 = 0.063.',
      'h₂로는 0.424 × 1.000 × 0.235 = 0.100.',
      '층을 하나 지날 때마다 sigmoid의 기울기(최대 0.25)가 곱해진다. 층이 많으면 거의 0이 된다: 기울기 소실.',
      '이 점 하나는 v₁을 왼쪽으로 밀지만, 네 점의 평균 기울기는 −0.049이다. 움직임은 평균이 정한다.',
    ],
  },
  {
    en: [
      'All nine parameters move at once: v₁ 1.000 → 1.097, c −1.500 → −1.361, b₁ −0.500 → −0.449.',
      'Loss 0.691 → 0.678. Backpropagation finds the slopes; gradient descent moves the weights by them.',
    ],
    ko: [
      '아홉 개의 파라미터가 한꺼번에 움직인다: v₁ 1.000 → 1.097, c −1.500 → −1.361, b₁ −0.500 → −0.449.',
      '손실 0.691 → 0.678. 역전파는 기울기를 구하고, 경사하강법은 그 기울기로 가중치를 옮긴다.',
    ],
  },
];

describe.each([
  ['b1–b10: one perceptron on AND, at (1, 0)', AND, B],
  ['c1–c12: 2-2-1 on XOR, at (1, 1)', XOR, C],
])('%s', (_name, experiment, frames) => {
  test('each phase reads as it was written, forwards and on the way back', () => {
    const page = watch(experiment);
    expect(frames.map(() => page.step())).toEqual(frames);
    // Into the next batch and back: the update is told again, then the phases before it.
    page.step();
    const rewound = frames.map(() => page.back());
    expect(rewound).toEqual(frames.toReversed());
  });
});

test('neuron by neuron the newest one is told, and with the last one what holds for them all', () => {
  useView.setState({ stepSize: 'neuron' });
  const page = watch(XOR);
  const reveal = (phase: number, shown: number) => {
    useView.setState({ revealed: { step: 0, phase, shown } });
    return page.tell().en;
  };
  page.step();
  expect(reveal(1, 1)).toEqual([C[0]!.en[0]]);
  expect(reveal(1, 2)).toEqual([C[0]!.en[1]]);
  for (let phase = 2; phase <= 5; phase++) page.step();
  expect(reveal(5, 1)).toEqual([C[4]!.en[0]]);
  expect(reveal(5, 2)).toEqual(C[4]!.en.slice(1));
});

const kinds = ['forward', 'loss', 'backward', 'update'] as const;
const oneNeuron = (experiment: Experiment) => {
  const page = watch(experiment);
  const [forward, loss, backward, update] = kinds.map(() => page.step());
  return { forward: forward!, loss: loss!, backward: backward!, update: update! };
};

test('where loss and activation do not join, the slope for z is the product of both', () => {
  const { loss, backward } = oneNeuron({
    ...AND,
    compile: { ...AND.compile, loss: 'mean_squared_error' },
  });
  expect(loss.en[0]).toBe('The further off an answer, the larger its loss.');
  // At (1, 0): 2 × 0.7311 = 1.462, times 0.7311 × 0.2689 = 0.1966. The mean over the rows (1, 0) and (1, 1) is
  // (1.4621 × 0.1966 − 1 × 0.25) / 4 = 0.0094.
  expect(backward).toEqual({
    en: [
      'Slope of the loss 1.462 × slope of the sigmoid 0.197 = 0.287: the slope for z.',
      'The slope for w₁ is the mean of (slope for z) × x₁: 0.009. Rows with x₁ = 0 have no share in it.',
      // (0, 1): 2 × 0.2689 × 0.1966 = 0.1057 less 0.25, over 4; all four: + 0.2875 + 0.25
      'For w₂ it is −0.036, for b 0.098.',
    ],
    ko: [
      '손실의 기울기 1.462 × sigmoid의 기울기 0.197 = 0.287: z의 기울기다.',
      'w₁의 기울기는 (z의 기울기) × x₁의 평균, 0.009. x₁이 0인 행은 몫이 없다.',
      'w₂의 기울기는 −0.036, b의 기울기는 0.098.',
    ],
  });
});

test('the step function ends the way back, and an update that moves nothing is not called one', () => {
  const { forward, backward, update } = oneNeuron({
    ...AND,
    model: { layers: [dense(1, 1, 'step', { kernel: [1, -1], bias: [0] })] },
    compile: { ...AND.compile, loss: 'mean_squared_error' },
  });
  expect(forward.ko[1]).toBe('계단함수가 z를 0 아니면 1로 바꾼다: ŷ = 1.000.');
  expect(backward).toEqual({
    en: ['The step function’s slope is 0. Whatever arrives, times 0 is 0: it ends here.'],
    ko: ['계단함수의 기울기는 0. 앞에서 무엇이 오든 0을 곱하면 0, 여기서 끊긴다.'],
  });
  expect(update.en.slice(0, 2)).toEqual([
    'The step function’s slope is 0 everywhere.',
    'Nothing says which way to go, so the weights stay.',
  ]);
});

test('momentum may carry a weight of one neuron against its slope, and is named for it', () => {
  // From update 4 on the slope for w₁ is negative; with momentum it has been going left and goes on.
  const page = watch(withRate(AND, 1, 0.9));
  const said = Array.from({ length: 24 }, () => page.step());
  const updates = said.filter((_each, index) => index % 4 === 3).map(({ en, ko }) => [en[0], ko[0]]);
  const carried = updates.find(([en]) => en?.includes('momentum'));
  expect(carried?.[0]).toMatch(/^w₁: negative slope, but momentum carries it left: \d\.\d{3} → \d\.\d{3}\. /);
  expect(carried?.[1]).toMatch(/^w₁의 기울기는 음수이지만 관성 때문에 왼쪽으로: \d\.\d{3} → /);
});

test('in any other network momentum says where it carries the weight with the largest slope', () => {
  const deep = withRate(
    onGate(GATES.XOR, [dense(3, 8, 'tanh'), dense(2, 8, 'tanh'), dense(1, 1, 'sigmoid')]),
    0.5,
    0.9,
  );
  const page = watch(deep);
  const weightAt = (layer: number, place: number): number => {
    const { kernel, bias } = now.frame!.weights[layer]!;
    return [...kernel, ...bias][place]!;
  };
  let waiting: (() => boolean)[] = [];
  let carried = 0;
  for (let count = 0; count < 8 * 40; count++) {
    const { en, ko } = page.step();
    const { phase } = now.frame!;
    if (!phase) {
      carried += waiting.filter((check) => check()).length;
      waiting = [];
    }
    if (phase?.phase.kind !== 'backward') continue;
    const layer = phase.phase.layer!;
    const { at, value } = phase.slope!;
    const before = weightAt(layer, at);
    // Once the update is made, its frame shows where the weight went.
    waiting.push(() => {
      const right = weightAt(layer, at) > before;
      if (right !== value > 0) {
        expect(en[1]).toMatch(
          right ? /negative, so .* will move right\.$/ : /positive, so .* will move left\.$/,
        );
        return false;
      }
      const [pointsEn, goesEn] = right ? ['left', 'right'] : ['right', 'left'];
      const [pointsKo, goesKo] = right ? ['왼쪽', '오른쪽'] : ['오른쪽', '왼쪽'];
      expect(en[1]).toBe(`The slope points ${pointsEn}, but momentum carries it ${goesEn}.`);
      expect(ko[1]).toBe(`기울기는 ${pointsKo}을 가리키지만 관성 때문에 ${goesKo}으로 간다.`);
      return true;
    });
  }
  expect(carried).toBeGreaterThan(0);
});

test('predictions that are hidden, and a point that is not in the batch, leave the general lines', () => {
  useView.setState({ predictionsHidden: true });
  const general = 'Takes 4 samples. Layer 1 takes 2 inputs and gives 1 output.';
  expect(oneNeuron(AND).forward.en).toEqual([general]);
  cleanup();
  useView.setState({ predictionsHidden: false });
  // One row at a time, in their order: (1, 0) is the third.
  const page = watch({ ...AND, fit: { ...AND.fit, batch_size: 1, shuffle: false } });
  const forwards = Array.from({ length: 4 }, () => {
    const { en } = page.step();
    for (let left = 0; left < 3; left++) page.step();
    return en[0];
  });
  const alone = general.replace('4 samples', '1 sample');
  expect(forwards.map((words) => words === alone)).toEqual([true, true, false, true]);
  expect(forwards[2]).toMatch(/^Multiply inputs by weights/);
});

test('another network is told by its general lines', () => {
  const wide = onGate(GATES.XOR, [dense(2, 6, 'relu'), dense(1, 1, 'sigmoid')]);
  const page = watch(wide);
  expect(page.step().en).toEqual(['Takes 4 samples. Layer 1 takes 2 inputs and gives 6 outputs.']);
  expect(page.step().ko).toEqual(['2층이 입력 6개를 받아 1개를 내보낸다.']);
  expect(now.asked.filter((probe) => probe !== null)).toEqual([]);
});

test('nothing is asked of the trainer while time goes by batches, or by phases too fast to read', () => {
  const asks = () => now.asked.some((probe) => probe !== null);
  watch(XOR);
  expect(asks()).toBe(true);
  cleanup();
  useView.setState({ stepSize: 'batch' });
  watch(XOR);
  expect(asks()).toBe(false);
  cleanup();
  useView.setState({ stepSize: 'phase', speed: 30 });
  watch(XOR, { playing: true });
  expect(asks()).toBe(false);
});
