import { describe, expect, test } from 'vitest';
import { createBalance } from '../../src/worker/balance.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Frame } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';

/** A machine on which a frame takes the trainer some time, and drawing it then slows the trainer down for a while. */
interface Machine {
  /** Milliseconds that the trainer computes a frame, and that the page draws it. */
  readonly frame: number;
  readonly drawing: number;
  /** What is left of the trainer's speed meanwhile. */
  readonly left: number;
}

/** Trains 20 s of 1 ms goes of 1,000 updates; the page asks at each refresh, 60 a second, one request in flight. */
const play = ({ frame, drawing, left }: Machine): { kept: number; frames: number; longest: number } => {
  const balance = createBalance();
  const refresh = 1000 / 60;
  let [now, updates, frames, longest, shown, asks] = [0, 0, 0, 0, 0, refresh];
  while (now < 20_000) {
    const made = now < shown + drawing && frames > 0 ? 1000 * left : 1000;
    now += 1;
    updates += made;
    balance.trained(made, 1);
    if (now < asks || !balance.allows(now)) continue;
    balance.shown(now);
    longest = Math.max(longest, frames > 0 ? now - shown : 0);
    now += frame;
    frames += 1;
    shown = now;
    asks = (Math.floor(now / refresh) + 1) * refresh;
  }
  return { kept: updates / (1000 * now), frames: frames / (now / 1000), longest };
};

describe('at full speed', () => {
  test.each<Machine>([
    { frame: 0.5, drawing: 0, left: 1 },
    { frame: 1, drawing: 9, left: 0.7 },
    { frame: 4, drawing: 0, left: 1 },
    { frame: 1, drawing: 20, left: 0.9 },
  ])(
    'training keeps nine tenths of its speed where a frame costs it $frame ms, then $left for $drawing ms',
    (machine) => {
      const { kept, frames } = play(machine);
      expect(kept).toBeGreaterThanOrEqual(0.9);
      expect(frames).toBeGreaterThan(15);
    },
  );

  test('frames come at every refresh where they cost little', () => {
    expect(play({ frame: 0.5, drawing: 4, left: 1 }).frames).toBeGreaterThan(55);
  });

  test('a frame that is far too dear still comes within 150 ms and a refresh', () => {
    const { longest } = play({ frame: 5, drawing: 60, left: 0.5 });
    expect(longest).toBeLessThanOrEqual(150 + 5 + 1000 / 60);
  });
});

test('a frame that waits for its turn comes with the training, or at once when a person pauses', async () => {
  // A look at the clock takes half a millisecond.
  const place = manualPlace(0.5);
  const session = createSession(place);
  await session.start(opening);
  await session.pace('epoch', Number.POSITIVE_INFINITY);
  await session.play();
  place.pass(100);
  let came: Frame | null = null;
  const ask = async (): Promise<void> => {
    came = null;
    came = await session.frame([], []);
  };
  const answered = () => new Promise((resolve) => setTimeout(resolve));
  await session.frame([], []);
  // Time in which nothing was trained.
  for (let look = 0; look < 20; look += 1) place.now();
  void ask();
  await answered();
  expect(came).toBeNull();
  place.pass(160);
  await answered();
  expect(came).not.toBeNull();

  for (let look = 0; look < 20; look += 1) place.now();
  void ask();
  await answered();
  expect(came).toBeNull();
  await session.pause();
  await answered();
  expect(came).toMatchObject({ playing: false });
});
