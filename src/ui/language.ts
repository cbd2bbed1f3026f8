import type { Language } from '../text.ts';

/**
 * The language the page declares in <html lang>. Controls use it for the few words they bring along (a refused
 * number, the effect of a setting); all other words come in by props.
 */
export const pageLanguage = (): Language => (document.documentElement.lang.startsWith('ko') ? 'ko' : 'en');
