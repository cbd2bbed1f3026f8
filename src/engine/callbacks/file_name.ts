import type { Text } from '../../text.ts';
import type { Failure, Logs } from './callback.ts';
import { fixed, shortest } from './python.ts';

/** A place in a file name that a number is put into: `{name:0width.places type}`. */
interface Hole {
  readonly name: string;
  readonly zeros: boolean;
  readonly width: number;
  readonly places: number | null;
  readonly type: 'd' | 'f' | '';
}

/** The values of a file name; epoch and batch are whole numbers to Python, everything in the log is a float. */
const WHOLE = new Set(['epoch', 'batch']);

const PIECE = /\{\{|\}\}|\{([A-Za-z_]\w*)(?::(0?)(\d{0,2})(?:\.(\d{1,2}))?([df]?))?\}|[^{}]+|[{}]/g;

/** The pieces of a template in Python's format rules, or why it cannot be read. */
const read = (template: string): readonly (string | Hole)[] | Text => {
  const pieces: (string | Hole)[] = [];
  for (const [piece, name, zeros, width, places, type] of template.matchAll(PIECE)) {
    if (name !== undefined) {
      if (places !== undefined && !type) return UNREADABLE;
      pieces.push({
        name,
        zeros: zeros === '0',
        width: Number(width ?? 0),
        places: places === undefined ? null : Number(places),
        type: (type ?? '') as Hole['type'],
      });
    } else if (piece === '{{' || piece === '}}') pieces.push(piece.slice(1));
    else if (piece === '{' || piece === '}') return UNREADABLE;
    else pieces.push(piece);
  }
  return pieces;
};

const UNREADABLE: Text = {
  en: 'A place in the file name cannot be read. Write it as a name and a format in braces, e.g. "epoch:02d" or "val_loss:.2f".',
  ko: '파일 이름에 읽을 수 없는 자리가 있다. 중괄호 안에 이름과 형식을 적는다. 예: "epoch:02d", "val_loss:.2f".',
};

/** The names a template asks for, or why it cannot be read. */
export const namesIn = (template: string): readonly string[] | Text => {
  const pieces = read(template);
  return isText(pieces) ? pieces : pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]));
};

export const isText = (value: object): value is Text => 'ko' in value;

/**
 * The file name that a template gives, as Python's str.format fills it: `dm_{epoch:02d}_{val_loss:.2f}.keras`.
 * `values` holds epoch and batch counted from 1 beside the log. A failure where Python has an error, or
 * where the format is one that no course needs (alignment, exponents, attributes) and is not read here.
 */
export const fileName = (template: string, values: Logs): string | Failure => {
  const pieces = read(template);
  if (isText(pieces)) return { text: pieces };
  let file = '';
  for (const piece of pieces) {
    const words = typeof piece === 'string' ? piece : put(piece, template, values);
    if (typeof words !== 'string') return words;
    file += words;
  }
  return file;
};

const put = (hole: Hole, template: string, values: Logs): string | Failure => {
  const value = Object.hasOwn(values, hole.name) ? values[hole.name] : undefined;
  if (value === undefined) return missing(hole.name, template, values);
  const whole = WHOLE.has(hole.name);
  if (hole.type === 'd') {
    if (!whole) return notWhole(hole.name);
    if (hole.places !== null) return noPlaces(hole.name);
  }
  const digits =
    hole.type === 'f' ? fixed(value, hole.places ?? 6) : whole ? fixed(value, 0) : shortest(value);
  if (!hole.zeros) return digits.padStart(hole.width);
  const sign = digits.startsWith('-') ? '-' : '';
  return sign + digits.slice(sign.length).padStart(hole.width - sign.length, '0');
};

const missing = (name: string, template: string, values: Logs): Failure => ({
  error: 'KeyError',
  keras: `Failed to format this callback filepath: "${template}". Reason: '${name}'`,
  text: {
    en: `The file name asks for "${name}", but at this moment there is only ${Object.keys(values).join(', ')}.`,
    ko: `파일 이름에 "${name}" 자리가 있지만, 이때 기록에는 ${Object.keys(values).join(', ')}만 있다.`,
  },
});

const notWhole = (name: string): Failure => ({
  error: 'ValueError',
  keras: "Unknown format code 'd' for object of type 'float'",
  text: {
    en: `The format d is for whole numbers, and "${name}" is not one. Write a format such as .2f.`,
    ko: `형식 d는 정수에만 쓸 수 있는데 "${name}"의 값은 정수가 아니다. .2f 같은 형식을 적는다.`,
  },
});

const noPlaces = (name: string): Failure => ({
  error: 'ValueError',
  keras: 'Precision not allowed in integer format specifier',
  text: {
    en: `"${name}" is a whole number and has no decimals. Write a format such as 02d.`,
    ko: `"${name}"의 값은 정수라 소수 자리가 없다. 02d 같은 형식을 적는다.`,
  },
});
