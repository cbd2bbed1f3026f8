import type { Line } from './scaling.ts';

/** The picture and the words of time against size. */

const SIDE = 300;
const MARGIN = 46;
const COLOR = '#2f6f8f';

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`;

/** Two digits of a time. */
const duration = (seconds: number): string =>
  seconds >= 1e-3
    ? `${Number((seconds * 1e3).toPrecision(2))} ms`
    : `${Number((seconds * 1e6).toPrecision(2))} µs`;

/** One log-log chart: measured points joined, and the ideal slope dashed through the largest. */
const chart = ({ name, ideal, sizes, seconds, slope }: Line): string => {
  const [x, y] = [sizes.map(Math.log2), seconds.map(Math.log2)];
  const [left, right] = [x[0]!, x.at(-1)!];
  const [low, high] = [Math.min(...y) - 0.5, Math.max(...y) + 0.5];
  const span = SIDE - 2 * MARGIN;
  const across = (value: number) => MARGIN + ((value - left) / (right - left)) * span;
  const up = (value: number) => SIDE - MARGIN - ((value - low) / (high - low)) * span;
  const points = x.map((value, index) => [across(value), up(y[index]!)] as const);
  const joined = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
  const start = Math.max(left, right - (y.at(-1)! - low) / ideal);
  const dash = [across(start), up(y.at(-1)! - ideal * (right - start)), across(right), up(y.at(-1)!)];
  const [x1, y1, x2, y2] = dash.map((value) => value.toFixed(1));
  return [
    `<rect x="${MARGIN}" y="${MARGIN}" width="${span}" height="${span}" fill="none" stroke="#999"/>`,
    `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#999" stroke-dasharray="4 3"/>`,
    `<polyline points="${joined}" fill="none" stroke="${COLOR}" stroke-width="2"/>`,
    ...points.map(
      ([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3" fill="${COLOR}"/>`,
    ),
    text(MARGIN, 32, `${name}: slope ${slope.toFixed(2)} (ideal ${ideal})`),
    text(MARGIN, SIDE - 28, `${sizes[0]}: ${duration(seconds[0]!)}`),
    text(SIDE - MARGIN, SIDE - 28, `${sizes.at(-1)}: ${duration(seconds.at(-1)!)}`, 'text-anchor="end"'),
  ].join('\n');
};

/** Four charts side by side, as an SVG. */
export const scalingPicture = (lines: readonly Line[]): string => {
  const charts = lines.map((line, index) => `<g transform="translate(${index * SIDE} 0)">${chart(line)}</g>`);
  const width = lines.length * SIDE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${SIDE}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${SIDE}" fill="#fff"/>
${charts.join('\n')}
</svg>
`;
};

/** The slopes and the cliffs in words. */
export const scalingWords = (lines: readonly Line[], date: string): string => {
  const rows = lines.map(({ name, ideal, sizes, seconds, slope, cliffs }) => {
    const ends = [0, sizes.length - 1].map((index) => `${sizes[index]}: ${duration(seconds[index]!)}`);
    const cliff = cliffs.length === 0 ? 'none' : `CLIFF at ${cliffs.join(', ')}`;
    return `| ${name} | ${ends.join(' | ')} | ${slope.toFixed(2)} | ${ideal} | ${cliff} |`;
  });
  return `Time of one training step, Node, ${date}; the slope is that of the upper half of the sizes (log-log). A cliff is a
doubling that costs more than 1.3 times what the ideal slope allows.

| what grows | smallest | largest | slope | ideal | cliffs |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

![Time against size](scaling.svg)
`;
};
