import { expect, test } from 'vitest';
import { apply } from '../../src/experiment/apply.ts';
import { chooseSet, setLoss } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { measureOf } from '../../src/state/measure.ts';

test('losses compare on other points of the same kind, not where the loss or the scale of the answers is another', () => {
  const of = (set: Parameters<typeof chooseSet>[1]) => apply(opening, chooseSet(opening, set));
  const gates = apply(opening, {});
  expect(measureOf(of('circle'))).toBe(measureOf(gates));
  expect(measureOf(apply(gates, setLoss(gates, 'mean_squared_error')))).not.toBe(measureOf(gates));
  expect(measureOf(of('grades'))).not.toBe(measureOf(of('line')));
});
