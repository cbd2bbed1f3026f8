// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { TwoWeights } from '../../../src/panels/descent/two/TwoWeights.tsx';
import { useWork } from '../../../src/state/store.ts';
import { look, useView } from '../../../src/state/view.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import type { Probe } from '../../../src/worker/frame.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { advance, type Run } from '../../../src/worker/run.ts';
import { dense, onGate, started } from '../../worker/runs.ts';

const shown = vi.hoisted(() => new Set<unknown>());
vi.mock('../../../src/state/frames.ts', () => ({
  refresh: () => {},
  show: (probe: unknown) => {
    shown.add(probe);
    return () => shown.delete(probe);
  },
}));

const probes = (): Probe[] => [...shown] as Probe[];
const probeOf = (kind: Probe['kind']) => probes().find((probe) => probe.kind === kind);

let run: Run;
/** Shows the run as it stands, with all that is asked for; twice, for what is seen may lead to another question. */
const tell = (): void => {
  for (let time = 0; time < 2; time += 1) {
    act(() => useWork.setState({ frame: frameOf(run, probes(), createBuffers(), false, 0) }));
  }
};
const begin = (experiment: Experiment, updates: number): void => {
  run = started(experiment);
  for (let i = 0; i < updates; i += 1) advance(run, 'batch');
  useWork.setState({ design: experiment, frame: frameOf(run, [], createBuffers(), false, 0) });
  render(<TwoWeights />);
  tell();
};
const note = (words: RegExp) => screen.getByText(words);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

beforeEach(() => {
  shown.clear();
  useView.setState(useView.getInitialState(), true);
});
afterEach(cleanup);

const deeper = onGate(GATES.XOR, [dense(1, 4, 'tanh'), dense(2, 1, 'sigmoid')]);

test('a neuron shows the loss over its two weights, where it is and where the least was measured', () => {
  begin(opening, 0);
  expect(probeOf('surface')).toMatchObject({
    directions: { kind: 'weights', across: { layer: 0, at: 0 }, up: { layer: 0, at: 1 } },
    rows: 'all',
    size: 64,
  });
  expect(note(/^Two of 3 weights; the others stay as they are now\.$/)).toBeDefined();
  // The opening's weights, and its loss on the four points of AND (words.md, section 1).
  const map = screen.getByRole('group', { name: /^Loss over w₁ and w₂: now at/ });
  expect(map.getAttribute('aria-label')).toMatch(
    /now at \(0\.90, −0\.70\), loss 0\.626\. The least loss measured is 0\.\d+/,
  );
});

test('weights are chosen by layer and name, and a selected one is the first', () => {
  look({ selected: { kind: 'weight', layer: 0, at: 5 } });
  begin(deeper, 3);
  expect(probeOf('surface')).toMatchObject({
    directions: { across: { layer: 0, at: 5 }, up: { layer: 0, at: 4 } },
  });
  const weight = screen.getByRole('combobox', { name: 'Up: weight' });
  expect([...weight.querySelectorAll('option')].map(({ textContent }) => textContent).join(' ')).toBe(
    'x₁→h₁ x₁→h₂ x₁→h₃ x₁→h₄ x₂→h₁ x₂→h₂ x₂→h₃ x₂→h₄ b→h₁ b→h₂ b→h₃ b→h₄',
  );
  fireEvent.change(screen.getByRole('combobox', { name: 'Up: layer' }), { target: { value: '1' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Up: weight' }), { target: { value: '4' } });
  expect(probeOf('surface')).toMatchObject({ directions: { up: { layer: 1, at: 4 } } });
  tell();
  expect(screen.getByRole('heading', { name: 'Loss over x₂→h₂ and b→ŷ' })).toBeDefined();
});

test('a random plane says that most of the space is not seen, and there are others', () => {
  begin(deeper, 3);
  choose('random');
  tell();
  expect(note(/^A random plane through 17 weights: most of the space is not seen\.$/)).toBeDefined();
  expect(probeOf('surface')).toMatchObject({ directions: { kind: 'random', seed: 1 } });
  press('Other directions');
  expect(probeOf('surface')).toMatchObject({ directions: { kind: 'random', seed: 2 } });
});

test('principal directions need a run that has moved, and say how much of its path they show', () => {
  begin(deeper, 0);
  choose('principal');
  tell();
  expect(note(/^The run has not moved in two directions yet\./)).toBeDefined();
  for (let i = 0; i < 40; i += 1) advance(run, 'batch');
  tell();
  expect(
    note(
      /^The plane in which the path through 17 weights is longest: \d+\.\d % and \d+\.\d % of its spread\.$/,
    ),
  ).toBeDefined();
});

test('a race has four racers at the run’s rate, or each at the best of a list that is named', () => {
  begin(opening, 5);
  press('Start the race');
  tell();
  expect(probeOf('race')).toMatchObject({ updates: 100, rate: 0.5 });
  const standings = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(standings.map((words) => /^[A-Za-z]+/.exec(words)?.[0])).toEqual([
    'SGD',
    'Momentum',
    'RMSprop',
    'Adam',
  ]);
  for (const words of standings) expect(words).toMatch(/η 0\.5 · loss \d\.\d+/);
  expect(note(/^They move all 3 weights: the map shows them from straight above/)).toBeDefined();
  choose('each at its best η');
  tell();
  expect(probeOf('race')).toMatchObject({ rate: 'best' });
  expect(
    note(
      /^best: of 0\.001, 0\.003, 0\.01, 0\.03, 0\.1, 0\.3, 1, 3 the η with the smallest loss after 100 updates$/,
    ),
  ).toBeDefined();
});

test('the start of the race is moved by the arrow keys, and goes back to the present weights', () => {
  begin(opening, 5);
  press('Start the race');
  tell();
  const knob = () => screen.getByRole('slider', { name: 'Start of the race' });
  const before = Number(knob().getAttribute('aria-valuenow'));
  fireEvent.keyDown(knob(), { key: 'ArrowRight', shiftKey: true });
  tell();
  const { from } = probeOf('race') as Extract<Probe, { kind: 'race' }>;
  expect(from![0]).toBeGreaterThan(before);
  expect(Number(knob().getAttribute('aria-valuenow'))).toBeCloseTo(from![0], 3);
  press('Start at the present weights');
  expect(probeOf('race')).not.toHaveProperty('from');
});

test('the surface is turned by the arrow keys, and says how it is seen', () => {
  begin(opening, 0);
  const surface = screen.getByRole('slider', { name: 'Turn the surface' });
  const said = () => surface.getAttribute('aria-valuetext');
  expect(said()).toBe('325°, from 34° above');
  fireEvent.keyDown(surface, { key: 'ArrowLeft' });
  fireEvent.keyDown(surface, { key: 'ArrowUp', shiftKey: true });
  expect(said()).toBe('330°, from 64° above');
});

test('all of it is said in Korean', () => {
  look({ language: 'ko' });
  begin(opening, 5);
  expect(screen.getByRole('heading', { name: 'w₁과 w₂에 따른 손실' })).toBeDefined();
  expect(note(/^가중치 3개 가운데 두 개\. 나머지는 지금 값 그대로다\.$/)).toBeDefined();
  press('경주 시작');
  tell();
  expect(note(/^경주에서는 가중치 3개가 모두 움직인다\./)).toBeDefined();
});
