import { DIGITS, look, MEMORIES, useView } from './view.ts';

const KEY = 'gradus-view';

const CHOICES = {
  language: ['en', 'ko'],
  theme: ['light', 'dark'],
  largeText: [false, true],
  singleKeys: [false, true],
  played: [false, true],
  digits: DIGITS,
  memory: MEMORIES,
} as const;
type Preferences = { -readonly [Name in keyof typeof CHOICES]?: (typeof CHOICES)[Name][number] };

/** What was chosen before, else what the browser asks for; choices are remembered from here on. */
export const startPreferences = (): void => {
  const chosen = read();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  look({
    language: navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en',
    theme: dark.matches ? 'dark' : 'light',
    ...chosen,
  });
  // Until a theme is chosen by hand, the browser's is followed.
  let followed = chosen.theme === undefined;
  let following = false;
  dark.addEventListener('change', () => {
    if (!followed) return;
    following = true;
    look({ theme: dark.matches ? 'dark' : 'light' });
    following = false;
  });
  useView.subscribe((now, before) => {
    const changed: Preferences = {};
    if (now.language !== before.language) changed.language = now.language;
    if (now.theme !== before.theme && !following) {
      changed.theme = now.theme;
      followed = false;
    }
    if (now.largeText !== before.largeText) changed.largeText = now.largeText;
    if (now.singleKeys !== before.singleKeys) changed.singleKeys = now.singleKeys;
    if (now.played !== before.played) changed.played = now.played;
    if (now.digits !== before.digits) changed.digits = now.digits;
    if (now.memory !== before.memory) changed.memory = now.memory;
    if (Object.keys(changed).length > 0) write({ ...read(), ...changed });
  });
};

const read = (): Preferences => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const known = Object.entries(CHOICES).flatMap(([name, choices]) => {
      const chosen = choices.find((each) => each === Object(found)[name]);
      return chosen === undefined ? [] : [[name, chosen]];
    });
    return Object.fromEntries(known);
  } catch {
    return {};
  }
};

const write = (chosen: Preferences): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Storage is full or switched off: the choice holds until the page goes.
  }
};
