import { setting } from '../../ui/format.ts';

/** A size of any order in two digits: "0.24", "12", "3.7e−6"; what is no number is a dash. */
export const size = (value: number | null | undefined): string => {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const [digits = '', power = ''] = value.toExponential(1).split('e');
  const order = Number(power);
  return Math.abs(order) > 3 ? `${setting(Number(digits))}e${setting(order)}` : setting(rounded(value));
};

/** A number as it is printed, in two digits. */
export const rounded = (value: number): number => Number(value.toPrecision(2));
