import { create } from 'zustand';
import type { Text } from '../text.ts';
import { download } from './download.ts';

/** Something a person should know, with at most one thing to do about it. It stays until it is put away. */
export interface Notice {
  readonly text: Text;
  readonly action?: { readonly words: Text; readonly run: () => void };
}

export const useNotice = create<{ readonly notice: Notice | null }>(() => ({ notice: null }));

export const tell = (text: Text, action?: Notice['action']): void =>
  useNotice.setState({ notice: action ? { text, action } : { text } });

export const putAway = (): void => useNotice.setState({ notice: null });

/** What could not be read is not lost: it can be downloaded as it is. */
export const tellBroken = (text: Text, broken: () => string): void =>
  tell(text, {
    words: { en: 'Download', ko: '내려받기' },
    run: () => download('gradus-broken.json', broken()),
  });
