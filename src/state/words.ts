import { useCallback } from 'react';
import { say, type Text, type Values } from '../text.ts';
import { useView } from './view.ts';

/** Says a text in the language of the view. */
export const useSay = (): ((text: Text, values?: Values) => string) => {
  const language = useView((view) => view.language);
  return useCallback((text, values) => say(text, language, values), [language]);
};
