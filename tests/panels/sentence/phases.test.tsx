// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { noteDeed } from '../../../src/state/deed.ts';
import { useView } from '../../../src/state/view.ts';
import { dense, onGate, withRate } from '../../worker/runs.ts';
import { AND, B, C, XOR } from './frames.ts';
import { now, watch } from './watch.ts';

beforeEach(() => {
  useView.setState({ ...useView.getInitialState(), stepSize: 'phase' });
  noteDeed({ kind: 'opened' });
});
afterEach(cleanup);

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
    useView.setState({ revealed: { run: 1, step: 0, phase, shown } });
    return page.tell().en;
  };
  page.step();
  expect(reveal(1, 1)).toEqual([C[0]!.en[0]]);
  expect(reveal(1, 2)).toEqual([C[0]!.en[1]]);
  for (let phase = 2; phase <= 5; phase++) page.step();
  expect(reveal(5, 1)).toEqual([C[4]!.en[0]]);
  expect(reveal(5, 2)).toEqual(C[4]!.en.slice(1));
});

const oneNeuron = (experiment: Experiment) => {
  const page = watch(experiment);
  const [forward, loss, backward, update] = [1, 2, 3, 4].map(() => page.step());
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

test('behind a hidden step function only the output learns, and a minus stands in brackets behind another sign', () => {
  const hidden = (activation: 'step' | 'linear') =>
    withRate(
      onGate(GATES.XOR, [
        dense(2, 2, activation, { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] }),
        dense(1, 1, 'sigmoid', { kernel: [1, -1], bias: [-1.5] }),
      ]),
      2,
    );
  const said = (activation: 'step' | 'linear') => {
    const page = watch(hidden(activation));
    return Array.from({ length: 6 }, () => page.step()).slice(4);
  };
  const [ends, update] = said('step');
  expect(ends?.en).toEqual(['The step function’s slope is 0. Whatever arrives, times 0 is 0: it ends here.']);
  expect(update?.en[0]).toMatch(
    /^Of the nine parameters three move at once: w₁ of ŷ 1\.000 → \S+, b of ŷ −1\.500 → \S+\.$/,
  );
  expect(update?.ko[0]).toMatch(/^파라미터 아홉 개 중 세 개가 한꺼번에 움직인다: ŷ의 w₁ 1\.000 → /);
  cleanup();
  // At (1, 1): z = 1.5 − (−0.5) − 1.5 = 0.5, ŷ = 0.622.
  expect(said('linear')[0]?.en.slice(0, 2)).toEqual([
    'The error goes back along w₁ of ŷ to h₁: 0.622 × 1.000 × linear’s slope 1.000 = 0.622.',
    'To h₂: 0.622 × (−1.000) × 1.000 = −0.622.',
  ]);
});

test('momentum may carry a weight of one neuron against its slope, and is named for it', () => {
  // From update 4 on the slope for w₁ is negative; with momentum it has been going left and goes on.
  const page = watch(withRate(AND, 1, 0.9));
  const said = Array.from({ length: 24 }, () => page.step());
  const updates = said.filter((_each, index) => index % 4 === 3);
  const carried = updates.find(({ en }) => en.some((line) => line.includes('momentum')));
  // In the first of these the slope has just turned: that is said before.
  expect(carried?.en[0]).toMatch(/^The slope for w₁ has turned negative: \d\.\d{3} → −\d\.\d{3}\.$/);
  expect(carried?.en[1]).toMatch(
    /^w₁: negative slope, but momentum carries it left: \d\.\d{3} → \d\.\d{3}\. /,
  );
  expect(carried?.ko[1]).toMatch(/^w₁의 기울기는 음수이지만 관성 때문에 왼쪽으로: \d\.\d{3} → /);
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
      const against = right === value > 0;
      const [goesEn, goesKo] = right ? ['right', '오른쪽'] : ['left', '왼쪽'];
      const [pointsEn, pointsKo] = right ? ['left', '왼쪽'] : ['right', '오른쪽'];
      const name = /The largest is (.*), /.exec(en[0]!)?.[1];
      expect([en[1], ko[1]?.replace(/.*이므로 \S+ \S+ /, '')]).toEqual(
        against
          ? [
              `The slope points ${pointsEn}, but momentum carries it ${goesEn}.`,
              `기울기는 ${pointsKo}을 가리키지만 관성 때문에 ${goesKo}으로 간다.`,
            ]
          : [
              `The slope is ${right ? 'negative' : 'positive'}, so ${name} will move ${goesEn}.`,
              `${goesKo}으로 갈 것이다.`,
            ],
      );
      return against;
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

test('no numbers are asked of the trainer while time goes by batches, or by phases too fast to read', () => {
  const asks = () => now.asked.some((probe) => probe?.kind === 'anatomy');
  watch(XOR);
  expect(asks()).toBe(true);
  cleanup();
  useView.setState({ stepSize: 'batch' });
  watch(XOR);
  expect(asks()).toBe(false);
  cleanup();
  useView.setState({ stepSize: 'phase', speed: 30 });
  watch(XOR, { playing: true });
  expect(now.asked.filter((probe) => probe !== null)).toEqual([]);
});

test.each(
  (['sigmoid', 'tanh', 'relu', 'linear', 'step', 'softplus', 'hard_sigmoid'] as const).flatMap((activation) =>
    (['binary_crossentropy', 'mean_squared_error', 'huber'] as const).flatMap((loss) =>
      [0, 1, 2, 4].map((hidden) => [activation, loss, hidden] as const),
    ),
  ),
)(
  '%s with %s and %i hidden neurons: no hole and no dash is left in any sentence',
  (activation, loss, hidden) => {
    const layers =
      hidden === 0
        ? [dense(1, 1, activation)]
        : [dense(2, hidden, activation), dense(1, 1, loss === 'huber' ? 'linear' : 'sigmoid')];
    const experiment = onGate(GATES.XOR, layers, 3);
    const page = watch({
      ...experiment,
      compile: { ...experiment.compile, loss, optimizer: { type: 'Adam', learning_rate: 0.05 } },
    });
    const count = 2 * (2 * layers.length + 2);
    const said = [
      ...Array.from({ length: count }, () => page.step()),
      ...Array.from({ length: count }, () => page.back()),
    ];
    const words = said.flatMap(({ en, ko }) => [...en, ...ko]);
    expect(words.filter((line) => /[{}–]|undefined|NaN|\(이|은\(/.test(line) || line.trim() === '')).toEqual(
      [],
    );
  },
);
