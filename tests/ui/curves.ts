import type { Curve } from '../../src/worker/frame.ts';

/** A curve with a point at the end of each epoch. */
export const curveTo = (
  epochs: number,
  lossAt: (epoch: number) => number,
  { validates = false, updates = 1 }: { readonly validates?: boolean; readonly updates?: number } = {},
): Curve => {
  const epoch = Float64Array.from({ length: epochs + 1 }, (_, index) => index);
  return {
    epoch,
    step: epoch.map((each) => each * updates),
    loss: Float32Array.from(epoch, lossAt),
    val_loss: Float32Array.from(epoch, (at) => (validates ? lossAt(at) + 0.1 : Number.NaN)),
    wrong: Float32Array.from(epoch, (at) => (at < 3 ? 2 : 0)),
  };
};
