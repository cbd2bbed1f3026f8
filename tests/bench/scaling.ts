import { scaled, type Scale } from './programs/gradus.ts';
import { timeSlice, warm } from './slices.ts';
import { median } from './statistics.ts';

/** Time of one training step against the size of the work, our engine alone. */

const START: Scale = { batch: 32, width: 32, depth: 2, image: 0 };
const powers = (from: number, to: number): number[] =>
  Array.from({ length: Math.log2(to / from) + 1 }, (_, index) => from * 2 ** index);

/** What grows, and the power of it that the work grows with. */
interface Axis {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly ideal: number;
  readonly at: (size: number) => Scale;
}

const axes: readonly Axis[] = [
  { name: 'batch size', sizes: powers(1, 1024), ideal: 1, at: (batch) => ({ ...START, batch }) },
  { name: 'width', sizes: powers(4, 512), ideal: 2, at: (width) => ({ ...START, width }) },
  { name: 'depth', sizes: powers(1, 64), ideal: 1, at: (depth) => ({ ...START, depth }) },
  { name: 'image side', sizes: powers(8, 128), ideal: 2, at: (image) => ({ ...START, batch: 8, image }) },
];

export interface Line {
  readonly name: string;
  readonly ideal: number;
  readonly sizes: readonly number[];
  /** Seconds of a step at each size. */
  readonly seconds: readonly number[];
  /** log₂ of time over log₂ of size, least squares over the upper half of the sizes. */
  readonly slope: number;
  /** Sizes at which a doubling cost more than CLIFF times what the ideal slope allows. */
  readonly cliffs: readonly number[];
}

/** A doubling may cost 2.6 times where 2 is ideal. */
const CLIFF = 1.3;
const SLICE = 60;

const slopeOf = (sizes: readonly number[], seconds: readonly number[]): number => {
  const half = Math.floor(sizes.length / 2);
  const [x, y] = [sizes.slice(half).map(Math.log2), seconds.slice(half).map(Math.log2)];
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const [mx, my] = [mean(x), mean(y)];
  const products = x.map((value, index) => (value - mx) * (y[index]! - my));
  return mean(products) / mean(x.map((value) => (value - mx) ** 2));
};

/** Measures every size of every axis in rounds. */
export const measureScaling = async (rounds: number): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const { name, sizes, ideal, at } of axes) {
    const runners = [];
    for (const size of sizes) {
      const running = scaled(at(size));
      runners.push({ running, chunk: await warm(running, SLICE), times: [] as number[] });
    }
    for (let round = 0; round < rounds; round++) {
      for (const { running, chunk, times } of runners) times.push(await timeSlice(running, chunk, SLICE));
    }
    const seconds = runners.map(({ times }) => median(times));
    const cliffs = sizes.filter(
      (_, index) => index > 0 && seconds[index]! / seconds[index - 1]! > CLIFF * 2 ** ideal,
    );
    lines.push({ name, ideal, sizes, seconds, slope: slopeOf(sizes, seconds), cliffs });
  }
  return lines;
};
