// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fetchParts } from '../../../src/part.ts';
import type { Problem } from '../../../src/experiment/check.ts';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { learnByRule, trainBuilt } from '../../../src/experiment/moves.ts';
import { demos } from '../../../src/experiment/demos.ts';
import { Header } from '../../../src/panels/header/Header.tsx';
import { summariesOf } from '../../../src/panels/header/summaries.ts';
import { useView } from '../../../src/state/view.ts';
import { after, design, frameOf, hidden } from '../sentence/scenes.ts';

const state = vi.hoisted(() => ({
  undo: vi.fn<() => void>(),
  redo: vi.fn<() => void>(),
  edit: vi.fn<(patch: Patch, options?: unknown) => void>(),
  canUndo: true,
  problems: [] as Pick<Problem, 'where'>[],
}));
vi.mock('../../../src/state/experiment.ts', async () => {
  const scenes = await import('../sentence/scenes.ts');
  return {
    ...state,
    useDesign: () => scenes.design(),
    useCanUndo: () => state.canUndo,
    useCanRedo: () => false,
  };
});
vi.mock('../../../src/state/told.ts', async () => {
  const scenes = await import('../sentence/scenes.ts');
  return { useTold: () => scenes.frameOf(scenes.after(96)) };
});
vi.mock('../../../src/state/run.ts', () => ({
  useProblems: () => state.problems,
  newRun: vi.fn<() => void>(),
}));
vi.mock('../../../src/state/share.ts', () => ({
  copyLink: () => Promise.resolve({ en: 'Link copied.', ko: '링크를 복사했습니다.' }),
}));

beforeAll(() => fetchParts());
beforeEach(() => {
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

test('arrow keys, Home and End walk through the stages; only the one that is on is in the tab order', () => {
  render(<Header />);
  const tabs = screen.getAllByRole('tab');
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  tabs[0]?.focus();
  press('ArrowRight');
  expect(useView.getState().stage).toBe('compile');
  expect(document.activeElement).toBe(tabs[1]);
  expect(tabs.map((tab) => tab.tabIndex)).toEqual([-1, 0, -1, -1]);
  press('End');
  expect(useView.getState().stage).toBe('evaluate');
  press('ArrowRight');
  expect(useView.getState().stage).toBe('design');
  press('ArrowLeft');
  expect(useView.getState().stage).toBe('evaluate');
  press('Home');
  expect(document.activeElement).toBe(tabs[0]);
});

test('each stage says in short how it stands', () => {
  render(<Header />);
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
    '1Design2-1',
    '2CompileSGD 0.5',
    '3Fitepoch 96',
    '4Evaluate',
  ]);
});

test('a network built by hand was not fitted, and accuracy stands where there are validation points', () => {
  expect(summariesOf(demos['hand-xor'], frameOf(), false).fit?.en).toBe('by hand');
  const trained = design(trainBuilt(demos['hand-xor']), learnByRule(design()));
  expect(summariesOf(trained, frameOf(after(3)), false).fit?.ko).toBe('에포크 3');
  expect(summariesOf(trained, frameOf(after(5_137_244)), false).fit?.en).toBe('epoch 5,137,244');
  const reading = { ...frameOf().reading, valRight: 30, valRows: 32 };
  const evaluated = (secret: boolean) =>
    summariesOf(design(hidden([4])), frameOf(after(9, { reading })), secret).evaluate?.en;
  expect(evaluated(false)).toBe('93.8 %');
  expect(evaluated(true)).toBe('?');
});

test('the language changes at once', () => {
  render(<Header />);
  fireEvent.click(screen.getByRole('button', { name: '한국어' }));
  expect(screen.getByRole('tab', { name: /구조 설계/ })).toBeTruthy();
});

test('copying the link says what came of it', async () => {
  render(<Header />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText('Link copied.')).toBeTruthy();
});

test('undo is offered where there is something to undo', () => {
  render(<Header />);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(state.undo).toHaveBeenCalledOnce();
  expect(screen.getByRole('button', { name: 'Redo' })).toHaveProperty('disabled', true);
});

test('the menu switches large text, theme, predictions and letters', () => {
  render(<Header />);
  const choose = (name: RegExp) => fireEvent.click(screen.getByText(name));
  choose(/^Large text/);
  choose(/^Dark theme/);
  choose(/^Hide predictions/);
  choose(/^Turn single-letter keys off/);
  expect(useView.getState()).toMatchObject({
    largeText: true,
    theme: 'dark',
    predictionsHidden: true,
    singleKeys: false,
  });
});

test('Compile carries a mark while something about layers or compile does not fit', () => {
  const { unmount } = render(<Header />);
  expect(screen.queryByRole('img', { name: 'something does not fit' })).toBeNull();
  unmount();
  state.problems = [{ where: { part: 'layer', id: 1 } }];
  render(<Header />);
  expect(screen.getByRole('tab', { name: /Compile.*something does not fit/ })).toBeTruthy();
  cleanup();
  state.problems = [{ where: { part: 'data' } }];
  render(<Header />);
  expect(screen.queryByRole('img', { name: 'something does not fit' })).toBeNull();
  state.problems = [];
});
