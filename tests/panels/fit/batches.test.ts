import { expect, test } from 'vitest';
import { batches } from '../../../src/panels/fit/batches.ts';

test('batch_size is the size of a group: 128 samples in 16s are 8 updates', () => {
  expect(batches(128, 16)).toEqual([16, 16, 16, 16, 16, 16, 16, 16]);
});

test('the last batch is what is left, as in Keras', () => {
  expect(batches(10, 4)).toEqual([4, 4, 2]);
  expect(batches(3, 8)).toEqual([3]);
});
