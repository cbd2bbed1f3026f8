import { expect, test } from 'vitest';
import { apply } from '../../../src/experiment/apply.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { setEpochs } from '../../../src/experiment/moves.ts';
import type { Situation } from '../../../src/panels/sentence/situation.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import { after, design, hidden, playing, reads, set, situation, told, XOR } from './scenes.ts';

test('a diverged run says where it stopped and offers a tenth of the learning rate', () => {
  const frame = after(7, { halt: { kind: 'diverged', epoch: 7, step: 7, layer: null } });
  expect(told(situation({ frame }))).toEqual([
    'At epoch 7 the loss grew beyond numbers. Stopped at the last finite step. Try a learning rate of 0.05 instead of 0.5.',
    '7에포크에서 손실이 너무 커져 계산할 수 없다. 마지막 정상 상태에서 멈췄다. 학습률을 0.5에서 0.05로 줄여 보세요.',
  ]);
  expect(story(situation({ frame })).buttons).toMatchObject([{ act: 'rate-tenth' }]);
});

test('a run that reached its epochs says so and how play goes on', () => {
  const now = situation({
    design: design(setEpochs(design(), 20)),
    frame: after(40, { ...reads(0.4, 3), halt: { kind: 'epochs', epoch: 40 } }),
  });
  expect(told(now)[0]).toBe('Stopped at epoch 40. Play adds 20 more.');
});

const watched = (patience: number): Patch => ({
  fit: { callbacks: [{ type: 'EarlyStopping', patience, restore_best_weights: true }] },
});
const stoppedBy = (by: 'EarlyStopping' | 'TerminateOnNaN', restored: number | null) =>
  after(48, { ...reads(0.4, 3), halt: { kind: 'stopped', epoch: 48, by, restored } });

test('a run that EarlyStopping ended says what it waited for and whose weights are back', () => {
  const now = situation({ design: design(watched(30)), frame: stoppedBy('EarlyStopping', 18) });
  expect(told(now)).toEqual([
    'Stopped at epoch 48: val_loss has not been better for 30 epochs. The weights of epoch 18 are back. Play begins another fit() from here.',
    '48에포크에서 멈췄다. 30에포크 동안 val_loss 값이 나아지지 않았다. 가중치를 18에포크 때로 되돌렸다. 재생하면 여기서 fit()을 다시 시작한다.',
  ]);
  expect(story(now).event).toBe(true);
});

test('with a patience of 0 or 1 it stopped at the first epoch that was no better', () => {
  for (const patience of [0, 1]) {
    const now = situation({ design: design(watched(patience)), frame: stoppedBy('EarlyStopping', null) });
    expect(told(now)[0]).toBe(
      'Stopped at epoch 48: val_loss was not better than before. Play begins another fit() from here.',
    );
  }
});

test('a run that TerminateOnNaN ended says so, and offers a tenth of the learning rate', () => {
  const now = situation({ frame: stoppedBy('TerminateOnNaN', null) });
  expect(told(now)[0]).toBe(
    'TerminateOnNaN stopped the run in epoch 48: the loss grew beyond numbers. The weights are those of the last finite step. Try a smaller learning rate.',
  );
  expect(story(now).buttons).toMatchObject([{ act: 'rate-tenth' }]);
});

test('a run that reached its epochs says which weights are back', () => {
  const halt = { kind: 'epochs', epoch: 20, restored: 7 } as const;
  const now = situation({
    design: design(setEpochs(design(), 20)),
    frame: after(20, { ...reads(0.4, 3), halt }),
  });
  expect(told(now)).toEqual([
    'Stopped at epochs = 20. The weights of epoch 7 are back. Play adds 20 more.',
    'epochs = 20에서 멈췄다. 가중치를 7에포크 때로 되돌렸다. 재생하면 20에포크를 더 배운다.',
  ]);
});

test.each([
  [{ type: 'Adam', learning_rate: 0.01 }, true],
  [{ type: 'SGD', learning_rate: 0.01, momentum: 0.9 }, false],
] as const)(
  'where a schedule has brought %o to 0, more epochs are promised only if they do anything',
  (optimizer, spent) => {
    const schedule = { type: 'CosineDecay', decay_steps: 3 } as const;
    const now = situation({
      design: design(setEpochs(design(), 3), { compile: { optimizer: { ...optimizer, schedule } } }),
      frame: after(3, {
        ...reads(0.4, 3),
        halt: { kind: 'epochs', epoch: 3 },
        optimizer: { iterations: 3, learning_rate: 0 },
      }),
    });
    expect(told(now)).toEqual(
      spent
        ? [
            'Stopped at epochs = 3. Its schedule has taken the learning rate to 0: more epochs change nothing. Choose another schedule, or R.',
            'epochs = 3에서 멈췄다. 스케줄을 따라 학습률이 0까지 내려갔다. 더 학습해도 바뀌지 않으니 스케줄을 바꾸거나 R로 처음부터 학습해 보세요.',
          ]
        : [
            'Stopped at epochs = 3. Play adds 3 more.',
            'epochs = 3에서 멈췄다. 재생하면 3에포크를 더 배운다.',
          ],
    );
  },
);

test('a run that a callback ended with an error says what the error is', () => {
  const text = { en: 'The file name asks for "val_acc".', ko: '파일 이름에 "val_acc" 자리가 있다.' };
  const now = situation({ frame: after(1, { halt: { kind: 'failed', epoch: 1, text } }) });
  expect(told(now)).toEqual([
    'The run ended in epoch 1 with an error. The file name asks for "val_acc".',
    '1에포크에서 오류로 끝났다. 파일 이름에 "val_acc" 자리가 있다.',
  ]);
});

test('an edit after a halt is answered, not the halt', () => {
  const frame = after(40, { halt: { kind: 'epochs', epoch: 40 } });
  expect(told(situation({ frame, since: 0, deed: { kind: 'cell' } }))[0]).toMatch(/one of 16 gates/);
});

const refused = {
  where: { part: 'compile' },
  kind: 'refused',
  text: { en: 'There are 3 classes but 1 output units.', ko: '클래스는 3개인데 출력층의 뉴런은 1개다.' },
  keras: 'ValueError: shapes',
  fix: { words: { en: 'Make it 3', ko: '3개로' }, patch: {} },
} as const;

test('what Keras would refuse comes before everything else, with its fix', () => {
  const silent = { ...refused, kind: 'silent', text: { en: 'weak', ko: '약함' } } as const;
  const now = situation({ problems: [silent, refused], frame: playing(5, reads(0.1, 4)) });
  expect(told(now)).toEqual([
    'There are 3 classes but 1 output units.',
    '클래스는 3개인데 출력층의 뉴런은 1개다.',
  ]);
  expect(story(now).buttons).toEqual([
    { words: refused.fix.words, act: 'fix', patch: refused.fix.patch, solid: true },
  ]);
  expect(story(now).more?.en).toContain('ValueError: shapes');
});

const phase = (
  kind: 'forward' | 'loss' | 'backward' | 'update',
  layer: number | null,
  slope: number | null = null,
) =>
  situation({
    design: design(XOR, hidden([4])),
    stepSize: 'phase',
    since: 0.001,
    frame: after(kind === 'update' ? 4 : 3, {
      // Between two batches no phase is under way: the epoch's mean loss is read, and the loss at these weights.
      reading: { ...reads(0.691, 3).reading, measured: 'epoch', present: 0.678 },
      phase:
        kind === 'update'
          ? null
          : {
              phase: { kind, layer },
              rows: 4,
              batch: 1,
              batches: 1,
              loss: 0.691,
              // Kernel 2 × 4 row-major: 6 is the weight from x₂ to h₃.
              slope: slope === null ? null : { at: 6, value: slope },
            },
    }),
  });

test('each phase has its line', () => {
  expect(told(phase('forward', 0))).toEqual([
    'Takes 4 samples. Layer 1 takes 2 inputs and gives 4 outputs.',
    '데이터 4개를 꺼낸다. 1층이 입력 2개를 받아 4개를 내보낸다.',
  ]);
  expect(told(phase('forward', 1))).toEqual([
    'Layer 2 takes 4 inputs and gives 1 output.',
    '2층이 입력 4개를 받아 1개를 내보낸다.',
  ]);
  expect(told(phase('loss', null))).toEqual([
    'Compares predictions with answers: loss 0.691.',
    '예측과 정답을 비교한다: 손실 0.691.',
  ]);
  expect(told(phase('update', null))).toEqual([
    'Moves the weights by −η × slope. Loss 0.691 → 0.678. Every sample was seen once.',
    '가중치를 −η × 기울기만큼 옮긴다. 손실 0.691 → 0.678. 모든 데이터를 한 번씩 보았다.',
  ]);
});

test('the backward phase names the largest slope and the way its weight will go', () => {
  expect(told(phase('backward', 0, -0.049))).toEqual([
    'Finds the slopes of layer 1. The largest is w₂ of h₃, −0.049. Nothing moves yet. The slope is negative, so w₂ of h₃ will move right.',
    '1층의 기울기를 구한다. 가장 큰 것은 h₃의 w₂, −0.049. 아직 움직이지 않는다. 기울기가 음수이므로 h₃의 w₂는 오른쪽으로 갈 것이다.',
  ]);
  expect(told(phase('backward', 0, 0.2))[0]).toMatch(/positive, so w₂ of h₃ will move left\.$/);
  expect(told(phase('backward', 0, 0))).toEqual([
    'All slopes of layer 1 are 0: nothing in it will move.',
    '1층의 기울기가 모두 0이다. 이 층은 움직이지 않는다.',
  ]);
});

test('another optimizer moves the weights in its own way, and its slope alone promises no direction', () => {
  const adam: Patch = { compile: { optimizer: { type: 'Adam', learning_rate: 0.001 } } };
  const by = (now: Situation) => told({ ...now, design: apply(now.design, adam) });
  expect(by(phase('update', null))[0]).toMatch(/^Adam moves the weights\. Loss/);
  expect(by(phase('update', null))[1]).toMatch(/^Adam의 방식으로 가중치를 옮긴다\. 손실/);
  expect(by(phase('backward', 0, 0.2))[0]).toMatch(/Nothing moves yet\.$/);
});

test('phases are not narrated at full speed', () => {
  const now = phase('loss', null);
  const frame = now.frame && { ...now.frame, playing: true };
  expect(told({ ...now, frame, speed: 30 })[0]).not.toMatch(/Compares/);
  expect(told({ ...now, frame, speed: 1 })[0]).toMatch(/Compares/);
});

test('other data have words of their own when all training points are right', () => {
  const reading = {
    loss: 0.01,
    val_loss: 0.02,
    right: 128,
    rows: 128,
    valRight: 31,
    valRows: 32,
    measured: 'now',
    present: 0.5,
  } as const;
  const marks = [{ epoch: 41, step: 328, words: { en: '128/128', ko: '128/128' }, kind: 'solved' }] as const;
  const now = situation({
    design: design(set('circle'), hidden([8]), { data: { points: 160 }, fit: { validation_split: 0.2 } }),
    frame: playing(800, { reading, marks }),
  });
  expect(told(now)).toEqual([
    'All 128 training points right at epoch 41. On the validation points, now 31 of 32.',
    '41번째 에포크에 훈련 데이터 128개를 모두 맞혔다. 검증 데이터는 지금 32개 중 31개를 맞힌다.',
  ]);
  // All of those that are counted so far are not all.
  const some = { ...reading, right: 16, rows: 16 };
  const counting = situation({ design: now.design, frame: playing(800, { reading: some, marks }) });
  expect(told(counting)[0]).not.toMatch(/All .* right/);
});

test('another kind of data says that output layer and loss were set to fit', () => {
  const reading = {
    loss: 1.1,
    val_loss: 1.1,
    right: 40,
    rows: 120,
    valRight: 10,
    valRows: 30,
    measured: 'now',
    present: 0.5,
  } as const;
  const now = situation({
    design: design(set('blobs')),
    deed: { kind: 'data' },
    since: 0,
    frame: { reading },
  });
  expect(told(now)[0]).toMatch(
    /200 points, 3 classes\. Output layer and loss are set to fit: 3 × softmax, sparse_categorical_crossentropy\.$/,
  );
});
