import { join, readFile } from '../../src/data/importing/index.ts';
import { drawing } from '../../src/data/pictures/drawing/index.ts';
import { pictures, type PictureSetName } from '../../src/data/pictures/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { intervalOfMedian, median } from './statistics.ts';

/** How many pictures a second are drawn with the settings that each kind begins with, and how soon a file of 60,000 is read. */

const ROUNDS = 15;
const IN_ROUND = 1000;
const GOAL = 5000;
const FILE = 60_000;

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

const rateOf = (name: PictureSetName): readonly number[] => {
  const size = sizeOf(pictures[name].shape);
  const pixels = new Float32Array(IN_ROUND * size);
  const draw = (from: number): void => {
    for (let i = 0; i < IN_ROUND; i++) drawing[name]({}, 1, from + i, pixels, i * size);
  };
  draw(0);
  return Array.from({ length: ROUNDS }, (_, round) => {
    const began = performance.now();
    draw((1 + round) * IN_ROUND);
    return (IN_ROUND * 1000) / (performance.now() - began);
  });
};

/** A file in the IDX format with so many pictures of zeros, or so many labels. */
const idx = (lengths: readonly number[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(4 + 4 * lengths.length + sizeOf(lengths));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + lengths.length);
  for (const [axis, length] of lengths.entries()) view.setUint32(4 + 4 * axis, length);
  return bytes;
};

const reading = async (): Promise<number> => {
  const files = [idx([FILE, 28, 28]), idx([FILE])];
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const parts = await Promise.all(files.map((file) => readFile(file, 'file')));
    const joined = join(parts.flatMap((part) => ('problem' in part ? [] : [part])));
    if (!('pixels' in joined)) throw new Error('The bench has written a file that cannot be read.');
    times.push(performance.now() - began);
  }
  return median(times);
};

/** The words of results.md. */
export const picturesWords = async (date: string, machine: string): Promise<string> => {
  const rows = (Object.keys(pictures) as PictureSetName[]).map((name) => {
    const rates = rateOf(name);
    const [low, high] = intervalOfMedian(rates);
    const size = pictures[name].shape.slice(0, 2).join(' × ');
    return `| ${name} | ${size} | ${whole(median(rates))} | ${whole(low)} to ${whole(high)} |`;
  });
  return [
    `Drawn one after the other on one thread, Node, ${date}, ${machine}; median of ${ROUNDS} rounds of ${whole(IN_ROUND)} and its 95 % interval.`,
    `At least ${whole(GOAL)} digits a second are asked for. ${whole(FILE)} pictures in an unpacked IDX file are read in ${(await reading()).toFixed(1)} ms.`,
    '',
    '| kind | pixels | pictures a second | interval |',
    '| ---- | ------ | ----------------- | -------- |',
    ...rows,
  ].join('\n');
};
