import { shapedLayers } from '../../experiment/widths.ts';
import type { Design } from '../../experiment/experiment.ts';
import { setHidden } from '../../experiment/layerMoves.ts';
import {
  addLayer,
  buildXor,
  learnByRule,
  setRate,
  setUnits,
  trainBuilt,
  changeToSigmoid,
} from '../../experiment/moves.ts';
import { edit } from '../../state/experiment.ts';
import { newRun, play } from '../../state/run.ts';
import { look } from '../../state/view.ts';
import { type Act, hiddenLayers, type StoryButton } from './situation.ts';
import { tenthOf } from './texts.ts';

/** Carries out what a button of the sentence offers. */
export const carryOut = (button: StoryButton, design: Design): void => ACTS[button.act](design, button);

const ACTS: Readonly<Record<Act, (design: Design, button: StoryButton) => void>> = {
  'hidden-layer': (design) => edit(addLayer(design), { deed: { kind: 'layer' } }),
  'how-few': (design) => {
    const [hidden] = hiddenLayers(design);
    if (hidden) edit(setUnits(design, hidden.id, fewerThan(hidden.units)), { deed: { kind: 'units' } });
  },
  'build-xor': (design) => {
    // It is there to be looked at: it does not go on playing.
    edit(buildXor(design), { deed: { kind: 'built' }, rest: true });
    look({ tour: 1, selected: null });
  },
  'train-built': (design) => {
    look({ tour: null });
    edit(trainBuilt(design), { deed: { kind: 'layer' } });
    play();
  },
  'use-sigmoid': (design) => {
    const layer = shapedLayers(design).findLastIndex(({ activation }) => activation === 'step');
    edit(changeToSigmoid(design), { deed: { kind: 'activation', layer } });
  },
  'use-tanh': (design) => edit(tanhHidden(design), { deed: { kind: 'activation', layer: 0 } }),
  'use-relu': (design) => edit(setHidden(design, 'relu'), { deed: { kind: 'activation', layer: 0 } }),
  'learn-by-rule': (design) => edit(learnByRule(design), { deed: { kind: 'rule' } }),
  'new-weights': () => newRun(),
  'rate-tenth': (design) => edit(setRate(design, tenthOf(design.compile.optimizer.learning_rate))),
  fix: (_design, { patch }) => {
    if (patch) edit(patch);
  },
};

/** "How few are enough?": straight to three, from there one at a time. */
const fewerThan = (units: number): number => (units > 3 ? 3 : Math.max(1, units - 1));

/** Hidden layers that are linear, or relu and possibly dead, become tanh. */
const tanhHidden = (design: Design) => {
  const { layers } = design.model;
  return {
    model: {
      layers: layers.map((layer, index) =>
        index < layers.length - 1 &&
        'activation' in layer &&
        (layer.activation === 'linear' || layer.activation === 'relu')
          ? { ...layer, activation: 'tanh' as const }
          : layer,
      ),
    },
  };
};
