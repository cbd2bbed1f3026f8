// A run is a pure function of its experiment and edits: the same bits on every road to a step.

import { describe, expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import type { DenseSpec } from '../../src/engine/layers/dense.ts';
import type { Edit, Experiment, Patch } from '../../src/experiment/experiment.ts';
import { fromLink, toLink } from '../../src/experiment/link.ts';
import { createSession } from '../../src/worker/session.ts';
import type { Saved, StepSize } from '../../src/worker/frame.ts';
import { advance, note, type Run } from '../../src/worker/run.ts';
import { back, edit, seek } from '../../src/worker/seek.ts';
import { manualPlace } from './place.ts';
import { bitsOf, noisy, started } from './runs.ts';

const END = 1000;
/** A learning rate at the end of an epoch, a gate and a weight inside one. */
const EDITS: readonly Edit[] = [
  { step: 200, patch: { compile: { optimizer: { type: 'SGD', learning_rate: 0.07, momentum: 0.9 } } } },
  { step: 403, patch: { data: { answers: GATES.NAND } } },
  {
    step: 617,
    patch: {
      weights: [
        { layer: 0, at: 9, value: -1.25 },
        { layer: 1, at: 2, value: 0.5 },
      ],
    },
  },
];
const finished: Experiment = { ...noisy, edits: EDITS };

const go = (run: Run, size: StepSize, step: number): Run => {
  while (run.trainer.counters.step < step) expect(advance(run, size)).toBe(true);
  expect(run.trainer.counters.step).toBe(step);
  return run;
};

/** Trains and edits as a person does: nothing is in the list before it is made. */
const edited = (size: StepSize, between: (run: Run) => void = () => {}): Run => {
  const run = started(noisy);
  for (const { step, patch } of EDITS) {
    go(run, size === 'epoch' ? 'batch' : size, step);
    between(run);
    expect(edit(run, patch)).toEqual({ step, applied: run.experiment.edits.length - 1 });
    between(run);
  }
  return go(run, 'batch', END);
};

/** The bits after each step of a run that only ever went forward, batch by batch. */
const road: readonly Uint32Array[] = (() => {
  const run = started(finished);
  return Array.from({ length: END + 1 }, (_, step) => bitsOf(go(run, 'batch', step)));
})();
const expected = road[END]!;

describe('after 1,000 steps with three edits the weights and slots have the same bits', () => {
  test.each(['phase', 'batch', 'epoch'] as const)('when the finished document is trained by %s', (size) => {
    expect(bitsOf(go(started(finished), size, END))).toEqual(expected);
  });

  test('when the sizes are mixed', () => {
    const run = started(finished);
    const sizes = [
      'phase',
      'phase',
      'batch',
      'epoch',
      'phase',
      'epoch',
      'phase',
      'phase',
      'phase',
      'batch',
    ] as const;
    for (let i = 0; run.trainer.counters.step < END - 40; i++)
      expect(advance(run, sizes[i % sizes.length]!)).toBe(true);
    expect(bitsOf(go(run, 'batch', END))).toEqual(expected);
  });

  test.each(['phase', 'batch'] as const)('when the edits are made while it is trained by %s', (size) => {
    const run = edited(size);
    expect(bitsOf(run)).toEqual(expected);
    expect(run.experiment).toEqual(finished);
  });

  test('when the edits are made in the middle of a batch', () => {
    for (const phases of [1, 3, 5]) {
      const run = edited('batch', (moving) => {
        while (moving.trainer.phase < phases) advance(moving, 'phase');
      });
      expect(bitsOf(run)).toEqual(expected);
      expect(run.experiment).toEqual(finished);
    }
  });

  test.each(['phase', 'batch', 'epoch'] as const)(
    'with steps back by %s and forward again in between',
    (size) => {
      const run = started(finished);
      for (const step of [37, 200, 203, 403, 410, 617, 618, 990]) {
        go(run, 'batch', step);
        // From within an epoch of 8 batches, epochs lead to its end.
        const there = size === 'epoch' ? Math.ceil(step / 8) * 8 : step;
        for (const times of [1, 2, 5]) {
          for (let i = 0; i < times; i++) back(run, size);
          expect(run.trainer.counters.step).toBeLessThan(step);
          for (let i = 0; i < times; i++) advance(run, size);
          expect(run.trainer.counters.step).toBe(there);
          expect(bitsOf(run)).toEqual(road[there]);
          seek(run, step);
          expect(bitsOf(run)).toEqual(road[step]);
        }
      }
      expect(bitsOf(go(run, 'batch', END))).toEqual(expected);
    },
  );

  test('when every edit was made after steps back and forward', () => {
    const run = edited('batch', (moving) => {
      const { step } = moving.trainer.counters;
      for (const size of ['batch', 'phase', 'epoch'] as const) {
        back(moving, size);
        seek(moving, step);
      }
    });
    expect(bitsOf(run)).toEqual(expected);
    expect(run.experiment).toEqual(finished);
  });

  test('when a future with other edits was left by stepping back, and nothing of it is found again', () => {
    const run = go(started(noisy), 'batch', 300);
    edit(run, { compile: { optimizer: { type: 'SGD', learning_rate: 3, momentum: 0 } } });
    // A pause leaves a keyframe.
    note(go(run, 'batch', 700));
    seek(run, 190);
    for (const { step, patch } of EDITS) {
      go(run, 'batch', step);
      edit(run, patch);
    }
    expect(bitsOf(go(run, 'batch', END))).toEqual(expected);
    expect(run.experiment).toEqual(finished);
    seek(run, 800);
    expect(bitsOf(run)).toEqual(road[800]);
  });

  test('when it was saved on the way and taken up again, one step back included', async () => {
    for (const step of [0, 200, 300, 403, 405, 617, 999]) {
      const first = createSession(manualPlace());
      await first.start(finished, { step });
      await first.forward('phase');
      const saved: Saved = structuredClone(await first.save());
      expect(saved.now.counters.step).toBe(step);
      const run = started(finished, saved);
      const before = Math.max(0, step - 1);
      back(run, 'batch');
      expect(run.trainer.counters.step).toBe(before);
      expect(bitsOf(run)).toEqual(road[before]);
      expect(bitsOf(go(run, 'batch', END)), `saved at ${step}`).toEqual(expected);
    }
  });

  test('when the document went through a link', () => {
    const opened = fromLink(toLink(edited('batch').experiment));
    if (!opened.ok) throw new Error(opened.text.en);
    expect(bitsOf(go(started(opened.experiment), 'epoch', END))).toEqual(expected);
  });

  test.each(['phase', 'batch', 'epoch'] as const)(
    'after one step back and one forward by %s at the end',
    (size) => {
      const run = go(started(finished), 'batch', END);
      back(run, size);
      expect(run.trainer.phase > 0 || run.trainer.counters.step < END).toBe(true);
      advance(run, size);
      expect(run.trainer.counters.step).toBe(END);
      expect(bitsOf(run)).toEqual(expected);
    },
  );
});

test('an edit changes the bits, and so does each of the three', () => {
  for (const missing of EDITS) {
    const others = { ...finished, edits: EDITS.filter((one) => one !== missing) };
    expect(bitsOf(go(started(others), 'batch', END))).not.toEqual(expected);
  }
});

describe('an edit that needs other tapes', () => {
  const [first, last] = noisy.model.layers as readonly [DenseSpec, DenseSpec];
  const patches: readonly (readonly [string, Patch])[] = [
    ['a larger batch', { fit: { batch_size: 50 } }],
    ['a smaller batch', { fit: { batch_size: 3 } }],
    ['another activation', { model: { layers: [{ ...first, activation: 'relu' }, last] } }],
    ['another loss', { compile: { loss: 'mean_squared_error' } }],
    [
      'points moved, added and removed',
      {
        data: {
          changes: [
            { op: 'move', id: 3, x: [0.5, 0.5] },
            { op: 'add', x: [0.2, 0.9], answer: 1 },
            { op: 'remove', id: 7 },
          ],
        },
      },
    ],
  ];

  test.each(patches)('carries weights and slots over: %s', (_name, patch) => {
    const run = go(started(noisy), 'batch', 203);
    const before = bitsOf(run);
    edit(run, patch);
    expect(bitsOf(run)).toEqual(before);
    const after = bitsOf(go(run, 'batch', 400));
    expect(after).not.toEqual(bitsOf(go(started(noisy), 'batch', 400)));
    expect(bitsOf(go(started(run.experiment), 'phase', 400))).toEqual(after);
    seek(run, 100);
    expect(bitsOf(go(run, 'batch', 400))).toEqual(after);
  });
});
