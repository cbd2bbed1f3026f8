// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { designAt } from '../../../src/experiment/apply.ts';
import { demos } from '../../../src/experiment/demos.ts';
import { noteDeed } from '../../../src/state/deed.ts';
import { useView } from '../../../src/state/view.ts';
import { AND, B_LATER, C_LATER, XOR } from './frames.ts';
import { now, watch } from './watch.ts';

beforeEach(() => {
  useView.setState({ ...useView.getInitialState(), stepSize: 'phase' });
  noteDeed({ kind: 'opened' });
});
afterEach(cleanup);

describe.each([
  ['b11 and b12: one perceptron on AND', AND, B_LATER],
  ['c13: 2-2-1 on XOR', XOR, C_LATER],
])('%s', (_name, experiment, moments) => {
  const NEWS = /has turned negative|학습은 계속된다|음수로 바뀌었다|goes on/;
  const last = Math.max(...Object.keys(moments).map(Number)) + 3;
  type Page = ReturnType<typeof watch>;

  /** What is told at the boundaries that are come by, and at which of them there is news. */
  const listen = (move: () => ReturnType<Page['tell']>) => {
    const told: Record<number, unknown> = {};
    const news: number[] = [];
    for (;;) {
      const { en, ko } = move();
      const { step, phase } = now.frame!.position;
      if (phase === 0 && step in moments) told[step] = { en: en.slice(0, 2), ko: ko.slice(0, 2) };
      if (NEWS.test([...en, ...ko].join(' '))) news.push(step);
      if (phase === 0 && (step === last || step === 2)) return { told, news };
    }
  };

  test.each(['phase', 'batch', 'epoch'] as const)('is told by %s, forwards and on the way back', (size) => {
    useView.setState({ stepSize: size });
    // By phases the update is watched, and how far it moved the weight is known.
    const expected: unknown = JSON.parse(
      size === 'phase'
        ? JSON.stringify(moments).replace(/(moves right|오른쪽으로 간다)\./g, '$1: 0.911 → 0.920.')
        : JSON.stringify(moments),
    );
    const page = watch(experiment);
    while (now.frame!.position.step < 2) page.step(size);
    const ahead = listen(() => page.step(size));
    expect(ahead.told).toEqual(expected);
    const steps = Object.keys(moments).map(Number);
    expect(ahead.news).toEqual(steps);
    const behind = listen(() => page.back(size));
    expect(behind.told).toEqual(expected);
    expect(behind.news).toEqual(steps.toReversed());
  });

  test('is told where a moment is sought from far ahead, and not while it plays fast', () => {
    useView.setState({ stepSize: 'epoch' });
    const page = watch(experiment);
    for (let count = 0; count < 300; count++) page.step('batch');
    const steps = Object.keys(moments).map(Number);
    const told = steps.map((step) => {
      const { en, ko } = page.seek(step);
      return [step, { en: en.slice(0, 2), ko: ko.slice(0, 2) }];
    });
    expect(Object.fromEntries(told)).toEqual(moments);
    cleanup();
    useView.setState({ speed: 30 });
    const fast = watch(experiment, { playing: true });
    const said = Array.from({ length: last }, () => fast.step('batch').en.join(' '));
    expect(said.filter((words) => NEWS.test(words))).toEqual([]);
  });
});

test.each([
  ['one-and', AND],
  ['two-xor', XOR],
] as const)('#demo=%s opens what is told here', (name, experiment) => {
  expect(designAt(demos[name], 0)).toEqual(designAt(experiment, 0));
});
