// @vitest-environment happy-dom
// The loss over any weight, over real runs: the numbers are those of the lessons, worked out by hand.

import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import { designAt } from '../../../src/experiment/apply.ts';
import type { Design, Experiment, Patch } from '../../../src/experiment/experiment.ts';
import { AnyWeight } from '../../../src/panels/descent/any/AnyWeight.tsx';
import type { Move } from '../../../src/state/experiment.ts';
import { useView } from '../../../src/state/view.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import type { Probe } from '../../../src/worker/frame.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { advance, type Run } from '../../../src/worker/run.ts';
import { dense, noisy, onGate, started, withRate } from '../../worker/runs.ts';

const now = vi.hoisted(() => ({ frame: null as unknown, views: {} as unknown, design: null as unknown }));
/** The probes that are asked for, and the patches that were made. */
const asked = vi.hoisted(() => new Set<string>());
const made = vi.hoisted(() => [] as unknown[]);
vi.mock('../../../src/state/run.ts', async () => {
  const { useEffect } = await import('react');
  return {
    useFrame: () => now.frame,
    useViews: () => now.views,
    useShows: (probe: unknown) => {
      const key = JSON.stringify(probe);
      useEffect(() => {
        asked.add(key);
        return () => void asked.delete(key);
      }, [key]);
    },
  };
});
vi.mock('../../../src/state/frames.ts', () => ({ refresh: () => undefined }));
vi.mock('../../../src/state/experiment.ts', () => ({
  useDesign: () => now.design,
  edit: (move: Move) => made.push(typeof move === 'function' ? move(now.design as Design) : move),
}));

let shown: ReturnType<typeof render> | null = null;

/** Shows the view at the present moment of a run, with what it asks for. */
const show = (run: Run, experiment: Experiment): void => {
  Object.assign(now, { design: designAt(experiment, 0) });
  const again = () => {
    const probes = [...asked].map((one) => JSON.parse(one) as Probe);
    const frame = frameOf(run, probes, createBuffers(), false, 0);
    Object.assign(now, { frame, views: frame.views });
    if (shown) shown.rerender(<AnyWeight />);
    else shown = render(<AnyWeight />);
  };
  // What it asks for is there with the next frame; a range that it lays then with the one after.
  for (let frames = 0; frames < 3; frames += 1) again();
};

/** Every line that is there. */
const lines = (): string[] =>
  [...document.querySelectorAll('p, h2')].map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim());
const patch = (): Patch | undefined => made.at(-1) as Patch | undefined;
const slider = (name: RegExp): HTMLElement => screen.getByRole('slider', { name });

beforeEach(() => useView.setState(useView.getInitialState(), true));
afterEach(() => {
  cleanup();
  shown = null;
  asked.clear();
  made.length = 0;
});

const two = withRate(
  onGate(GATES.XOR, [
    dense(1, 2, 'sigmoid', { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] }),
    dense(2, 1, 'sigmoid', { kernel: [1, 1], bias: [-1.5] }),
  ]),
  2,
);
const and = withRate(onGate(GATES.AND, [dense(1, 1, 'sigmoid', { kernel: [1, -1], bias: [0] })]), 1);

test('the first weight of one neuron on AND: slope 0.058, 1.000 → 0.942', () => {
  show(started(and), and);
  expect(lines()).toContain('Loss over w₁');
  expect(lines()).toContain('The slope is positive, so w₁ will move left.');
  expect(lines()).toContain('= −1 × 0.058 = −0.058');
  expect(lines()).toContain('w₁: 1.000 → 0.942');
  expect(screen.queryByRole('radiogroup', { name: 'Rows' })).toBeNull();
});

test('a weight of the output of 2-2-1, phase by phase: not yet, will move, moves, and the curve sinks', () => {
  useView.setState({ selected: { kind: 'weight', layer: 1, at: 0 }, stepSize: 'phase' });
  const run = started(two);
  show(run, two);
  expect(lines()).toContain('The slope is negative, so w₁ of ŷ will move right.');
  // The mean slope is −0.049 (c10): −2 × that would be 0.098.
  expect(lines()).toContain('= −2 × (−0.0486) = +0.097');
  expect(lines()).toContain('w₁: 1.000 → 1.097');

  // Forward through both layers, and the loss.
  for (let phase = 0; phase < 3; phase += 1) {
    advance(run, 'phase');
    show(run, two);
    expect(lines()).toContain('The slope of w₁ of ŷ comes in the backward phase of layer 2.');
    expect(lines()).toContain('not yet');
    expect(screen.queryByRole('slider', { name: /by the tip/ })).toBeNull();
  }
  for (let phase = 0; phase < 2; phase += 1) {
    advance(run, 'phase');
    show(run, two);
    expect(lines()).toContain('The slope is negative, so w₁ of ŷ will move right.');
  }
  advance(run, 'phase');
  show(run, two);
  expect(lines()).toContain('The slope is negative, so w₁ of ŷ moves right.');
  expect(lines()).toContain('w₁: 1.000 → 1.097');
  expect(slider(/by the ball/).getAttribute('aria-valuenow')).toBe('1.0971');
  expect(lines()).toContain(
    'Faint and hollow: the last moments. The curve sinks because the other weights learn too.',
  );

  // A step later what comes next is not there yet.
  advance(run, 'phase');
  show(run, two);
  expect(lines()).toContain('not yet');
});

test('by batches what comes is told, also where an update was just made', () => {
  const run = started(two);
  show(run, two);
  advance(run, 'batch');
  show(run, two);
  expect(lines()).toContain('The slope is negative, so w₁ of h₁ will move right.');
});

test('in Korean', () => {
  useView.setState({ language: 'ko', selected: { kind: 'weight', layer: 1, at: 0 }, stepSize: 'phase' });
  const run = started(two);
  show(run, two);
  expect(lines()).toContain('ŷ의 w₁에 따른 손실');
  expect(lines()).toContain('기울기가 음수이므로 ŷ의 w₁은 오른쪽으로 갈 것이다.');
  for (let phase = 0; phase < 6; phase += 1) advance(run, 'phase');
  show(run, two);
  expect(lines()).toContain('기울기가 음수이므로 ŷ의 w₁은 오른쪽으로 간다.');
});

test('a step function gives no slope: the weight stays, and there is no tip to drag', () => {
  const step = onGate(GATES.AND, [dense(1, 1, 'step', { kernel: [1, -1], bias: [0.25] })]);
  show(started(step), step);
  expect(lines()).toContain('The slope is 0, so w₁ stays.');
  expect(screen.queryByRole('slider', { name: /by the tip/ })).toBeNull();
});

test('momentum: the move is that of the velocity, told beside the rule, with the sentence where they part', () => {
  // One batch of all four rows: the slope of the curve is that of the update.
  const carried = withRate(two, 2, 0.9);
  useView.setState({ selected: { kind: 'weight', layer: 0, at: 4 } });
  const run = started(carried);
  let velocity = 0;
  let parted = 0;
  for (let update = 0; update < 60; update += 1) {
    const { model } = run.trainer.settings;
    const place = model.layers[0]!.at + 4;
    const before = model.arena.memory[place]!;
    show(run, carried);
    const rule = lines().find((line) => line.startsWith('= −2 ×'))!;
    const slope = Number(/× \(?(−?[\d.]+)\)? =/.exec(rule)![1]!.replace('−', '-'));
    advance(run, 'batch');
    // keras.optimizers.SGD: v ← momentum · v − η g, w ← w + v. The slope is read as it is printed.
    velocity = 0.9 * velocity - 2 * slope;
    const moved = model.arena.memory[place]! - before;
    expect(Math.abs(moved - velocity)).toBeLessThan(0.0011);
    velocity = moved;
    const [pointed, goes] = [slope > 0 ? 'left' : 'right', moved > 0 ? 'right' : 'left'];
    if (pointed !== goes) parted += 1;
    expect(lines()).toContain(
      pointed === goes
        ? `The slope is ${slope > 0 ? 'positive' : 'negative'}, so b of h₁ will move ${goes}.`
        : `The slope points ${pointed}, but momentum will carry b of h₁ ${goes}.`,
    );
    // At first there is no velocity to be carried on by.
    expect(lines().includes('With momentum:')).toBe(update > 0);
  }
  expect(parted).toBeGreaterThan(0);
});

test('on all rows the update goes by its batch, and where that points elsewhere the sentence says so', () => {
  const plain: Experiment = withRate(noisy, 0.2);
  const run = started(plain);
  show(run, plain);
  expect(screen.getByText(/on batch 1 of 8, 16 rows/)).toBeTruthy();
  expect(screen.queryByText('The update goes by this batch:')).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'all training rows' }));
  let against = 0;
  for (let update = 0; update < 24; update += 1) {
    show(run, plain);
    expect(screen.getByText(/on all 128 training rows/)).toBeTruthy();
    const carried = lines().some((line) =>
      /^The slope points (left|right), but this batch will carry w₁ of h₁/.test(line),
    );
    if (carried) against += 1;
    expect(carried && !lines().includes('The update goes by this batch:')).toBe(false);
    advance(run, 'batch');
  }
  expect(against).toBeGreaterThan(0);
  expect(against).toBeLessThan(24);
});

test('the ball sets the weight by its keys, the number by typing, and the tip sets η', () => {
  show(started(and), and);
  fireEvent.focus(slider(/by the ball/));
  fireEvent.keyDown(slider(/by the ball/), { key: 'ArrowRight' });
  expect(patch()?.weights).toEqual([{ layer: 0, at: 0, value: 1.02 }]);

  const number = screen.getByRole('spinbutton', { name: 'w₁' });
  fireEvent.keyDown(number, { key: 'Enter' });
  const field = screen.getByRole('textbox', { name: 'w₁' });
  fireEvent.change(field, { target: { value: '−2.5' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(patch()?.weights).toEqual([{ layer: 0, at: 0, value: -2.5 }]);

  // A twentieth further: η grows by a twentieth.
  fireEvent.focus(slider(/by the tip/));
  fireEvent.keyDown(slider(/by the tip/), { key: 'ArrowLeft' });
  expect(patch()?.compile?.optimizer).toMatchObject({ learning_rate: 1.05 });
});

test('while a schedule or a callback sets η the tip cannot be taken hold of, and it is said why', () => {
  const scheduled: Experiment = {
    ...and,
    compile: {
      ...and.compile,
      optimizer: {
        type: 'SGD',
        learning_rate: 1,
        momentum: 0,
        schedule: { type: 'ExponentialDecay', decay_steps: 10, decay_rate: 0.5 },
      },
    },
  };
  show(started(scheduled), scheduled);
  expect(screen.queryByRole('slider', { name: /by the tip/ })).toBeNull();
  expect(lines()).toContain('A schedule sets η: see Compile.');
});

test('layer, neuron and weight are chosen, and the choice is the selection of the page', () => {
  show(started(two), two);
  const choose = (name: string, words: string): void => {
    const select = screen.getByRole('combobox', { name });
    const option = [...select.querySelectorAll('option')].find(({ text }) => text === words)!;
    fireEvent.change(select, { target: { value: option.value } });
  };
  choose('Neuron', 'h₂');
  choose('Weight', 'b');
  expect(useView.getState().selected).toEqual({ kind: 'weight', layer: 0, at: 5 });
  choose('Layer', 'Output');
  expect(useView.getState().selected).toEqual({ kind: 'weight', layer: 1, at: 0 });
  show(started(two), two);
  expect(lines()).toContain('Loss over w₁ of ŷ');
});

test('close by, the drawing is about the move; hidden predictions leave it all', () => {
  useView.setState({ predictionsHidden: true });
  show(started(two), two);
  const spanned = () =>
    [...asked].map((one) => JSON.parse(one) as Probe).find(({ kind }) => kind === 'slice');
  expect(spanned()).not.toHaveProperty('range');
  fireEvent.click(screen.getByRole('radio', { name: 'close' }));
  show(started(two), two);
  expect(lines()).toContain('The slope is negative, so w₁ of h₁ will move right.');
  const probe = spanned() as Extract<Probe, { kind: 'slice' }>;
  const [low, high] = probe.range!;
  // It moves from 1.000 to 1.035.
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1.035);
  expect(high - low).toBeLessThan(1);
});

test('a frozen layer stays, whatever its slope', () => {
  const [hidden, output] = two.model.layers;
  const frozen: Experiment = {
    ...two,
    model: { layers: [{ ...hidden!, trainable: false }, output!] },
  };
  show(started(frozen), frozen);
  expect(lines()).toContain('Layer 1 is frozen (trainable = False), so w₁ of h₁ stays.');
});
