import { useMemo } from 'react';
import { isExactGate } from '../../data/data.ts';
import { sets } from '../../data/sets/index.ts';
import { addPoint, movePoint, removePoint } from '../../experiment/moves.ts';
import { useDataSet, useModel, useTrainingRows } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { usePinned } from '../../state/pinned.ts';
import { useFrame, useShows, useViews } from '../../state/run.ts';
import { look, sameSelection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import type { PlanePoint, PointDeeds } from '../../ui/charts/Points.tsx';
import type { Point } from '../../ui/charts/scale.ts';
import type { Stack } from '../../ui/charts/stacks.ts';
import type { Probe } from '../../worker/frame.ts';
import { useClassNames } from '../evaluate/classNames.ts';
import { digitsOf } from '../evaluate/digits.ts';
import { fixed } from '../../ui/format.ts';
import { useAnswerColour } from './colours.ts';
import { errorWords, placeWords, readRows, type Row } from './rows.ts';
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
  const nameOf = useClassNames();
  return useMemo(
    () => readRows(set, training, outputs, units, nameOf),
    [set, training, outputs, units, nameOf],
  );
};

/** What a screen reader says of a row: its place, its answer, and unless that is `silent` what it was taken for. */
const useRowName = (): ((row: Row, silent: boolean) => string) => {
  const say = useSay();
  const nameOf = useClassNames();
  const { target } = useDataSet();
  const alone = useIsAlone();
  const answerOf = ({ answer }: Row) =>
    target.kind === 'number' ? fixed(answer, digitsOf(target)) : nameOf(answer);
  return (row, silent) => {
    const verdict =
      target.kind === 'number'
        ? say(words.error, { error: errorWords(row, digitsOf(target)) })
        : say(row.wrong ? words.verdictWrong : words.verdictRight);
    return [
      say(words.point, { place: placeWords(row.at) }),
      // Where the plane is x against y, the place says the answer.
      ...(alone ? [] : [say(words.answer, { answer: answerOf(row) })]),
      ...(row.validation ? [say(words.validation)] : []),
      ...(silent || row.shown === null ? [] : [say(words.predicted, { shown: row.shown }), verdict]),
    ].join(', ');
  };
};

/** Turns stacks of rows into the points of a plane, each with what a screen reader says of it. */
export const usePlanePoints = (): ((stacks: readonly Stack<Row>[], marksWrong: boolean) => PlanePoint[]) => {
  const hidden = useView((view) => view.predictionsHidden);
  const playing = useFrame()?.playing ?? false;
  const colourOf = useAnswerColour();
  const name = useRowName();
  return (stacks, marksWrong) => {
    const silent = hidden || (playing && stacks.length > SPOKEN_LIVE);
    return stacks.flatMap(({ at, items }) => {
      const [top] = items;
      if (!top) return [];
      return {
        id: top.id,
        at,
        answer: top.answer,
        colour: colourOf(top.answer),
        hollow: top.validation,
        wrong: marksWrong && !hidden && items.some((row) => row.wrong),
        under: items.length - 1,
        label: items.map((row) => name(row, silent)).join('; '),
      };
    });
  };
};

/** The point that lies on top of the stack a hovered or pinned point is in; null where none is. */
export const topOf = (stacks: readonly Stack<Row>[], id: number | null): number | null =>
  id === null ? null : (stacks.find(({ items }) => items.some((row) => row.id === id))?.items[0]?.id ?? null);

/** The ids of the data points that are pinned and pointed at, anywhere on the screen. */
export const usePointed = (): { readonly pinned: number | null; readonly hovered: number | null } => ({
  pinned: usePinned(),
  hovered: useView(({ hovered }) => (hovered?.kind === 'point' ? hovered.id : null)),
});

const hover = (id: number | null): void => {
  if (id !== null) look({ hovered: { kind: 'point', id } });
  else if (useView.getState().hovered?.kind === 'point') look({ hovered: null });
};
const pin = (id: number): void => look({ pinned: id });

/** Pointing at points, on a plane where they cannot be moved. */
export const POINTING: PointDeeds = { hover, pin };

/** What a person can do to the data on the plane of the inputs: each is an undoable edit. */
export const usePointDeeds = (): { readonly deeds: PointDeeds; readonly add: (at: Point) => void } => {
  const design = useDesign();
  const answer = useToolAnswer();
  const fine = ([across, up]: Point): Point => [Number(across.toPrecision(4)), Number(up.toPrecision(4))];
  const deed = { kind: 'other' } as const;
  return {
    deeds: {
      hover,
      pin,
      move: (id, to, gesture) => edit(movePoint(design, id, fine(to)), { gesture, deed }),
      remove: (id) => {
        const gone = { kind: 'point', id } as const;
        const { hovered, pinned } = useView.getState();
        look({
          hovered: sameSelection(hovered, gone) ? null : hovered,
          pinned: pinned === id ? null : pinned,
        });
        edit(removePoint(design, id), { deed });
      },
    },
    add: (at) => edit(addPoint(design, fine(at), answer), { deed }),
  };
};

/** The answer that an added point gets: the chosen class, or the chosen number; where the plane is x against y none is read. */
const useToolAnswer = (): number => {
  const { target } = useDataSet();
  const toolClass = useView((view) => view.toolClass);
  const toolAnswer = useView((view) => view.toolAnswer);
  return target.kind === 'classes'
    ? Math.min(toolClass, target.count - 1)
    : Math.min(target.high, Math.max(target.low, toolAnswer));
};

/** The tool of the plane: its kind, the class whose mark it adds, and what a screen reader says of it. */
export const useTool = () => {
  const say = useSay();
  const nameOf = useClassNames();
  const { target } = useDataSet();
  const answer = useToolAnswer();
  const alone = useIsAlone();
  const tool = useView((view) => view.tool);
  if (target.kind === 'number') {
    const y = fixed(answer, digitsOf(target));
    return { tool, toolClass: 0, addLabel: alone ? say(words.addingHere) : say(words.addingNumber, { y }) };
  }
  return { tool, toolClass: answer, addLabel: say(words.adding, { class: nameOf(answer) }) };
};

/** Is there one input only? Then the plane is x against y. */
export const useIsAlone = (): boolean => sets[useDesign().data.set].width === 1;

/** Are these the four exact points of a gate, drawn large with their digit? */
export const useLarge = (): boolean => isExactGate(useDesign().data);
