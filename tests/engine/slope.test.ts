import { expect, test } from 'vitest';
import { activationNames } from '../../src/engine/activations/index.ts';
import { slopeAt, slopesAt } from '../../src/engine/slope.ts';

test('many slopes at once are those of single places, in Float32', () => {
  const places = Array.from({ length: 2500 }, (_, i) => i / 200 - 6.25);
  for (const name of activationNames) {
    const slopes = slopesAt(name, places);
    expect(slopes).toHaveLength(places.length);
    places.forEach((z, i) => {
      const right = slopeAt(name, z);
      const off = Number.isNaN(right) && Number.isNaN(slopes[i]) ? 0 : Math.abs(slopes[i]! - right);
      expect(off, `${name} at ${z}`).toBeLessThan(1e-5 * Math.max(1, right || 0));
    });
  }
});
