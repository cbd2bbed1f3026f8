import { expect, test } from 'vitest';
import { apply } from '../../../src/experiment/apply.ts';
import { check } from '../../../src/experiment/check.ts';
import type { Design } from '../../../src/experiment/experiment.ts';
import { chooseSet } from '../../../src/experiment/moves.ts';
import { moveLayer } from '../../../src/experiment/order.ts';
import { story } from '../../../src/panels/sentence/story.ts';
import { design, playing, situation, told } from './scenes.ts';

/** Conv2D 1, MaxPooling2D 2, Conv2D 3, MaxPooling2D 4, Flatten 5, Dense 6. */
const digits: Design = design(chooseSet(design(), 'digits'));
const moved = (id: number, to: number): Design => apply(digits, moveLayer(digits, id, to) ?? {});

test('a layer that went elsewhere is told by its new place, once it is there', () => {
  const deed = { kind: 'moved', id: 1, from: 0 } as const;
  expect(told(situation({ design: moved(1, 2), deed, since: 0, frame: {} }))).toEqual([
    'Conv2D is layer 3 of 6 now. Learning starts over. Press play.',
    'Conv2D는 이제 층 6개 중 3번째다. 학습은 처음부터다. 재생을 눌러 보세요.',
  ]);
  expect(told(situation({ design: moved(1, 2), deed, since: 0, frame: playing(0) }))[0]).toBe(
    'Conv2D is layer 3 of 6 now. Learning starts over.',
  );
  expect(told(situation({ design: digits, deed, since: 0, frame: {} }))[0]).toMatch(
    /^The network 8 · 16 · 10/,
  );
});

test('what would not take what comes is told with the fix, in Keras’s words on demand, until something else is done', () => {
  const behind = moved(3, 4);
  const [problem] = check(behind);
  if (!problem) throw new Error('There was to be a problem.');
  const now = situation({ design: digits, deed: { kind: 'misfit', problem }, since: 0, frame: {} });
  expect(told(now)).toEqual([
    'Conv2D takes pictures: rows, columns, channels. What arrives has the shape (None, 392). So nothing was changed.',
    'Conv2D에는 행, 열, 채널이 있는 이미지가 들어와야 한다. 지금 들어오는 형태는 (None, 392)이다. 그래서 바꾸지 않았다.',
  ]);
  const { buttons, more, event } = story(now);
  expect(buttons).toEqual([
    {
      words: { en: 'Put Flatten behind Conv2D', ko: 'Flatten을 Conv2D 뒤로' },
      act: 'fix',
      patch: problem.fix?.patch,
      solid: true,
    },
  ]);
  expect([more?.en, event]).toEqual([expect.stringMatching(/^Keras: .*found ndim=2/), true]);
  expect(told({ ...now, since: 1 })[0]).not.toMatch(/Conv2D takes/);
});
