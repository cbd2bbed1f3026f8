import type { LessonFrame } from '../../lessons/lesson.ts';
import { fill, type Text, type Values } from '../../text.ts';
import type { ErrorRow } from '../../ui/charts/errorPlace.ts';
import { APART } from '../../ui/format.ts';
import { type DescentMoment, moveOf } from '../descent/moment.ts';
import { exact, meanWords, rateWords, signed } from '../descent/numbers.ts';
import { errorsOf, leastOver, lossOver } from '../descent/oneWeight.ts';
import { LIVE } from './words.ts';

/** So many of the last updates are told of. */
const TOLD = 3;

/** The numbers of a moment, as the sentences of a lesson name them. */
export const valuesOf = (moment: DescentMoment, rows: readonly ErrorRow[]): Values => {
  const { weight, loss, rate, slope, trail } = moment;
  const places = [...trail, weight].slice(-TOLD - 1);
  const moves = places.slice(1).map((place, at) => place - (places[at] ?? place));
  const squares = errorsOf(rows).map((error) => error * error);
  const before = trail.at(-1);
  return {
    w: exact(weight),
    loss: exact(loss),
    before: before === undefined ? '–' : exact(lossOver(rows)(before)),
    rate: rateWords(rate),
    slope: slope === null ? '–' : exact(slope),
    move: signed(moveOf(moment) ?? Number.NaN),
    moves: moves.map((move) => exact(Math.abs(move))).join(APART),
    // What each move went by: −η × slope, at the one rate of the frame.
    slopes: moves.map((move) => exact(-move / rate)).join(APART),
    squares: meanWords(squares).squares.join(' + '),
    n: rows.length,
    prediction: exact(rows[0]?.prediction ?? Number.NaN),
    least: exact(leastOver(rows) ?? Number.NaN),
  };
};

/** Where the moment is, as far as a frame goes: on its way there, there, or elsewhere, where a person has gone. */
export type Whereabouts = 'coming' | 'there' | 'elsewhere';

/** Does a sentence name nothing that is not so before its moment is reached? */
const isSoBefore = ({ sentence }: LessonFrame): boolean =>
  !/\{(?!rate\}|least\})/.test(sentence.en) || !sentence.en.includes('{');

/** What is said of a frame at a moment; null while the numbers that it names are still to come. */
export const toldAt = (
  frame: LessonFrame,
  moment: DescentMoment,
  rows: readonly ErrorRow[],
  where: Whereabouts,
): Text | null => {
  const values = valuesOf(moment, rows);
  if (where === 'there' || frame.anywhere) return fill(frame.sentence, values);
  if (where === 'coming') return isSoBefore(frame) ? fill(frame.sentence, values) : null;
  if (!frame.shows.includes('move') || moment.slope === null) return fill(LIVE.place, values);
  const flat = values['slope'] === '0';
  return fill(flat ? LIVE.flat : moment.slope < 0 ? LIVE.falls : LIVE.rises, values);
};
