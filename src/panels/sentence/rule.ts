import { fill, type Text } from '../../text.ts';
import { fixed, setting } from '../../ui/format.ts';
import { PRESS_PLAY, UNTOLD } from './texts.ts';
import { isSlow, isTable, type Story, type Teller } from './situation.ts';

/** What the perceptron rule does, as it is set: one point at a time, or the mean of a batch. */
export const byRule: Teller = ({ design: { fit }, frame }) => {
  const at = Math.min(fit.batch_size, frame.reading.rows);
  return {
    so:
      at === 1
        ? {
            en: 'The rule looks at one point at a time and changes the weights only where it is wrong.',
            ko: '점을 하나씩 보고, 틀렸을 때만 가중치를 바꾸는 규칙이다.',
          }
        : fill(
            {
              en: 'The rule is for one point at a time; at batch_size {n} it moves by the mean over {at} points.',
              ko: '점을 하나씩 보는 규칙인데, batch_size가 {n}이라 점 {at}개의 평균만큼 움직인다.',
            },
            { n: fit.batch_size, at },
          ),
    todo: frame.playing ? null : PRESS_PLAY,
    buttons: [],
  };
};

/** The perceptron rule looked at one point: what it made of it, when time is slow enough to read. */
export const lookedAt: Teller = (scene) => {
  const { frame, design, data, since, stepSize } = scene;
  const { looked } = frame;
  const between = frame.phase === null || frame.phase.phase.kind === 'update';
  if (design.compile.loss !== 'perceptron' || !looked || since <= 0) return null;
  if (stepSize === 'epoch' || !isSlow(scene) || !between) return null;
  if (scene.predictionsHidden) return UNTOLD;
  const { answer, output } = looked;
  if (answer === output) {
    return {
      so: { en: 'Right.', ko: '맞았다.' },
      todo: { en: 'Nothing changes.', ko: '아무것도 바꾸지 않는다.' },
      buttons: [],
    };
  }
  const row = data.ids.indexOf(looked.id);
  const x = [data.places[2 * row] ?? 0, data.places[2 * row + 1] ?? 0] as const;
  const print = (value: number) => (isTable(design) ? setting(value) : fixed(value, 2));
  return {
    so: fill(
      {
        en: '({x1}, {x2}) should be {y} but gave {output}.',
        ko: '({x1}, {x2})의 정답은 {y}인데 {output:을/를} 냈다.',
      },
      { x1: print(x[0]), x2: print(x[1]), y: answer, output },
    ),
    todo: isTable(design) ? moveOfCorner(x, output > answer) : moveOfPoint(output > answer),
    buttons: [],
  } satisfies Story;
};

const SIGNS = { en: { down: 'go down', up: 'go up' }, ko: { down: '줄인다', up: '늘린다' } } as const;

/** At the corners of a truth table the inputs are 0 or 1, so the weights that move can be named. */
const moveOfCorner = (x: readonly [number, number], down: boolean): Text => {
  const moved = [...(x[0] === 1 ? ['w₁'] : []), ...(x[1] === 1 ? ['w₂'] : [])];
  const way = down ? 'down' : 'up';
  if (moved.length === 0) {
    return {
      en: `Its input is 0: only b goes ${way}.`,
      ko: `이 점의 입력은 0이므로 b만 ${SIGNS.ko[way]}.`,
    };
  }
  return fill(
    {
      en: `${down ? 'Subtract' : 'Add'} its input: {list} and b ${SIGNS.en[way]}.`,
      ko: `이 점의 입력만큼 {named:과/와} b를 ${SIGNS.ko[way]}.`,
    },
    { list: moved.join(', '), named: moved.join(', ') },
  );
};

const moveOfPoint = (down: boolean): Text =>
  down
    ? {
        en: 'Subtract its input from w₁ and w₂, and 1 from b.',
        ko: '이 점의 입력만큼 w₁과 w₂를, 1만큼 b를 줄인다.',
      }
    : { en: 'Add its input to w₁ and w₂, and 1 to b.', ko: '이 점의 입력만큼 w₁과 w₂를, 1만큼 b를 늘린다.' };
