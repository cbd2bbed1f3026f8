import * as v from 'valibot';
import { look, useView } from './view.ts';

const KEY = 'gradus-view';

const preferences = v.partial(
  v.object({
    language: v.picklist(['en', 'ko']),
    theme: v.picklist(['light', 'dark']),
    largeText: v.boolean(),
    singleKeys: v.boolean(),
    played: v.boolean(),
  }),
);
type Preferences = v.InferOutput<typeof preferences>;

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
    if (Object.keys(changed).length > 0) write({ ...read(), ...changed });
  });
};

const read = (): Preferences => {
  try {
    const parsed = v.safeParse(preferences, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    return parsed.success ? parsed.output : {};
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
