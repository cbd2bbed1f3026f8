import { GATES, gateName } from '../../data/gates.ts';
import { sets } from '../../data/sets/index.ts';
import { Dense } from '../../engine/layers/dense.ts';
import type { Design, Patch } from '../../experiment/experiment.ts';
import { chooseGate, setUnits } from '../../experiment/moves.ts';
import { shapedLayers } from '../../experiment/widths.ts';
import { edit, redo, undo } from '../../state/experiment.ts';
import { reset, seek, stepBy, toggle } from '../../state/run.ts';
import {
  look,
  lookAway,
  lookInto,
  measure,
  openStage,
  showComparison,
  showDescent,
  useView,
} from '../../state/view.ts';
import { same, type Text } from '../../text.ts';
import { toggleLesson } from '../lesson/door.ts';
import type { Command } from './keys.ts';
import { showKeys } from './KeysDialog.tsx';

/** Carries out what a key asked for. */
export const obey = (command: Command, design: Design): void => {
  const view = useView.getState();
  switch (command.do) {
    case 'play':
      return toggle();
    case 'step':
      return stepBy(command.way, command.larger);
    case 'oldest':
      return seek(0);
    case 'newest':
      return seek(Number.POSITIVE_INFINITY);
    case 'reset':
      return reset();
    case 'stage':
      return openStage(command.stage);
    case 'gate':
      return switchGate(design, command.gate);
    case 'units':
      return changeUnits(command.by);
    case 'predictions':
      return look({ predictionsHidden: !view.predictionsHidden });
    case 'microscope':
      return toggleMicroscope(design);
    case 'descent':
      return showDescent(!view.descent);
    case 'lesson':
      return toggleLesson();
    case 'gradients':
      return measure(view.meter && !view.descent && !view.comparing ? null : { kind: 'gradients' });
    case 'large':
      return look({ largeText: !view.largeText });
    case 'theme':
      return look({ theme: view.theme === 'dark' ? 'light' : 'dark' });
    case 'keys':
      return showKeys();
    case 'undo':
      return void undo();
    case 'redo':
      return void redo();
    case 'close':
      if (view.comparing) return showComparison(false);
      if (view.descent) return showDescent(false);
      if (view.meter) return measure(null);
      if (view.selected) return lookAway();
      return view.pinned === null ? look({ tour: null }) : look({ pinned: null });
  }
};

/** Opens the Microscope on the first neuron of the last hidden layer, else on the output; closes one that is open. */
const toggleMicroscope = (design: Design): void => {
  const { selected, microscope } = useView.getState();
  if (microscope) return lookAway();
  if (selected) return lookInto(selected);
  const neurons = shapedLayers(design).filter(({ spec }) => spec.type === 'Dense');
  const layer = (neurons.at(-2) ?? neurons.at(-1))?.index;
  if (layer !== undefined) lookInto({ kind: 'unit', layer, unit: 0 });
};

const switchGate = (design: Design, gate: keyof typeof GATES): void => {
  const { data } = design;
  const from: Text = data.set === 'gate' ? gateName(data.answers) : sets[data.set].words;
  const to = same(gate);
  if (data.set === 'gate' && from.en === gate) return;
  edit((now) => chooseGate(now, GATES[gate]), { deed: { kind: 'gate', from, to } });
};

/** One unit more or fewer in the layer of neurons that is selected, else in the last hidden one. */
const changeUnits = (by: 1 | -1): void => {
  const { selected } = useView.getState();
  const move = (now: Design): Patch | null => {
    const layers = shapedLayers(now);
    const chosen = selected && selected.kind !== 'loss' ? layers[selected.layer] : undefined;
    const hidden = layers.slice(0, -1).filter(({ spec }) => spec.type === 'Dense');
    const layer = chosen?.spec.type === 'Dense' ? chosen : hidden.at(-1);
    const units = (layer?.units ?? 0) + by;
    const { min, max } = Dense.units;
    return layer && units >= min && units <= max ? setUnits(now, layer.id, units) : null;
  };
  edit(move, { deed: { kind: 'units' } });
};
