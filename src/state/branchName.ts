import type { DataSpec, PointChange } from '../data/data.ts';
import { gateName } from '../data/gates.ts';
import { inputNames } from '../data/inputs.ts';
import { settingOf } from '../data/pictures/picture.ts';
import { rowWords } from '../data/rowWords.ts';
import { sets } from '../data/sets/index.ts';
import { designAt } from '../experiment/apply.ts';
import type { Design, Edit, Experiment, Patch } from '../experiment/experiment.ts';
import { shapedLayers } from '../experiment/widths.ts';
import { fill, same, type Text, withNames } from '../text.ts';
import { networkName, unitsOf } from './names.ts';

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sameStart = (one: Experiment, other: Experiment): boolean =>
  alike(designAt(one, 0), designAt(other, 0));

/** The first edit of each of two documents that the other does not have in its place. */
const firstApart = (one: Experiment, other: Experiment): readonly [Edit | undefined, Edit | undefined] => {
  const longer = one.edits.length > other.edits.length ? one : other;
  const at = longer.edits.findIndex((_, i) => !isSame(one.edits[i], other.edits[i]));
  return at < 0 ? [undefined, undefined] : [one.edits[at], other.edits[at]];
};
const isSame = (one: Edit | undefined, other: Edit | undefined): boolean =>
  one === other || alike(one, other);

/** Updates that two runs have in common, from the documents they come of: 0 where they begin otherwise, or never part. */
export const partedAt = (one: Experiment, other: Experiment): number => {
  if (!sameStart(one, other)) return 0;
  const steps = firstApart(one, other).flatMap((edit) => (edit ? [edit.step] : []));
  return steps.length > 0 ? Math.min(...steps) : 0;
};

/**
 * What a run is called beside the one that is on the screen instead, by what it has otherwise where the two part:
 * "learning_rate 0.5", "AND", "before w₁ = 2"; where it has another network by that.
 */
export const branchName = (left: Experiment, other: Experiment): Text => {
  const all = Number.POSITIVE_INFINITY;
  if (!sameStart(left, other)) return differenceOf(designAt(left, all), designAt(other, all));
  const [own, theirs] = firstApart(left, other);
  const step = partedAt(left, other);
  const [mine, yours] = [own, theirs].map((edit) => (edit?.step === step ? edit.patch : undefined));
  const by = ({ edits }: Experiment): number => edits.filter((edit) => edit.step <= step).length;
  const [here, there] = [designAt(left, by(left)), designAt(other, by(other))];
  return byHand(here, mine, yours) ?? differenceOf(here, there);
};

/** What was set by hand in a network or its points has no value of its own in a design. */
const byHand = (design: Design, mine?: Patch, yours?: Patch): Text | null => {
  const [after, before] = [mine?.weights, yours?.weights];
  if (before) return weightWords(design, before, WORDS.before, WORDS.beforeWeights);
  if (after) return weightWords(design, after, WORDS.after, WORDS.afterWeights);
  const moved = yours?.data?.changes?.at(-1);
  if (moved) return POINTS[moved.op].before;
  const own = mine?.data?.changes?.at(-1);
  return own ? POINTS[own.op].after : null;
};

const weightWords = (
  design: Design,
  changes: NonNullable<Patch['weights']>,
  one: Text,
  several: Text,
): Text => {
  const [change, ...more] = changes;
  const [layer, ...others] = shapedLayers(design);
  if (!change || more.length > 0 || others.length > 0 || layer?.units !== 1) return several;
  const inputs = inputNames(design.data).length;
  const index = inputs === 1 ? '' : (SUBSCRIPTS[change.at] ?? `(${change.at + 1})`);
  const name = change.at < inputs ? `w${index}` : 'b';
  return fill(one, { name, value: numberWords(change.value) });
};

const SUBSCRIPTS = '₁₂₃₄₅₆₇₈₉';
/** As a setting is typed; what was dragged has more digits than it means. */
const numberWords = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');

/** What the first of two designs has that the other has not. */
const differenceOf = (design: Design, other: Design): Text => {
  if (design.data.set !== other.data.set) return sets[design.data.set].words;
  if (unitsOf(design) !== unitsOf(other)) return networkName(design);
  return (
    dataDifference(design.data, other.data) ??
    layerDifference(design, other) ??
    settingDifference(design.compile.optimizer, other.compile.optimizer) ??
    settingDifference(design.compile, other.compile) ??
    settingDifference(design.fit, other.fit) ??
    (design.seed === other.seed ? networkName(design) : same(`seed ${design.seed}`))
  );
};

const dataDifference = (data: DataSpec, other: DataSpec): Text | null => {
  if (data.set === 'gate' && !alike(data.answers, other.answers)) return gateName(data.answers);
  if (data.asset !== other.asset) return data.asset ? WORDS.files : WORDS.drawn;
  if (data.noise !== other.noise) return fill(WORDS.noise, { n: numberWords(data.noise) });
  if (data.points !== other.points)
    return withNames(WORDS.points, { rows: rowWords(data, data.points) }, { n: data.points });
  const drawn = sets[data.set].settings?.find(
    (field) => settingOf(data.settings ?? {}, field) !== settingOf(other.settings ?? {}, field),
  );
  if (drawn) {
    const value = numberWords(settingOf(data.settings ?? {}, drawn));
    return withNames(same('{name} {value}'), { name: drawn.words }, { value });
  }
  if (data.target !== other.target) return fill(WORDS.target, { name: data.target ?? 'y' });
  if (!alike(inputNames(data), inputNames(other))) return same(inputNames(data).join(', '));
  if (data.standardize !== other.standardize) return data.standardize ? WORDS.standardized : WORDS.asGiven;
  if (data.seed !== other.seed) return WORDS.sample;
  return alike(data.changes, other.changes) ? null : WORDS.otherPoints;
};

const layerDifference = ({ model }: Design, { model: other }: Design): Text | null => {
  const at = model.layers.findIndex((layer, i) => !alike(layer, other.layers[i]));
  const [layer, instead] = [model.layers[at], other.layers[at]];
  if (!layer || !instead) return null;
  if (layer.type !== instead.type) return same(layer.type);
  return settingDifference(layer, instead, layer.type);
};

/** The first setting that differs, as it is written: by its name and value, or by the value alone where that is a name. */
const settingDifference = <Settings extends object>(
  settings: Settings,
  other: Settings,
  whose?: string,
): Text | null => {
  const values = new Map<string, unknown>(Object.entries(settings));
  const others = new Map<string, unknown>(Object.entries(other));
  const names = [...new Set([...values.keys(), ...others.keys()])].filter((name) => name !== 'optimizer');
  const name = names.find((each) => !alike(values.get(each), others.get(each)));
  if (name === undefined) return null;
  // A switch that is not named stands as it does by default: the other way.
  const instead = others.get(name);
  const value = values.get(name) ?? (typeof instead === 'boolean' ? !instead : undefined);
  if (typeof value === 'string') return same(value);
  if (typeof value === 'number') return same(`${name} ${numberWords(value)}`);
  if (typeof value === 'boolean') return same(`${name}=${value ? 'True' : 'False'}`);
  const of = whose ? `${whose}, ${name}` : name;
  return fill(value === undefined || value === null ? WORDS.without : WORDS.earlier, { of });
};

const WORDS = {
  before: { en: 'before {name} = {value}', ko: '{name} = {value} 이전' },
  after: { en: '{name} = {value}', ko: '{name} = {value}' },
  beforeWeights: { en: 'before weights set by hand', ko: '가중치를 손으로 바꾸기 전' },
  afterWeights: { en: 'weights set by hand', ko: '가중치를 손으로 바꾼 뒤' },
  noise: { en: 'noise {n}', ko: '잡음 {n}' },
  points: { en: '{n} {rows}', ko: '{rows} {n}개' },
  files: { en: 'digits from files', ko: '파일의 숫자' },
  drawn: { en: 'drawn digits', ko: '그린 숫자' },
  target: { en: 'target {name}', ko: '목표 {name}' },
  standardized: { en: 'standardised inputs', ko: '표준화한 입력' },
  asGiven: { en: 'inputs as given', ko: '주어진 그대로의 입력' },
  sample: { en: 'another sample', ko: '다른 데이터' },
  otherPoints: { en: 'other points', ko: '다른 점들' },
  without: { en: 'without {of}', ko: '{of} 없이' },
  earlier: { en: 'another {of}', ko: '다른 {of}' },
} as const satisfies Record<string, Text>;

const POINTS: Readonly<Record<PointChange['op'], { readonly before: Text; readonly after: Text }>> = {
  move: {
    before: { en: 'before a point moved', ko: '점을 옮기기 전' },
    after: { en: 'after a point moved', ko: '점을 옮긴 뒤' },
  },
  add: {
    before: { en: 'before a point was added', ko: '점을 더하기 전' },
    after: { en: 'after a point was added', ko: '점을 더한 뒤' },
  },
  remove: {
    before: { en: 'before a point was removed', ko: '점을 빼기 전' },
    after: { en: 'after a point was removed', ko: '점을 뺀 뒤' },
  },
};
