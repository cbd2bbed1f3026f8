import { beforeAll, expect, onTestFinished } from 'vitest';
import { chromium } from './chromium.ts';
import type { Engine, Tab } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** The page in whatever browser: what the tests of the engines read of it and do to it. */

/** Every engine, and how the page's browser names itself there and nowhere else. */
export const engines: readonly {
  readonly name: string;
  readonly start: () => Promise<Engine>;
  readonly agent: RegExp;
}[] = [
  { name: 'Chromium', start: chromium, agent: / HeadlessChrome\/\d/ },
  { name: 'Firefox', start: firefox, agent: / Gecko\/\d+ Firefox\/\d/ },
  {
    name: 'WebKit',
    start: webkit,
    agent: / AppleWebKit\/[\d.]+ \(KHTML, like Gecko\) Version\/[\d.]+ Safari\//,
  },
];

/** Starts an engine for the tests beside the call. The answer opens a tab that is closed at the end of its test. */
export const startFor = (start: () => Promise<Engine>): Engine['open'] => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
    return () => engine.close();
  });
  return async (address) => {
    const tab = await engine.open(address);
    onTestFinished(() => tab.close());
    return tab;
  };
};

/** Long enough for a busy machine; a wait ends as soon as what it waits for is there. */
export const PATIENCE = { timeout: 60_000, interval: 50 };

/** The one sentence that says what is so and what to do. */
const sentence = (tab: Tab): Promise<string> =>
  tab.evaluate(async () => document.querySelector('section[aria-label="What is so"] p')?.textContent ?? '');

/** Waits until the sentence on the screen is this one. */
export const says = async (tab: Tab, words: string): Promise<void> => {
  await expect.poll(() => sentence(tab), PATIENCE).toBe(words);
};

/** The same, where a part of it is not known beforehand. */
export const saysLike = async (tab: Tab, words: RegExp): Promise<void> => {
  await expect.poll(() => sentence(tab), PATIENCE).toMatch(words);
};

/** What the loss chart says of the moment: "epoch 96, training loss 0.317". */
export const moment = (tab: Tab): Promise<string> =>
  tab.evaluate(
    async () =>
      document
        .querySelector('section[aria-label="Training over time"] [role="slider"]')
        ?.getAttribute('aria-valuetext') ?? '',
  );

/** The rows of the truth table as they stand: "0 0 0 0.38 right". */
export const table = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(async () =>
    [...document.querySelectorAll('main table tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((one) => one.textContent).join(' '),
    ),
  );

/** Play, once there is something to play. */
export const PLAY = '//button[@aria-label="Play" and not(@disabled)]';
/** The slider that says how fast it plays; at its end, as fast as it can. */
export const SPEED = '//input[@type="range" and @aria-label="Speed"]';
/** A button by its words; a gate or another tile by its name. */
export const button = (words: string): string => `//main//button[normalize-space()="${words}"]`;
export const tile = (name: string): string => `//label[normalize-space()="${name}"]`;
