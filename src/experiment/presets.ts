import { GATES } from '../data/gates.ts';
import { type Experiment, VERSION } from './experiment.ts';

/** One sigmoid neuron on AND, with first weights whose line crosses the plane and has 2 of 4 right. */
export const opening: Experiment = {
  version: VERSION,
  data: { set: 'gate', answers: GATES.AND, noise: 0, points: 160, seed: 1, changes: [] },
  model: {
    layers: [
      { type: 'Dense', id: 1, units: 1, activation: 'sigmoid', start: { kernel: [0.9, -0.7], bias: [-0.5] } },
    ],
  },
  compile: {
    loss: 'binary_crossentropy',
    optimizer: { type: 'SGD', learning_rate: 0.5, momentum: 0 },
    metrics: ['accuracy'],
  },
  fit: { batch_size: 4, epochs: null, validation_split: 0.2, shuffle: true },
  seed: 1,
  edits: [],
};
