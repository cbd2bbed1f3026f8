// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../src/App.tsx';
import { Trouble } from '../src/panels/trouble/Trouble.tsx';
import type { Patch } from '../src/experiment/experiment.ts';
import { tell } from '../src/state/notice.ts';
import { useView } from '../src/state/view.ts';
import { fetchParts } from '../src/part.ts';

const state = vi.hoisted(() => ({
  planes: 'neuron',
  toggle: vi.fn<() => void>(),
  stepBy: vi.fn<(way: 'forward' | 'back', larger: boolean) => void>(),
  edit: vi.fn<(patch: Patch, options?: unknown) => void>(),
  broken: false,
}));
vi.mock('../src/state/experiment.ts', async () => {
  const scenes = await import('./panels/sentence/scenes.ts');
  const { patching } = await import('./panels/stage.ts');
  return {
    useDesign: () => scenes.design(scenes.hidden([4])),
    useCanUndo: () => false,
    useCanRedo: () => false,
    undo: vi.fn<() => void>(),
    redo: vi.fn<() => void>(),
    edit: patching(state.edit, () => scenes.design(scenes.hidden([4]))),
  };
});
vi.mock('../src/state/run.ts', () => ({
  useFrame: () => null,
  useProblems: () => [],
  newRun: vi.fn<() => void>(),
  toggle: state.toggle,
  forward: vi.fn<() => void>(),
  stepBy: state.stepBy,
  back: vi.fn<() => void>(),
  reset: vi.fn<() => void>(),
}));
vi.mock('../src/state/share.ts', () => ({ copyLink: vi.fn<() => void>() }));
vi.mock('../src/panels/output/layout.ts', () => ({
  usePlanes: () => state.planes,
  OUTPUT_WIDTH: { neuron: 432, network: 296, both: 604 },
}));
vi.mock('../src/panels/design/DesignPanel.tsx', () => ({ DesignPanel: () => <p>design column</p> }));
vi.mock('../src/panels/compile/CompilePanel.tsx', () => ({ CompilePanel: () => <p>compile column</p> }));
vi.mock('../src/panels/fit/FitPanel.tsx', () => ({ FitPanel: () => <p>fit column</p> }));
vi.mock('../src/panels/evaluate/EvaluatePanel.tsx', () => ({ EvaluatePanel: () => <p>evaluate column</p> }));
vi.mock('../src/panels/evaluate/EvaluateDetail.tsx', () => ({
  EvaluateDetail: () => <p>evaluate detail</p>,
}));
vi.mock('../src/panels/network/NetworkPanel.tsx', () => ({
  NetworkPanel: () => {
    if (state.broken) throw new Error('no tiles');
    return <button type="button">network</button>;
  },
}));
vi.mock('../src/panels/output/OutputPanel.tsx', () => ({ OutputPanel: () => <p>output</p> }));
vi.mock('../src/panels/sentence/Sentence.tsx', () => ({ Sentence: () => <p>sentence</p> }));
vi.mock('../src/panels/strip/Strip.tsx', () => ({ Strip: () => <p>strip</p> }));

beforeAll(() => fetchParts());
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(state, { planes: 'neuron', broken: false });
  useView.setState({ ...useView.getInitialState() });
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: vi.fn<() => void>(),
    removeEventListener: vi.fn<() => void>(),
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a stage changes the left column only, and Evaluate adds its detail', () => {
  render(<App />);
  for (const stage of ['design', 'compile', 'fit', 'evaluate'] as const) {
    act(() => useView.setState({ stage }));
    expect(screen.getByRole('tabpanel').textContent).toBe(`${stage} column`);
    expect(['network', 'output', 'sentence', 'strip'].every((words) => screen.getByText(words))).toBe(true);
    expect(screen.queryAllByText('evaluate detail')).toHaveLength(stage === 'evaluate' ? 1 : 0);
  }
});

test('there is one main heading, one main landmark, and a way to skip to the network', () => {
  render(<App />);
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(screen.getAllByRole('main')).toHaveLength(1);
  fireEvent.click(screen.getByText('Skip to the network'));
  expect(document.activeElement?.contains(screen.getByText('network'))).toBe(true);
  expect(location.hash).toBe('');
});

test('language, theme and large text are set on the document', () => {
  render(<App />);
  act(() => useView.setState({ language: 'ko', theme: 'dark', largeText: true }));
  const page = document.documentElement;
  expect([page.lang, page.dataset.theme, page.hasAttribute('data-large')]).toEqual(['ko', 'dark', true]);
  expect(document.title).toMatch(/신경망/);
});

test('keys reach the whole page, and a focused button keeps Space', () => {
  render(<App />);
  fireEvent.keyDown(document.body, { code: 'Space', key: ' ' });
  expect(state.toggle).toHaveBeenCalledOnce();
  fireEvent.keyDown(screen.getByText('network'), { code: 'Space', key: ' ' });
  expect(state.toggle).toHaveBeenCalledOnce();
  fireEvent.keyDown(document.body, { code: 'Period', key: '>', shiftKey: true });
  expect(state.stepBy).toHaveBeenCalledWith('forward', true);
  fireEvent.keyDown(document.body, { code: 'Digit4', key: '$', shiftKey: true });
  expect(state.edit.mock.calls[0]).toEqual([
    { data: { answers: [0, 1, 1, 0] } },
    { deed: expect.objectContaining({ kind: 'gate' }) },
  ]);
  fireEvent.keyDown(document.body, { code: 'BracketRight', key: ']' });
  expect(state.edit.mock.calls[1]?.[0]).toMatchObject({ model: { layers: [{ units: 5 }, { units: 1 }] } });
});

test('beside a large network the column folds, and another stage unfolds it', () => {
  state.planes = 'both';
  render(<App />);
  expect(screen.getByRole('button', { name: 'Open Design' }).getAttribute('aria-expanded')).toBe('false');
  act(() => useView.setState({ stage: 'fit' }));
  expect(screen.getByRole('button', { name: 'Fold Fit' }).getAttribute('aria-expanded')).toBe('true');
});

test('a notice stands until it is put away, with the one thing to do about it', () => {
  render(<App />);
  const run = vi.fn<() => void>();
  act(() =>
    tell(
      { en: 'The link was cut short.', ko: '링크가 잘렸습니다.' },
      { words: { en: 'Download', ko: '내려받기' }, run },
    ),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Download' }));
  expect(run).toHaveBeenCalledOnce();
  fireEvent.click(screen.getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
  expect(screen.queryByText('The link was cut short.')).toBeNull();
});

test('a page that cannot be drawn says what happened and what to do', () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  state.broken = true;
  render(
    <Trouble>
      <App />
    </Trouble>,
  );
  expect(screen.getByRole('alert').textContent).toContain('no tiles');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Download the experiment' })).toBeTruthy();
  quiet.mockRestore();
});
