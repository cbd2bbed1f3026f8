import { useSyncExternalStore } from 'react';
import type { Language } from '../text.ts';

/**
 * The language the page declares in <html lang>. Controls use it for the few words they bring along (a refused
 * number, the effect of a setting); all other words come in by props.
 */
export const usePageLanguage = (): Language => useSyncExternalStore(listen, pageLanguage);

const pageLanguage = (): Language => (document.documentElement.lang.startsWith('ko') ? 'ko' : 'en');

/** Hears before the next picture that the page declares another language. */
const listen = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => observer.disconnect();
};
