import type { Frame } from '../../src/worker/frame.ts';

/** One neuron on AND before the first update. */
export const opened: Frame = {
  run: 1,
  edits: 0,
  written: 0,
  position: { step: 0, epoch: 0, cursor: 0, batch: 0, phase: 0 },
  newest: { step: 0, epoch: 0 },
  playing: false,
  seeking: null,
  moments: { count: 1, bytes: 0, budget: 64 * 2 ** 20 },
  halt: null,
  settled: false,
  phase: null,
  weights: [{ kernel: Float32Array.of(0.9, -0.7), bias: Float32Array.of(-0.5) }],
  slopes: null,
  reading: {
    loss: 0.626,
    val_loss: null,
    right: 2,
    rows: 4,
    valRight: 0,
    valRows: 0,
    measured: 'now',
    present: 0.5,
  },
  looked: null,
  curve: {
    epoch: Float64Array.of(0),
    step: Float64Array.of(0),
    loss: Float32Array.of(0.626),
    val_loss: Float32Array.of(Number.NaN),
    wrong: Float32Array.of(2),
  },
  marks: [],
  views: {},
  callbacks: { files: [], patience: null, log: [] },
  optimizer: { iterations: 0, learning_rate: 0.5 },
  rate: 0,
};
/** The same at epoch 96. */
export const later: Frame = {
  ...opened,
  position: { step: 96, epoch: 96, cursor: 0, batch: 0, phase: 0 },
  newest: { step: 96, epoch: 96 },
  reading: { ...opened.reading, loss: 0.317, right: 4 },
};
