import type { Text } from '../text.ts';
import { VERSION } from './experiment.ts';

export type Migrated =
  | { readonly ok: true; readonly document: object }
  | { readonly ok: false; readonly text: Text };

/** Turns a document of an older version into one of this version. There is only one so far. */
export const migrate = (document: unknown): Migrated => {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return { ok: false, text: { en: 'This is not an experiment.', ko: '실험이 아닙니다.' } };
  }
  const version: unknown =
    Object.hasOwn(document, 'version') && 'version' in document ? document.version : undefined;
  if (version === VERSION) return { ok: true, document };
  return { ok: false, text: unknownVersion(typeof version === 'number' ? version : null) };
};

/** Why a document or link of this version cannot be read, and what to do. */
export const unknownVersion = (version: number | null): Text => {
  if (version === null) {
    return {
      en: `This experiment does not say its version; version ${VERSION} is expected.`,
      ko: `실험에 버전이 적혀 있지 않습니다. 버전 ${VERSION}이어야 합니다.`,
    };
  }
  return {
    en: `This experiment has version ${version}; this page reads version ${VERSION}. Reload the page to get its newest version.`,
    ko: `이 실험은 버전 ${version}이고, 이 페이지는 버전 ${VERSION}만 읽습니다. 페이지를 새로 고쳐 최신 버전으로 열어 보세요.`,
  };
};
