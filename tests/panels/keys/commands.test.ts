import { beforeEach, expect, test, vi } from 'vitest';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { addLayer } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { obey } from '../../../src/panels/keys/commands.ts';
import { look, useView } from '../../../src/state/view.ts';

const experiment = vi.hoisted(() => ({
  design: null as unknown,
  edit: vi.fn<(patch: Patch, options?: object) => void>(),
}));
vi.mock('../../../src/state/experiment.ts', async () => {
  const { patching } = await import('../stage.ts');
  return {
    edit: patching(experiment.edit, () => experiment.design as Design),
    undo: () => undefined,
    redo: () => undefined,
  };
});
vi.mock('../../../src/state/run.ts', () => ({}));
vi.mock('../../../src/panels/keys/KeysDialog.tsx', () => ({ showKeys: () => undefined }));

const grown: Design = apply(opening, addLayer(opening));
const dropped: Design = apply(grown, addLayer(grown, 1, 'Dropout'));

const unitsAfter = (design: Design): (number | undefined)[] => {
  experiment.design = design;
  obey({ do: 'units', by: 1 }, design);
  const { layers } = apply(design, experiment.edit.mock.lastCall?.[0] ?? {}).model;
  return layers.map((layer) => ('units' in layer ? layer.units : undefined));
};

beforeEach(() => {
  vi.clearAllMocks();
  useView.setState(useView.getInitialState(), true);
});

test('] gives the last hidden layer of neurons one more, whatever stands after it', () => {
  expect(unitsAfter(grown)).toEqual([5, 1]);
  expect(unitsAfter(dropped)).toEqual([5, undefined, 1]);
});

test('the layer that is selected comes first, unless it has no neurons of its own', () => {
  look({ selected: { kind: 'unit', layer: 2, unit: 0 } });
  expect(unitsAfter(dropped)).toEqual([4, undefined, 2]);
  look({ selected: { kind: 'unit', layer: 1, unit: 2 } });
  expect(unitsAfter(dropped)).toEqual([5, undefined, 1]);
});

test('D opens the Descent view and closes it again; Esc closes it before anything else', () => {
  obey({ do: 'descent' }, grown);
  expect(useView.getState().descent).toBe(true);
  obey({ do: 'descent' }, grown);
  expect(useView.getState().descent).toBe(false);
  look({ descent: true, selected: { kind: 'unit', layer: 1, unit: 0 } });
  obey({ do: 'close' }, grown);
  expect(useView.getState()).toMatchObject({ descent: false, selected: { kind: 'unit' } });
});

test('G opens the meter in the place of the Microscope, M the Microscope in its place, Esc closes what is open first', () => {
  const open = () => {
    const { meter, microscope, selected } = useView.getState();
    return [meter?.kind ?? null, microscope, selected?.kind ?? null];
  };
  obey({ do: 'microscope' }, grown);
  expect(open()).toEqual([null, true, 'unit']);
  obey({ do: 'gradients' }, grown);
  expect(open()).toEqual(['gradients', false, 'unit']);
  obey({ do: 'microscope' }, grown);
  expect(open()).toEqual([null, true, 'unit']);
  obey({ do: 'gradients' }, grown);
  obey({ do: 'close' }, grown);
  expect(open()).toEqual([null, false, 'unit']);
  obey({ do: 'close' }, grown);
  expect(open()).toEqual([null, false, null]);
  obey({ do: 'gradients' }, grown);
  obey({ do: 'gradients' }, grown);
  expect(open()).toEqual([null, false, null]);
});

test('4 opens Evaluate with what it shows: the Microscope and the meter make way, for other stages they stay', () => {
  const open = () => {
    const { stage, meter, microscope, selected } = useView.getState();
    return [stage, meter?.kind ?? null, microscope, selected?.kind ?? null];
  };
  obey({ do: 'microscope' }, grown);
  obey({ do: 'stage', stage: 'fit' }, grown);
  expect(open()).toEqual(['fit', null, true, 'unit']);
  obey({ do: 'stage', stage: 'evaluate' }, grown);
  expect(open()).toEqual(['evaluate', null, false, null]);
  obey({ do: 'gradients' }, grown);
  obey({ do: 'stage', stage: 'evaluate' }, grown);
  expect(open()).toEqual(['evaluate', null, false, null]);
  obey({ do: 'stage', stage: 'design' }, grown);
});
