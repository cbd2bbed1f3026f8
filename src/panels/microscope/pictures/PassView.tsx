import { definitionOf } from '../../../engine/layers/index.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { NOT_DROPPED } from '../../network/LayerSettings.tsx';
import { Tinted } from '../Tinted.tsx';
import { OwnFigure } from './OwnMap.tsx';
import css from './pictures.module.css';
import { useStanding } from './place.ts';
import { Receptive } from './Receptive.tsx';
import { useBackward } from './useBackward.ts';
import type { LayerSeen } from './useLayer.ts';
import { words } from './words.ts';

interface PassViewProps {
  readonly seen: LayerSeen;
  readonly selected: number;
}

/** A value of a layer that gives one for each that comes in: what comes in, what goes out, and the slope that comes back. */
export const PassView = ({ seen, selected }: PassViewProps) => {
  const say = useSay();
  const digits = useView((view) => view.digits);
  const { shaped, layer, input, outputs } = seen;
  const { point } = useBackward(layer);
  const standing = useStanding(shaped, selected);
  const { unit } = standing;
  const figures = [
    { label: say(words.comesIn), value: input[unit] ?? Number.NaN },
    { label: say(words.goesOut), value: outputs[unit] ?? Number.NaN },
    ...(point ? [{ label: say(words.passes), value: point.layers[layer]?.delta[unit] ?? Number.NaN }] : []),
  ];
  return (
    <div className={css.half}>
      <p className={css.note}>
        {say(definitionOf(shaped.spec).line)} {shaped.spec.type === 'Dropout' && say(NOT_DROPPED)}
      </p>
      <div className={css.row}>
        {shaped.outputShape.length === 3 && <OwnFigure seen={seen} standing={standing} />}
        <dl className={css.figures}>
          {figures.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Tinted value={value} digits={digits} strong />
              </dd>
            </div>
          ))}
        </dl>
        <Receptive seen={seen} unit={unit} />
      </div>
    </div>
  );
};
