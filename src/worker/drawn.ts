import { type DataSet, type DataSpec, dataSet, rowsOf } from '../data/data.ts';
import { importedBy } from '../data/imported.ts';
import { inputWidth } from '../data/inputs.ts';
import { type PictureRows, pictureRows } from '../data/pictureRows.ts';
import { isPictureSet } from '../data/pictures/index.ts';
import { sizeOf } from '../engine/shape.ts';
import type { Design } from '../experiment/experiment.ts';
import { shapesOf } from '../experiment/widths.ts';
import { fill, type Text } from '../text.ts';

/**
 * Tens of thousands of pictures take seconds to draw and hundreds of megabytes: whoever asks for the same ones gets the
 * same ones, for as long as a run has their data set. Those that were asked for last are held.
 */
const known = new Map<string, WeakRef<DataSet>>();
const pixels = new WeakMap<DataSet, PictureRows>();
let last: DataSet | null = null;

/** The rows of a spec. */
export const dataOf = (spec: DataSpec): DataSet => (isPictureSet(spec.set) ? sharedOf(spec) : dataSet(spec));

/** Their pictures, which need not be drawn yet: go() draws them. Null where they are points. */
export const picturesOf = (spec: DataSpec): PictureRows | null =>
  isPictureSet(spec.set) ? (pixels.get(sharedOf(spec)) ?? null) : null;

const sharedOf = (spec: DataSpec): DataSet => {
  const { set, noise, points, seed, changes, target, settings, asset } = spec;
  const key = JSON.stringify([set, noise, points, seed, changes, target, settings, asset]);
  const before = known.get(key)?.deref();
  if (!before) {
    // Room is made before it is taken.
    last = null;
    for (const [name, one] of known) if (!one.deref()) known.delete(name);
  }
  last = before ?? made(spec);
  known.set(key, new WeakRef(last));
  return last;
};

const made = (spec: DataSpec): DataSet => {
  const data = dataSet(spec);
  const pictures = pictureRows(spec, data);
  if (pictures) pixels.set(data, pictures);
  return data;
};

/** Bytes that the rows of one experiment may take: 60,000 pictures of 28 × 28 take 184 MB. */
const BUDGET = 256 * 1024 * 1024;

/** Why the rows of a design cannot be had; null where they can. Nothing is allocated for that. */
export const refusedRows = (design: Design): Text | null => {
  const { data } = design;
  if (data.asset && !importedBy(data.asset)) return NOT_HERE;
  const rows = rowsOf(data);
  const units = sizeOf(shapesOf(design).at(-1) ?? []);
  // Inputs are float32 where they are pictures; answers are float64, as wide as the output.
  const row = inputWidth(data) * (isPictureSet(data.set) ? 4 : 8) + units * 8;
  if (rows * row <= BUDGET) return null;
  const [need, have] = [rows * row, BUDGET].map((bytes) => Math.ceil(bytes / 1048576)) as [number, number];
  return fill(TOO_MANY, { rows, need, have });
};

/** How many pictures are drawn between two looks at the clock: a few milliseconds' worth. */
const AT_ONCE = 16;

/**
 * Draws the pictures of a design, if it has any, with a breath between parts; `tell` hears how many there are of how
 * many. A sentence where they cannot be had.
 */
export const draw = async (
  design: Design,
  breath: () => true | Promise<boolean>,
  tell: (done: number, of: number) => void,
): Promise<Text | null> => {
  const refused = refusedRows(design);
  if (refused) return refused;
  try {
    if (!isPictureSet(design.data.set)) return null;
    const data = sharedOf(design.data);
    const pictures = pixels.get(data);
    if (!pictures) return null;
    while (pictures.done < data.rows) {
      pictures.go(AT_ONCE);
      tell(pictures.done, data.rows);
      const goes = breath();
      if (goes !== true) await goes;
    }
    // Others may have been asked for meanwhile.
    last = data;
    return null;
  } catch (error) {
    // The browser has no such piece of memory.
    if (error instanceof RangeError) return NO_ROOM;
    throw error;
  }
};

const NOT_HERE: Text = {
  en: 'This experiment learns from digits in files that are not here. Choose Digits, drop the files there, and open it again.',
  ko: '이 실험은 여기에 없는 파일의 숫자로 배운다. 손글씨 숫자를 고르고 파일을 넣은 뒤 다시 여세요.',
};
const TOO_MANY: Text = {
  en: 'These {rows} rows need {need} MB of memory; {have} MB are set aside for them. Choose fewer of them, or fewer units in the last layer.',
  ko: '데이터 {rows}개에는 메모리 {need} MB가 필요한데 {have} MB까지만 쓸 수 있다. 데이터 수나 마지막 층의 뉴런 수를 줄이세요.',
};
const NO_ROOM: Text = {
  en: 'This browser has no memory left for so many pictures. Close other tabs, or choose fewer pictures.',
  ko: '이 브라우저에는 그림을 이만큼 담을 메모리가 없다. 다른 탭을 닫거나 그림의 개수를 줄이세요.',
};
