import { definitionOf } from '../../../engine/layers/index.ts';
import type { Window } from '../../../engine/window.ts';
import { merge } from '../../../experiment/edits.ts';
import type { Patch } from '../../../experiment/experiment.ts';
import { setLayer, setWeight } from '../../../experiment/moves.ts';
import { edit } from '../../../state/experiment.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Switch } from '../../../ui/controls/Switch.tsx';
import css from './pictures.module.css';
import { kernelPresets, weightsOf } from './presets.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface PaintProps {
  readonly seen: LayerSeen;
  readonly window: Window;
  readonly filter: number;
  readonly channel: number;
}

/** Kernels by name, to be put in place of the one that is shown, and whether the layer learns at all. */
export const Paint = ({ seen, window, filter, channel }: PaintProps) => {
  const say = useSay();
  const { shaped, layer } = seen;
  const { spec } = shaped;
  const [channels, filters] = [shaped.inputShape[2] ?? 1, shaped.outputShape[2] ?? 1];
  const { tall, wide } = window;
  const trainable = definitionOf(spec).fields.find(({ name }) => name === 'trainable');
  const put = (weights: readonly number[]): void => {
    const set = (value: number, cell: number): Patch =>
      setWeight(layer, (cell * channels + channel) * filters + filter, value);
    edit(weights.map(set).reduce(merge));
  };
  const known = kernelPresets.flatMap((preset) => {
    const weights = weightsOf(preset, tall, wide);
    return weights ? [{ ...preset, weights }] : [];
  });
  return (
    <div className={css.hand}>
      <p>
        {say(words.setByHand)} <span className={css.quiet}>{say(words.goesOn)}</span>
      </p>
      {known.length > 0 ? (
        <div className={css.paint} role="group" aria-label={say(words.byName)}>
          {known.map(({ name, words: named, weights }) => (
            <Button key={name} onClick={() => put(weights)}>
              {say(named)}
            </Button>
          ))}
        </div>
      ) : (
        <p className={css.quiet}>{say(words.noMiddle)}</p>
      )}
      {trainable && (
        <Switch
          spelled
          label={say(words.freezeLayer)}
          checked={spec.trainable === false}
          onChange={(frozen) => edit((design) => setLayer(design, spec.id, trainable, !frozen))}
        />
      )}
    </div>
  );
};
