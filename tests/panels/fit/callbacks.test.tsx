// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { callbackNames, callbacks, type CallbackSpec } from '../../../src/engine/callbacks/index.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { FitPanel } from '../../../src/panels/fit/FitPanel.tsx';
import type { SavedAsset } from '../../../src/state/assets.ts';
import { useNotice } from '../../../src/state/notice.ts';
import { useShelf } from '../../../src/state/saved.ts';
import { look } from '../../../src/state/view.ts';
import type { Language } from '../../../src/text.ts';
import type { CallbacksReading } from '../../../src/worker/frame.ts';
import { fetchParts } from '../../../src/part.ts';
import { stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => ({ ...(await original<object>()), edit }));

beforeAll(() => fetchParts());
beforeEach(() => edit.mockClear());
afterEach(cleanup);

const NONE: CallbacksReading = { files: [], patience: null, log: [] };
const position = { step: 42, epoch: 42, cursor: 0, batch: 0, phase: 0 };
const moons = chooseSet(opening, 'moons');
const show = (
  specs: readonly CallbackSpec[],
  reading: Partial<CallbacksReading> = {},
  playing = false,
  language: Language = 'en',
) => {
  stage(
    { ...moons, fit: { ...moons.fit, callbacks: specs } },
    {
      run: 1,
      position,
      playing,
      callbacks: { ...NONE, ...reading },
    },
  );
  look({ language });
  return render(<FitPanel />);
};
const part = (name: string) => within(screen.getByRole('region', { name }));
const toggled = () => edit.mock.calls.at(-1)?.[0].fit?.callbacks;

test('every callback is a switch under its name, and off it shows nothing more', () => {
  show([]);
  for (const name of callbackNames) {
    const own = part(name);
    expect(own.getByRole<HTMLInputElement>('switch', { name }).checked).toBe(false);
    expect(own.queryAllByRole('textbox')).toHaveLength(0);
    fireEvent.click(own.getByRole('switch', { name }));
    expect(toggled()?.map(({ type }) => type)).toEqual([name]);
  }
});

test('on, every setting has its control under its Keras name, the unusual ones under "more"', () => {
  for (const type of callbackNames) {
    const first: CallbackSpec =
      type === 'ModelCheckpoint'
        ? { type, filepath: 'a.keras' }
        : type === 'LearningRateScheduler'
          ? { type, schedule: { start: 10, every: 1, factor: 0.9 } }
          : { type };
    const { unmount } = show([first]);
    const own = part(type);
    const more = within(screen.getByLabelText(`More settings of ${type}`).closest('details')!);
    for (const field of callbacks[type].fields) {
      const role =
        field.kind === 'switch'
          ? 'switch'
          : field.kind === 'monitor' || field.kind === 'choice'
            ? 'combobox'
            : 'textbox';
      const control = { name: field.name, hidden: true };
      expect(own.getByRole(role, control), `${type} ${field.name}`).toBeTruthy();
      expect(more.queryByRole(role, control) !== null, `${type} ${field.name}`).toBe(field.more === true);
    }
    unmount();
  }
});

test('the course’s own settings stand first: monitor, patience, restore_best_weights', () => {
  show([{ type: 'EarlyStopping', patience: 30 }]);
  const own = part('EarlyStopping');
  expect(own.getByRole<HTMLSelectElement>('combobox', { name: 'monitor' }).value).toBe('val_loss');
  expect(
    [...own.getByRole('combobox', { name: 'monitor' }).querySelectorAll('option')].map(({ value }) => value),
  ).toEqual(['loss', 'accuracy', 'val_loss', 'val_accuracy']);
  fireEvent.change(own.getByRole('combobox', { name: 'monitor' }), { target: { value: 'val_accuracy' } });
  expect(toggled()).toEqual([{ type: 'EarlyStopping', patience: 30, monitor: 'val_accuracy' }]);
  fireEvent.click(own.getByRole('switch', { name: 'restore_best_weights' }));
  expect(toggled()).toEqual([{ type: 'EarlyStopping', patience: 30, restore_best_weights: true }]);
  const patience = own.getByRole('textbox', { name: 'patience' });
  fireEvent.change(patience, { target: { value: '0' } });
  fireEvent.keyDown(patience, { key: 'Enter' });
  expect(toggled()).toEqual([{ type: 'EarlyStopping' }]);
});

test('a file name is taken with Enter; an empty, a broken or an endless one is refused with a sentence', () => {
  show([{ type: 'ModelCheckpoint', filepath: 'a.keras' }]);
  const input = screen.getByRole('textbox', { name: 'filepath' });
  const type = (value: string) => {
    fireEvent.change(input, { target: { value } });
    fireEvent.keyDown(input, { key: 'Enter' });
  };
  for (const [typed, why] of [
    ['', 'filepath cannot be empty.'],
    ['a\u0000.keras', 'filepath can only have letters that show: no line breaks or control characters.'],
    ['a'.repeat(121), 'filepath can have at most 120 letters.'],
  ] as const) {
    type(typed);
    expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toBe(why);
  }
  expect(edit).not.toHaveBeenCalled();
  type('dm_{epoch:02d}.keras');
  expect(toggled()).toEqual([{ type: 'ModelCheckpoint', filepath: 'dm_{epoch:02d}.keras' }]);
  fireEvent.change(input, { target: { value: '' } });
  fireEvent.blur(input);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'filepath' }).value).toBe('a.keras');
});

test('what a course wrote for Keras 2 is explained, and one click mends it', () => {
  show([{ type: 'ModelCheckpoint', filepath: 'dm_{epoch:02d}.hdf5' }]);
  expect(screen.getByText('Taken here; Keras 3 refuses it')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Write .keras' }));
  expect(toggled()).toEqual([{ type: 'ModelCheckpoint', filepath: 'dm_{epoch:02d}.keras' }]);
});

test('the function of LearningRateScheduler is three numbers', () => {
  show([{ type: 'LearningRateScheduler', schedule: { start: 10, every: 1, factor: 0.9 } }]);
  const every = screen.getByRole('textbox', { name: 'every' });
  fireEvent.change(every, { target: { value: '0' } });
  fireEvent.keyDown(every, { key: 'Enter' });
  expect(edit).not.toHaveBeenCalled();
  fireEvent.change(every, { target: { value: '5' } });
  fireEvent.keyDown(every, { key: 'Enter' });
  expect(toggled()).toEqual([
    { type: 'LearningRateScheduler', schedule: { start: 10, every: 5, factor: 0.9 } },
  ]);
});

const waiting = {
  monitor: 'val_loss',
  waited: 24,
  patience: 30,
  best: { epoch: 18, value: 0.287 },
  restores: true,
};

test('patience is a bar of one piece an epoch, and how many are left is said, in both languages', () => {
  const spec = { type: 'EarlyStopping', patience: 30 } as const;
  const { container, unmount } = show([spec], { patience: waiting });
  expect(screen.getByText('6 left').parentElement?.textContent).toBe(
    '24 epochs without a better val_loss, 6 left',
  );
  const bar = container.querySelector('[aria-hidden] > span')?.parentElement;
  expect(bar?.children).toHaveLength(30);
  expect([...bar!.children].filter(({ className }) => className !== '')).toHaveLength(24);
  unmount();
  show([spec], { patience: { ...waiting, waited: 1 } }, false, 'ko');
  expect(screen.getByText('남은 횟수 29').parentElement?.textContent).toBe(
    '1에포크 동안 val_loss 개선 없음, 남은 횟수 29',
  );
});

test('before the first epoch there is nothing to wait for yet', () => {
  show([{ type: 'EarlyStopping', patience: 3 }], {
    patience: { ...waiting, waited: 0, patience: 3, best: null },
  });
  expect(screen.getByText(/The first epoch will be the best so far/)).toBeTruthy();
});

const unfold = async (name: string) => {
  const details = screen.getByText(name, { selector: 'summary' }).closest('details')!;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByRole('button', { name: 'Copy' });
};

test('the log stands there in Keras’s lines, is silent while it plays, and can be copied', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const log = ['Epoch 1/60', '4/4 - accuracy: 0.8125 - loss: 0.4321'];
  show([], { log }, true);
  expect(screen.queryByRole('log')).toBeNull();
  await unfold('Log');
  const lines = screen.getByRole('log', { name: 'Log' });
  expect(lines.textContent).toBe(log.join('\n'));
  expect(lines.getAttribute('aria-live')).toBe('off');
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(writeText).toHaveBeenCalledWith(log.join('\n'));
  await vi.waitFor(() => expect(useNotice.getState().notice?.text.en).toBe('Log copied.'));
  vi.unstubAllGlobals();
});

test('at rest the log speaks, and empty it says so', async () => {
  const { unmount } = show([], { log: ['Epoch 1/60'] });
  await unfold('Log');
  expect(screen.getByRole('log').getAttribute('aria-live')).toBe('polite');
  unmount();
  show([]);
  await unfold('Log');
  expect(screen.getByText(/Nothing yet/)).toBeTruthy();
});

test('each class has its weight under "more", and 1 for all of them is nothing', () => {
  show([]);
  const own = within(screen.getByLabelText('More settings of fit').closest('details')!);
  const fields = own.getAllByRole('textbox', { hidden: true });
  expect(fields.map((field) => field.getAttribute('aria-label'))).toEqual([
    'class_weight, class 0',
    'class_weight, class 1',
  ]);
  const type = (value: string) => {
    fireEvent.change(fields[1]!, { target: { value } });
    fireEvent.keyDown(fields[1]!, { key: 'Enter' });
  };
  type('-1');
  type('1001');
  expect(edit).not.toHaveBeenCalled();
  type('2.5');
  expect(edit.mock.calls[0]?.[0]).toEqual({ fit: { class_weight: [1, 2.5] } });
});

test('answers that are numbers have no class weights', () => {
  const line = chooseSet(opening, 'line');
  stage(line, { position, callbacks: NONE });
  render(<FitPanel />);
  expect(screen.queryByLabelText('More settings of fit')).toBeNull();
});

test('the models of this run come before those of others; each can be opened and deleted by its name', () => {
  const asset = { epoch: 18, step: 18, weightsOnly: false } as SavedAsset;
  const models = [
    { key: 'a', run: 1, asset: { ...asset, name: 'dm_18.keras' } },
    { key: 'b', run: null, asset: { ...asset, name: 'old.weights.h5', weightsOnly: true } },
  ];
  const gone = { c: { gone: 'room', at: 0 }, d: { gone: 'deleted', at: 0 } } as const;
  useShelf.setState({ models, gone });
  const of = { epoch: 18, step: 18, edits: 0, checksum: 1 };
  const file = { ...of, name: 'dm_18.keras', weightsOnly: false, best: true };
  show([], { files: [file] });
  const list = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem');
  expect(list('Saved models').map(({ textContent }) => textContent)).toEqual([
    'dm_18.kerasepoch 18 · bestOpenDelete',
  ]);
  expect(list('From other runs').map(({ textContent }) => textContent)).toEqual([
    'old.weights.h5epoch 18 · weights onlyOpenDelete',
  ]);
  expect(screen.getByText('The newest 50 are kept here; 1 older were let go.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Delete dm_18.keras' }));
  expect(screen.queryByText('dm_18.keras')).toBeNull();
  expect(screen.getByRole('button', { name: 'Open old.weights.h5' })).toBeTruthy();
  useShelf.setState({ models: [], gone: {} });
});

test('of many models the best and the newest are shown, and the others unfold', () => {
  const at = (epoch: number): SavedAsset =>
    ({ name: `dm_${epoch}.keras`, epoch, step: epoch, weightsOnly: false }) as SavedAsset;
  const kept = (run: number | null, epoch: number) => ({ key: `${run} ${epoch}`, run, asset: at(epoch) });
  const models = [9, 8, 7, 6, 5, 4].map((epoch) => kept(1, epoch));
  useShelf.setState({ models: [...models, kept(null, 3), kept(null, 2)], gone: {} });
  const best = {
    name: 'dm_5.keras',
    epoch: 5,
    step: 5,
    edits: 0,
    checksum: 1,
    weightsOnly: false,
    best: true,
  };
  show([], { files: [best] });
  const list = (name: string) =>
    within(screen.getByRole('list', { name }))
      .getAllByRole('listitem')
      .map(({ firstChild }) => firstChild?.textContent);
  expect(list('Saved models')).toEqual(['dm_9.keras', 'dm_8.keras', 'dm_5.keras']);
  expect(list('From other runs')).toEqual(['dm_3.keras']);
  const more = screen.getByRole('button', { name: 'Saved models: 3 more' });
  expect([more.textContent, more.getAttribute('aria-expanded')]).toEqual(['3 more', 'false']);
  fireEvent.click(more);
  expect(list('Saved models')).toEqual(models.map(({ asset }) => asset.name));
  fireEvent.click(screen.getByRole('button', { name: 'Saved models: fewer' }));
  expect(list('Saved models')).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: 'From other runs: 1 more' }));
  expect(list('From other runs')).toEqual(['dm_3.keras', 'dm_2.keras']);
  useShelf.setState({ models: [], gone: {} });
});
