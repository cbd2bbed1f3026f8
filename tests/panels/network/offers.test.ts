import { expect, test } from 'vitest';
import { offersFor } from '../../../src/panels/network/offers.ts';

test('for a list of numbers the layers of the course are offered first, then those that do little to a list', () => {
  expect(offersFor([4])).toEqual({
    usual: ['Dense', 'Dropout', 'BatchNormalization'],
    more: ['Flatten', 'Activation', 'Rescaling', 'Reshape'],
  });
});

test('a layer for images is never offered where a list of numbers comes', () => {
  for (const width of [1, 2, 64]) {
    const { usual, more } = offersFor([width]);
    expect([...usual, ...more].filter((type) => type.endsWith('2D'))).toEqual([]);
  }
});

test('for pictures the layers of a CNN are offered, Flatten and Dense among them', () => {
  const { usual } = offersFor([28, 28, 1]);
  expect(usual).toEqual(expect.arrayContaining(['Conv2D', 'MaxPooling2D', 'Flatten', 'Dense']));
});
