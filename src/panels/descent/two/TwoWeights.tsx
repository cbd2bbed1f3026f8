import { useMemo, useState } from 'react';
import { useModel, useTrainingRows } from '../../../state/data.ts';
import { useFrame } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import type { Surface } from '../../../worker/landscape/landscape.ts';
import { type Choice, directionsOf, firstChoice, within } from './choice.ts';
import { DirectionsChoice } from './DirectionsChoice.tsx';
import { Landscape } from './Landscape.tsx';
import { RaceBar } from './RaceBar.tsx';
import css from './Two.module.css';
import { firstRace, useRacing } from './useRace.ts';
import { useSurface } from './useSurface.ts';
import { useWeightNames, type WeightNames } from './weightNames.ts';
import { words } from './words.ts';

/** The loss over two directions across the weights: a map, a surface, the way of the run, and a race of optimizers. */
export const TwoWeights = () => {
  const names = useWeightNames();
  const [first] = useModel();
  const selected = useView((view) => view.selected);
  const [choice, choose] = useState(() => firstChoice(selected, first));
  return names && <Two names={names} choice={within(choice, names)} choose={choose} />;
};

interface TwoProps {
  readonly names: WeightNames;
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
}

const Two = ({ names, choice, choose }: TwoProps) => {
  const say = useSay();
  const frame = useFrame();
  const rows = useTrainingRows();
  const [raceChoice, setRace] = useState(firstRace);
  const [turn, again] = useState(0);
  const rate = frame?.optimizer.learning_rate ?? 0;
  const chosen = JSON.stringify(directionsOf(choice));
  const directions = useMemo(() => directionsOf(JSON.parse(chosen) as Choice), [chosen]);
  const { surface, race } = useSurface({ directions, some: names.large, race: raceChoice, rate });
  const racers = useRacing(race, turn);
  // Until another one in the same directions is there the last one stays in sight.
  const [last, keep] = useState<Surface | null>(null);
  if (surface && surface.level > 0 && surface !== last) keep(surface);
  const shown = surface !== null && last && chosen === JSON.stringify(last.directions) ? last : null;
  return (
    <section className={css.view} aria-label={say(words.title)}>
      <Landscape
        surface={shown}
        missing={surface === null ? say(choice.kind === 'principal' ? words.straight : words.noPlane) : ''}
        names={names}
        racers={raceChoice.on ? racers : []}
        from={raceChoice.on ? (raceChoice.from ?? race?.from ?? null) : null}
        onStart={(from) => setRace((before) => ({ ...before, from }))}
      />
      <div className={css.under}>
        <DirectionsChoice
          choice={choice}
          names={names}
          surface={surface ?? null}
          shown={shown}
          step={frame?.position.step ?? 0}
          rows={rows}
          onChange={(next) => {
            // A start is a place on the plane that it was chosen on.
            setRace((before) => ({ ...before, from: null }));
            choose(next);
          }}
        />
        <RaceBar
          choice={raceChoice}
          race={race}
          surface={shown}
          rate={rate}
          onChange={(change) => setRace((before) => ({ ...before, ...change }))}
          onStart={() => {
            again((before) => before + 1);
            setRace((before) => ({ ...before, on: true }));
          }}
        />
      </div>
    </section>
  );
};
