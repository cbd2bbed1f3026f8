// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { definitionOf, layers, type LayerSpec, type LayerType } from '../../../src/engine/layers/index.ts';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { addLayer, setLayer, setUnits } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { shapedLayers } from '../../../src/experiment/widths.ts';
import { NetworkPanel } from '../../../src/panels/network/NetworkPanel.tsx';
import { offersFor } from '../../../src/panels/network/offers.ts';
import { useView } from '../../../src/state/view.ts';
import { say, type Language } from '../../../src/text.ts';
import type { Weights } from '../../../src/worker/frame.ts';
import { fetchParts } from '../../../src/part.ts';

const run = vi.hoisted(() => ({ frame: null as unknown }));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => run.frame,
  useViews: () => ({}),
  useShows: () => undefined,
}));
const experiment = vi.hoisted(() => ({
  design: null as unknown,
  edit: vi.fn<(patch: Patch, options?: object) => void>(),
}));
vi.mock('../../../src/state/experiment.ts', async () => {
  const { patching } = await import('../stage.ts');
  return {
    useDesign: () => experiment.design,
    edit: patching(experiment.edit, () => experiment.design as Design),
  };
});

const grown: Design = apply(opening, addLayer(opening));
const offers = offersFor([4]);
const passing: readonly LayerType[] = [...offers.usual, ...offers.more].filter((type) => type !== 'Dense');
const LANGUAGES: readonly Language[] = ['en', 'ko'];

/** What the worker sends of a layer: its first two weights. */
const weightsOf = (design: Design): readonly Weights[] =>
  shapedLayers(design).map(({ spec, inputs, units }) => {
    if (spec.type === 'BatchNormalization')
      return { kernel: new Float32Array(units).fill(1), bias: new Float32Array(units) };
    const size = spec.type === 'Dense' ? inputs * units : 0;
    const biased = spec.type === 'Dense' && spec.use_bias !== false;
    return { kernel: new Float32Array(size).fill(0.5), bias: new Float32Array(biased ? units : 0) };
  });

const show = (design: Design) => {
  experiment.design = design;
  run.frame = { weights: weightsOf(design), playing: false, phase: null, position: { step: 1 } };
  return render(<NetworkPanel />);
};
const withLayer = (type: LayerType): Design => apply(grown, addLayer(grown, 1, type));
const patched = (): Design => apply(experiment.design as Design, experiment.edit.mock.lastCall?.[0] ?? {});
/** A browser tells a popover that it opens; happy-dom does not. */
const open = (dialog: HTMLElement) => {
  fireEvent(dialog, Object.assign(new Event('beforetoggle'), { newState: 'open' }));
  return within(dialog);
};
const settings = (name: RegExp) => open(screen.getByRole('dialog', { name }));
const changed = (id: number): LayerSpec | undefined =>
  patched().model.layers.find((layer) => layer.id === id);

beforeAll(() => fetchParts());
beforeEach(() => {
  vi.clearAllMocks();
  useView.setState(useView.getInitialState(), true);
});
afterEach(cleanup);

test('the + between two columns offers every layer that fits, with its words and its line, in both languages', () => {
  for (const language of LANGUAGES) {
    useView.setState({ language });
    show(grown);
    const [menu] = screen.getAllByRole('menu', { name: /before layer 2|2번째 층 앞에/ });
    if (!menu) throw new Error('There is no list of layers.');
    fireEvent.click(within(menu).getByRole('menuitem', { name: language === 'en' ? 'More' : '더 보기' }));
    for (const type of [...offers.usual, ...offers.more]) {
      const { words, line } = definitionOf(layers[type].create(1));
      const item = within(menu).getByRole('menuitem', {
        name: (name) => name.startsWith(say(words, language)) && name.includes(say(line, language)),
      });
      fireEvent.click(item);
      expect(experiment.edit.mock.lastCall).toEqual([
        addLayer(grown, 1, type),
        { deed: { kind: 'layer', at: 1 } },
      ]);
    }
    cleanup();
  }
});

test('each such layer stands in the drawing under its Keras name, with as many tiles as it passes on', () => {
  for (const type of passing) {
    for (const language of LANGUAGES) {
      useView.setState({ language });
      show(withLayer(type));
      const where = language === 'en' ? 'Layer 2' : '2층';
      const head = screen.getByRole('button', {
        name: new RegExp(language === 'en' ? `^Move ${type}, layer 2 ` : `^${type} 옮기기, .* 2번째`),
      });
      expect(head.textContent).toBe(type);
      expect(screen.getAllByRole('button', { name: new RegExp(`^${where}.*(value|값) h⁽²⁾`) })).toHaveLength(
        4,
      );
      expect(screen.getAllByRole('button', { name: new RegExp(`^${where}: ${type}`) })).toHaveLength(1);
      expect(
        screen.getAllByRole('button', { name: /^(Hidden 1|은닉층 1).*(neuron|뉴런) h⁽¹⁾/ }),
      ).toHaveLength(4);
      cleanup();
    }
  }
});

test('it has no count to change, and can be taken out again', () => {
  for (const type of passing) {
    const design = withLayer(type);
    show(design);
    expect(screen.queryByRole('button', { name: /units in Layer 2/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^Remove Layer 2/ }));
    expect(patched().model.layers).toEqual(grown.model.layers);
    cleanup();
  }
});

test('shape and parameters are those of model.summary(): a BatchNormalization of four has 16, a Dropout none', () => {
  // keras.Sequential([Input((2,)), Dense(4), BatchNormalization(), Dense(1)]).summary(), Keras 3.15: 12, 16, 5.
  const normalised = show(withLayer('BatchNormalization'));
  for (const words of ['33 parameters', '12 params', '16 params', '5 params'])
    expect(normalised.container.textContent).toContain(words);
  cleanup();
  expect(show(withLayer('Dropout')).container.textContent).toContain('(None, 4)0 params');
});

test('a weight that was selected before a layer came in its place lists nothing and breaks nothing', () => {
  for (const type of passing) {
    useView.setState({ selected: { kind: 'weight', layer: 1, at: 3 } });
    show(withLayer(type));
    expect(screen.queryByRole('region', { name: /Into/ })).toBeNull();
    cleanup();
  }
});

test('arrow keys go from a neuron to the value that comes of it, and on to the output', () => {
  show(withLayer('Dropout'));
  const second = screen.getByRole('button', { name: /neuron h⁽¹⁾₂/ });
  second.focus();
  fireEvent.keyDown(second, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/value h⁽²⁾₂/);
  fireEvent.keyDown(document.activeElement ?? second, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/neuron ŷ/);
});

test('eight layers and 64 units of every kind can stand at once', () => {
  const wide = apply(grown, setUnits(grown, 2, 64));
  const full = passing.reduce(
    (design, type, index) => apply(design, addLayer(design, 1 + index, type)),
    wide,
  );
  expect(full.model.layers).toHaveLength(8);
  show(full);
  expect(screen.getAllByRole('button', { name: /value h/ })).toHaveLength(64 * passing.length);
});

test('the chip of a Dropout opens its rate, which keeps the weights', () => {
  show(withLayer('Dropout'));
  const inside = settings(/Layer 2: Dropout, settings/);
  expect(inside.getByText('A change keeps the weights.')).toBeTruthy();
  fireEvent.keyDown(inside.getByRole('textbox', { name: 'rate' }), { key: 'ArrowUp' });
  expect(changed(3)).toMatchObject({ type: 'Dropout', rate: 0.6 });
});

test('the settings of a BatchNormalization are its fields under their Keras names', () => {
  show(withLayer('BatchNormalization'));
  const inside = settings(/BatchNormalization, settings/);
  for (const name of ['momentum', 'epsilon']) expect(inside.getByRole('textbox', { name })).toBeTruthy();
  for (const name of ['center', 'scale', 'trainable']) {
    expect(inside.getByRole<HTMLInputElement>('switch', { name }).checked).toBe(true);
  }
  fireEvent.click(inside.getByRole('switch', { name: 'center' }));
  expect(changed(3)).toMatchObject({ center: false });
});

test('a Dense sets units, bias, initializers and regularizer there; each that starts over says so', () => {
  show(grown);
  const inside = settings(/Hidden 1: Dense, settings/);
  expect(inside.getAllByText('starts over')).toHaveLength(4);
  fireEvent.change(inside.getByRole('combobox', { name: 'kernel_initializer' }), {
    target: { value: 'he_normal' },
  });
  expect(changed(2)).toMatchObject({ kernel_initializer: 'he_normal' });
  fireEvent.change(inside.getByRole('combobox', { name: 'kernel_regularizer' }), { target: { value: 'L2' } });
  expect(changed(2)).toMatchObject({ kernel_regularizer: { type: 'L2' } });
  fireEvent.click(inside.getByRole('switch', { name: 'use_bias' }));
  expect(changed(2)).toMatchObject({ use_bias: false });
  fireEvent.keyDown(inside.getByRole('textbox', { name: 'units' }), { key: 'ArrowUp' });
  expect(changed(2)).toMatchObject({ units: 5 });
});

test('an initializer with settings of its own shows them, in both languages', () => {
  for (const language of LANGUAGES) {
    useView.setState({ language });
    const { model } = grown;
    const [hidden, ...others] = model.layers;
    const told = { ...hidden, kernel_initializer: 'random_normal', kernel_regularizer: { type: 'L1L2' } };
    show({ ...grown, model: { layers: [told as LayerSpec, ...others] } });
    const inside = settings(/(Hidden 1|은닉층 1): Dense.*(settings|설정)/);
    for (const name of ['mean', 'stddev', 'l1', 'l2']) {
      expect(inside.getByRole('textbox', { name })).toBeTruthy();
    }
    fireEvent.keyDown(inside.getByRole('textbox', { name: 'stddev' }), { key: 'ArrowUp' });
    expect(changed(2)).toMatchObject({
      kernel_initializer: { type: 'random_normal', settings: { stddev: expect.closeTo(0.06, 9) } },
    });
    fireEvent.keyDown(inside.getByRole('textbox', { name: 'l1' }), { key: 'ArrowUp' });
    expect(changed(2)).toMatchObject({ kernel_regularizer: { type: 'L1L2', l1: 0.001 } });
    cleanup();
  }
});

test('the list of activations leads to the settings at its end', () => {
  show(grown);
  const [menu] = screen.getAllByRole('menu', { name: /^Hidden 1: Dense tanh/ });
  if (!menu) throw new Error('There is no list of activations.');
  const items = within(menu).getAllByRole('menuitem');
  expect(items.at(-1)?.textContent).toBe('Settings');
});

test('a frozen layer says so in words, at each tile and below', () => {
  for (const [language, below, tile] of [
    ['en', '12 frozen', 'frozen'],
    ['ko', '12개 고정', '고정'],
  ] as const) {
    useView.setState({ language });
    const field = definitionOf(layers.Dense.create(1)).fields.find(({ name }) => name === 'trainable');
    if (!field) throw new Error('Dense has lost its trainable.');
    const { container } = show(apply(grown, setLayer(grown, 2, field, false)));
    expect(container.textContent).toContain(below);
    const tiles = screen.getAllByRole('button', { name: new RegExp(`(neuron|뉴런) h.*${tile}$`) });
    expect(tiles).toHaveLength(4);
    cleanup();
  }
});
