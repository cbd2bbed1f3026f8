/** Numbers as Python writes them: the lines and the file names of callbacks are Python's. */

const NAMES: Readonly<Record<string, string>> = { NaN: 'nan', Infinity: 'inf', '-Infinity': '-inf' };

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** repr of a float: the fewest digits that give it back, positional from 1e-4 up to 1e16. */
export const shortest = (x: number): string => {
  const named = NAMES[String(x)];
  if (named) return named;
  const [mantissa, exponent] = Math.abs(x).toExponential().split('e') as [string, string];
  const digits = mantissa.replace('.', '');
  const power = Number(exponent);
  const sign = isNegative(x) ? '-' : '';
  if (power < -4 || power >= 16) {
    return `${sign}${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  return `${sign}${whole}.${digits.slice(power + 1) || '0'}`;
};

const FRACTION = 52n;

/**
 * The format `.{places}f` of a float: its exact value, rounded to so many places, a tie to the even digit
 * (`toFixed` takes ties up and leaves −0 without its sign).
 */
export const fixed = (x: number, places: number): string => {
  // In the middle between two decimals lie only whole numbers that were halved once more than there are places.
  if (Math.abs(x) < 1e21 && places < 30 && !Number.isInteger(x * 2 * (1 << places))) return x.toFixed(places);
  const named = NAMES[String(x)];
  if (named) return named;
  const bits = new BigUint64Array(new Float64Array([x]).buffer)[0]!;
  const raised = Number((bits >> FRACTION) & 0x7ffn);
  const fraction = bits & ((1n << FRACTION) - 1n);
  const mantissa = raised === 0 ? fraction : fraction | (1n << FRACTION);
  const shift = Math.max(1, raised) - 1075;
  const scaled = mantissa * BigInt(`1${'0'.repeat(places)}`);
  const digits = (shift >= 0 ? scaled << BigInt(shift) : halved(scaled, BigInt(-shift)))
    .toString()
    .padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${isNegative(x) ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
};

/** Digits that no double needs more than to tell a tie at the places asked for. */
const ALL = 60;

/** The format `.{places}e` of a float: rounded to so many places of its mantissa, a tie to the even digit. */
export const scientific = (x: number, places: number): string => {
  const named = NAMES[String(x)];
  if (named) return named;
  const size = Math.abs(x);
  // toExponential takes ties up, and Python to the even digit.
  const [digits] = size.toExponential(ALL).split('e') as [string];
  const tie = /^50*$/.test(digits.slice(places + 2)) && Number(digits[places + 1]) % 2 === 0;
  const [rounded, power] = size.toExponential(places).split('e') as [string, string];
  const mantissa = tie ? digits.slice(0, places + 2) : rounded;
  const sign = isNegative(x) ? '-' : '';
  return `${sign}${mantissa}e${power[0]}${power.slice(1).padStart(2, '0')}`;
};

/** value / 2^times as a whole number, a tie to the even one. */
const halved = (value: bigint, times: bigint): bigint => {
  const whole = value >> times;
  const rest = value - (whole << times);
  const half = 1n << (times - 1n);
  return rest > half || (rest === half && (whole & 1n) === 1n) ? whole + 1n : whole;
};
