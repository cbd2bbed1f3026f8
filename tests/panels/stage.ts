import { apply } from '../../src/experiment/apply.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import { useWork } from '../../src/state/store.ts';
import type { Move } from '../../src/state/experiment.ts';
import { useView } from '../../src/state/view.ts';
import type { Frame } from '../../src/worker/frame.ts';

/** Sets the scene for a panel: the opening with this patch, this much of a frame, the view as it is at first. */
export const stage = (patch: Patch = {}, frame: Partial<Frame> | null = null): Design => {
  const design = apply(opening, patch);
  useView.setState(useView.getInitialState(), true);
  useWork.setState({ design, frame: frame as Frame | null });
  return design;
};

/** An edit() that hands on the patch each move makes from the design on the screen. */
export const patching =
  <Options>(edit: (patch: Patch, options?: Options) => void, design: () => Design) =>
  (move: Move, options?: Options): void => {
    const patch = typeof move === 'function' ? move(design()) : move;
    if (patch) edit(patch, options);
  };
