import { renderHook } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { designAt } from '../../../src/experiment/apply.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import { useSituation } from '../../../src/panels/sentence/useSituation.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import type { Frame, Probe, StepSize } from '../../../src/worker/frame.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { advance } from '../../../src/worker/run.ts';
import { back, seek } from '../../../src/worker/seek.ts';
import { started } from '../../worker/runs.ts';

/** What is on the page, and the probes that were asked for. */
const now = vi.hoisted(() => ({
  frame: null as Frame | null,
  design: null as unknown,
  asked: [] as (Probe | null)[],
}));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useProblems: () => [],
  useShows: (probe: Probe | null) => now.asked.push(probe),
}));
vi.mock('../../../src/state/told.ts', () => ({ useTold: () => now.frame }));
vi.mock('../../../src/state/experiment.ts', () => ({ useDesign: () => now.design }));

/** A real run on the page: the sentence is told after each step, with the probes that it asks for. */
export const watch = (experiment: Experiment, change: Partial<Frame> = {}) => {
  const run = started(experiment);
  now.design = designAt(experiment, 0);
  const look = () => {
    const probes = now.asked.filter((probe) => probe !== null);
    now.asked = [];
    now.frame = { ...frameOf(run, probes, createBuffers(), false, 0), ...change };
  };
  now.asked = [];
  look();
  const shown = renderHook(() => useSituation());
  const tell = () => {
    look();
    shown.rerender();
    const { so, todo, more } = story(shown.result.current);
    return {
      en: [so.en, todo?.en, ...(more?.en.split('\n') ?? [])].filter((line) => line !== undefined),
      ko: [so.ko, todo?.ko, ...(more?.ko.split('\n') ?? [])].filter((line) => line !== undefined),
    };
  };
  tell();
  return {
    step: (size: StepSize = 'phase') => {
      expect(advance(run, size)).toBe(true);
      return tell();
    },
    back: (size: StepSize = 'phase') => {
      back(run, size);
      return tell();
    },
    seek: (step: number) => {
      seek(run, step);
      return tell();
    },
    tell,
  };
};

export { now };
