// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteDeed } from '../../../src/state/deed.ts';
import { useView } from '../../../src/state/view.ts';
import { looked, onStripes } from '../../worker/looking.ts';
import { started } from '../../worker/runs.ts';
import { now, watch } from './watch.ts';

// The phases of a small CNN on stripes of 8 × 8, each number reckoned once more from what the trainer sends.

const stripes = onStripes([
  { type: 'Conv2D', id: 1, filters: 2, kernel_size: 3, padding: 'same', activation: 'relu' },
  { type: 'MaxPooling2D', id: 2, pool_size: 2 },
  { type: 'Flatten', id: 3 },
  { type: 'Dense', id: 4, units: 4, activation: 'softmax' },
]);
const ID = 16;

beforeEach(() => {
  useView.setState({ ...useView.getInitialState(), stepSize: 'phase', pinned: ID });
  noteDeed({ kind: 'opened' });
});
afterEach(cleanup);

test('each phase says what the layer does with the maps, in both languages', () => {
  const page = watch(stripes);
  const told = Array.from({ length: 10 }, () => page.step());
  expect(told.slice(0, 4).map(({ en }) => en[0])).toEqual([
    'Takes 4 pictures. Layer 1, Conv2D: 2 filters slide over the picture and give 2 maps of 8 × 8.',
    'Layer 2, MaxPooling2D: of each 2×2 the largest stays. 2 maps of 4 × 4.',
    'Layer 3, Flatten: lays 2 maps of 4 × 4 out as one list of 32 numbers.',
    'Layer 4, Dense: 4 neurons, each weighing 32 numbers.',
  ]);
  expect(told.slice(6, 8).map(({ en }) => en[0])).toEqual([
    'Layer 3, Flatten: the 32 slopes go back to their places in the maps.',
    'Layer 2, MaxPooling2D: each slope goes back to the largest of its 2×2; the others get 0.',
  ]);
  expect(told.map(({ ko }) => ko[0])).toMatchObject({
    0: '그림 4개를 꺼낸다. 1층 Conv2D: 필터 2개가 그림 위를 움직여 8×8 특징맵 2개를 만든다.',
    1: '2층 MaxPooling2D: 2×2칸마다 가장 큰 값만 남긴다. 4×4 특징맵 2개.',
    2: '3층 Flatten: 4×4 특징맵 2개를 값 32개의 목록 하나로 편다.',
    3: '4층 Dense: 뉴런 4개가 저마다 값 32개를 모두 본다.',
  });
  expect(told[8]!.en[0]).toMatch(/^Finds the slopes of layer 1\. The largest is . of filter \d/);
  expect(told[9]!.en[1]).toBe('In the place of each map: its kernel before and after.');
});

test('revealed step by step the newest map, cell or neuron is told, with its own numbers', () => {
  useView.setState({ stepSize: 'neuron' });
  const page = watch(stripes);
  const own = started(stripes);
  const { views, weights } = looked(own, ID);
  const reveal = (phase: number, shown: number, cells?: number) => {
    useView.setState({ revealed: { run: 1, step: 0, phase, shown, ...(cells && { cells }) } });
    now.asked.push({ kind: 'maps', picture: { id: ID } }, { kind: 'anatomy', point: ID, layer: 0 });
    return page.tell().en;
  };
  page.step();
  const { outputs, sums } = views.maps!.layers[0]!;
  const ofMap = (map: number) => Array.from(outputs).filter((_value, at) => at % 2 === map);
  const most = Math.max(...ofMap(1));
  const at = ofMap(1).indexOf(most);
  expect(reveal(1, 2)).toEqual([
    'Filter 2 of 2 slides over the picture and gives map 2.',
    `Its largest value is ${most.toFixed(3)}, at row ${Math.floor(at / 8)}, column ${at % 8}.`,
  ]);
  // The 20th cell of the first map: row 2, column 3.
  const [z, a] = [sums[19 * 2]!, outputs[19 * 2]!].map((value) => value.toFixed(3).replace('-', '−'));
  expect(weights[0]!.bias[0]).toBe(0);
  expect(reveal(1, 1, 20)).toEqual([
    `Map 1, row 2, column 3: sum ${z} + b 0.000 = ${z}, relu makes ${a} of it.`,
  ]);
  for (let phase = 2; phase <= 4; phase++) page.step();
  const last = views.maps!.layers[3]!;
  const [score, share] = [last.sums[2]!, last.outputs[2]!].map((value) => value.toFixed(3).replace('-', '−'));
  expect(reveal(4, 3)).toEqual([`Neuron 3 of 4: z = ${score}, softmax makes ${share} of it.`]);
  useView.setState({ predictionsHidden: true });
  expect(reveal(4, 3)).toEqual(['Layer 4, Dense: 4 neurons, each weighing 32 numbers.']);
  useView.setState({ predictionsHidden: false });
  for (let phase = 5; phase <= 9; phase++) page.step();
  const slopes = looked(own, ID).views.anatomies![`anatomy ${ID} 0`]!.batch.layer!.slopes;
  const kernel = Array.from(slopes.subarray(0, 18)).filter((_slope, place) => place % 2 === 1);
  const steepest = kernel.reduce(
    (best, slope, cell) => (Math.abs(slope) > Math.abs(kernel[best]!) ? cell : best),
    0,
  );
  expect(reveal(9, 2)).toEqual([
    `Filter 2 of 2: its largest slope is ${kernel[steepest]!.toFixed(3).replace('-', '−')}, at row ${Math.floor(steepest / 3)}, column ${steepest % 3}. Nothing moves yet.`,
  ]);
});
