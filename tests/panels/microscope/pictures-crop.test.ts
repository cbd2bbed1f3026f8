// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { cropRound, useStill } from '../../../src/panels/microscope/pictures/crop.ts';

test('a map that is larger than its place stands still under the pointer, and follows what is selected', () => {
  const extent = { top: 0, left: 0, bottom: 27, right: 27 };
  const span = (row: number) => ({ top: row, bottom: row + 2, left: 10, right: 12 });
  const first = cropRound(null, span(10), extent);
  expect([first.bottom - first.top, first.right - first.left]).toEqual([11, 11]);
  expect(cropRound(first, span(11), extent)).toEqual(first);
  const later = cropRound(first, span(20), extent);
  expect(later.top).toBeGreaterThan(first.top);
  expect(later.bottom).toBeGreaterThanOrEqual(22);
  expect(cropRound(later, span(25), extent).bottom).toBe(27);
  const { result, rerender } = renderHook(
    ({ row, pointed }: { row: number; pointed: boolean }) =>
      useStill({ row, column: 11 }, pointed, (before) => cropRound(before, span(row - 1), extent)),
    { initialProps: { row: 11, pointed: false } },
  );
  const still = result.current;
  rerender({ row: still.bottom, pointed: true });
  expect(result.current).toEqual(still);
  rerender({ row: still.bottom, pointed: false });
  expect(result.current.top).toBeGreaterThan(still.top);
});
