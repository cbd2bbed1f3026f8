import { expect, test } from 'vitest';
import type { SetName } from '../../../src/data/sets/index.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { forPictures, type PictureModelName } from '../../../src/experiment/pictures.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import type { Deed } from '../../../src/state/deed.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import { after, design, playing, rested, situation, told } from './scenes.ts';

const onPictures = (set: SetName, model: PictureModelName = 'cnn', ...more: readonly Patch[]) => {
  const pictures = design(chooseSet(design(), set));
  return design(chooseSet(design(), set), forPictures(pictures, 10, model), ...more);
};

/** What is read of 1,600 training and 400 validation pictures. */
const reading = (right: number, valRight: number, more: Partial<Frame['reading']> = {}): Partial<Frame> => ({
  reading: {
    loss: 0.126,
    val_loss: 0.2,
    right,
    rows: 1600,
    valRight,
    valRows: 400,
    measured: 'epoch',
    present: 0.1,
    ...more,
  },
});

test('a network that learns from pictures is told by its filters and units, and what it has right', () => {
  expect(told(situation({ design: onPictures('digits'), frame: reading(136, 30) }))).toEqual([
    'The network 8 · 16 · 10 learns from 1,600 pictures. It has 136 of 1,600 right so far. Press play.',
    '신경망 8 · 16 · 10이 그림 1,600개로 배운다. 지금은 1,600개 중 136개만 맞힌다. 재생을 눌러 보세요.',
  ]);
  expect(told(situation({ design: onPictures('digits', 'mlp'), frame: null }))).toEqual([
    'The network 784-128-10 learns from 1,600 pictures.',
    '신경망 784-128-10이 그림 1,600개로 배운다.',
  ]);
});

test('choosing pictures says how many there are and what was set to fit', () => {
  const now = situation({ design: onPictures('digits'), deed: { kind: 'data' }, since: 0, frame: {} });
  expect(told(now)).toEqual([
    'Digits: 2,000 pictures, 10 classes. Output layer and loss are set to fit: 10 × softmax, sparse_categorical_crossentropy.',
    '손글씨 숫자: 그림 2,000개, 클래스 10개. 출력층과 손실을 여기에 맞췄다: softmax 10개, sparse_categorical_crossentropy.',
  ]);
});

const layers = (model: PictureModelName, ...more: readonly Patch[]) =>
  told(
    situation({
      design: onPictures('digits', model, ...more),
      deed: { kind: 'layer' },
      since: 0,
      frame: playing(0),
    }),
  );

test('what the layers do together is told in the order of the network', () => {
  expect(layers('cnn')).toEqual([
    'Convolution finds features, pooling keeps the strongest, Flatten hands them to Dense.',
    '합성곱이 특징을 찾고, 풀링이 가장 강한 것만 남기고, Flatten이 Dense에 넘긴다.',
  ]);
  expect(layers('lenet')[0]).toBe(
    'Convolution finds features, pooling takes their mean, Flatten hands them to Dense.',
  );
  expect(layers('mlp')).toEqual([
    '128 neurons weigh all 784 pixels each; the output layer joins what they find.',
    '뉴런 128개가 저마다 픽셀 784개를 모두 보고, 출력층이 그것을 합친다.',
  ]);
  const [flatten, , output] = onPictures('digits', 'mlp').model.layers;
  expect(layers('mlp', { model: { layers: [flatten!, output!] } })).toEqual([
    'Each output neuron weighs every pixel. The largest answers.',
    '출력 뉴런마다 모든 픽셀에 가중치를 둔다. 가장 큰 값이 답이다.',
  ]);
});

test('all training pictures right: said with what the validation pictures say', () => {
  const now = situation({
    design: onPictures('digits'),
    deed: { kind: 'other' },
    frame: after(500, {
      ...reading(1600, 389),
      marks: [{ kind: 'solved', step: 400, epoch: 8 }] as unknown as Frame['marks'],
    }),
  });
  expect(told(now)).toEqual([
    'All 1,600 training pictures right at epoch 8. On the validation pictures, now 389 of 400.',
    '8번째 에포크에 훈련 데이터 1,600개를 모두 맞혔다. 검증 데이터는 지금 400개 중 389개를 맞힌다.',
  ]);
});

test('the largest slope of a convolution is told by its filter', () => {
  // Place 18 of a kernel whose last axis is 16 filters: the third of them.
  const phase = { phase: { kind: 'backward', layer: 2 }, rows: 32, loss: 2, slope: { value: -0.25, at: 18 } };
  const frame = after(3, { ...reading(300, 60), phase: phase as unknown as Frame['phase'] });
  const now = situation({ design: onPictures('digits'), stepSize: 'phase', speed: 1, frame, since: 2 });
  expect(told(now)).toEqual([
    'Finds the slopes of layer 3. The largest is w of filter 3, −0.250. Nothing moves yet.',
    '3층의 기울기를 구한다. 가장 큰 것은 필터 3의 w, −0.250. 아직 움직이지 않는다.',
  ]);
});

const DEEDS: readonly Deed[] = [
  { kind: 'opened' },
  { kind: 'data' },
  { kind: 'layer' },
  { kind: 'units' },
  { kind: 'weights' },
  { kind: 'activation', layer: 0 },
  { kind: 'other' },
];
const MOMENTS: Readonly<Record<string, Partial<Frame>>> = {
  start: reading(136, 30),
  playing: playing(60, reading(1500, 360)),
  paused: after(60, reading(1500, 360)),
  batch: after(60, reading(1500, 360, { measured: 'batch' })),
  settled: after(4000, { ...rested(0.05, 1590, 1600), settled: true }),
  solved: after(500, reading(1600, 389)),
};

test.each(Object.keys(MOMENTS))('nothing is said of points and lines at this moment: %s', (moment) => {
  for (const model of ['mlp', 'cnn', 'lenet'] as const) {
    for (const deed of DEEDS) {
      for (const [stepped, since] of [
        [false, 0],
        [false, 60],
        [true, 60],
      ] as const) {
        const now = situation({
          design: onPictures('digits', model),
          deed,
          stepped,
          since,
          frame: MOMENTS[moment]!,
        });
        const { so, todo, more, buttons } = story(now);
        const all = [so, todo, more, ...buttons.map(({ words }) => words)];
        const [en, ko] = (['en', 'ko'] as const).map((language) =>
          all.map((text) => text?.[language]).join(' '),
        );
        expect(en, `${deed.kind}, ${model}`).not.toMatch(/\bpoints?\b|\blines?\b/);
        expect(ko, `${deed.kind}, ${model}`).not.toMatch(/(^|\s)점\s|직선/);
      }
    }
  }
});
