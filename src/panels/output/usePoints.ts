import { useMemo } from 'react';
import { isExactGate } from '../../data/data.ts';
import { addPoint, movePoint, removePoint } from '../../experiment/moves.ts';
import { useDataSet, useModel, useTrainingRows } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useFrame, useShows, useViews } from '../../state/run.ts';
import { look, sameSelection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { PlanePoint, PointDeeds } from '../../ui/charts/Points.tsx';
import type { Point } from '../../ui/charts/scale.ts';
import type { Stack } from '../../ui/charts/stacks.ts';
import type { Probe } from '../../worker/frame.ts';
import { placeWords, readRows, type Row } from './rows.ts';
import { words } from './words.ts';

const POINTS: Probe = { kind: 'points' };
/** While playing, the names of more points than this do not follow every prediction: nobody could hear them. */
const SPOKEN_LIVE = 40;

/** The rows of the data with what the network says of them right now. */
export const useRows = (): readonly Row[] => {
  const set = useDataSet();
  const training = useTrainingRows();
  const units = useModel().at(-1)?.units ?? 1;
  useShows(POINTS);
  const outputs = useViews().points?.outputs.at(-1);
  return useMemo(() => readRows(set, training, outputs, units), [set, training, outputs, units]);
};

/** Turns stacks of rows into the points of a plane, each with what a screen reader says of it. */
export const usePlanePoints = (): ((stacks: readonly Stack<Row>[], marksWrong: boolean) => PlanePoint[]) => {
  const say = useSay();
  const hidden = useView((view) => view.predictionsHidden);
  const playing = useFrame()?.playing ?? false;
  return (stacks, marksWrong) => {
    const silent = hidden || (playing && stacks.length > SPOKEN_LIVE);
    const nameOf = (row: Row): string =>
      [
        say(words.point, { place: placeWords(row.at) }),
        say(words.answer, { answer: row.answer }),
        ...(row.validation ? [say(words.validation)] : []),
        ...(silent || row.shown === null
          ? []
          : [
              say(words.predicted, { shown: row.shown }),
              say(row.wrong ? words.verdictWrong : words.verdictRight),
            ]),
      ].join(', ');
    return stacks.flatMap(({ at, items }) => {
      const [top] = items;
      if (!top) return [];
      return {
        id: top.id,
        at,
        answer: top.answer,
        hollow: top.validation,
        wrong: marksWrong && !hidden && items.some((row) => row.wrong),
        under: items.length - 1,
        label: items.map(nameOf).join('; '),
      };
    });
  };
};

/** The point that lies on top of the stack a hovered or selected point is in; null where none is. */
export const topOf = (stacks: readonly Stack<Row>[], id: number | null): number | null =>
  id === null ? null : (stacks.find(({ items }) => items.some((row) => row.id === id))?.items[0]?.id ?? null);

/** The ids of the data points that are selected and pointed at, anywhere on the screen. */
export const usePointed = (): { readonly selected: number | null; readonly hovered: number | null } => ({
  selected: useView(({ selected }) => (selected?.kind === 'point' ? selected.id : null)),
  hovered: useView(({ hovered }) => (hovered?.kind === 'point' ? hovered.id : null)),
});

const hover = (id: number | null): void => {
  if (id !== null) look({ hovered: { kind: 'point', id } });
  else if (useView.getState().hovered?.kind === 'point') look({ hovered: null });
};
const select = (id: number): void => look({ selected: { kind: 'point', id } });

/** Pointing at points, on a plane where they cannot be moved. */
export const POINTING: PointDeeds = { hover, select };

/** What a person can do to the data on the plane of the inputs: each is an undoable edit. */
export const usePointDeeds = (): { readonly deeds: PointDeeds; readonly add: (at: Point) => void } => {
  const design = useDesign();
  const toolClass = useView((view) => view.toolClass);
  const fine = ([across, up]: Point): Point => [Number(across.toPrecision(4)), Number(up.toPrecision(4))];
  const deed = { kind: 'other' } as const;
  return {
    deeds: {
      hover,
      select,
      move: (id, to, gesture) => edit(movePoint(design, id, fine(to)), { gesture, deed }),
      remove: (id) => {
        const gone = { kind: 'point', id } as const;
        const { hovered, selected } = useView.getState();
        look({
          hovered: sameSelection(hovered, gone) ? null : hovered,
          selected: sameSelection(selected, gone) ? null : selected,
        });
        edit(removePoint(design, id), { deed });
      },
    },
    add: (at) => edit(addPoint(design, fine(at), toolClass), { deed }),
  };
};

/** Are these the four exact points of a gate, drawn large with their digit? */
export const useLarge = (): boolean => isExactGate(useDesign().data);
