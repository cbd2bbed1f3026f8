import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { putAway, tell, useNotice } from './notice.ts';

/** What the browser keeps: what is read back is looked at by a schema first, so it is unknown here. */
interface Gradus extends DBSchema {
  /** What each tab leaves behind, by the tab's name. */
  tabs: { key: string; value: unknown };
  /** Saved models, by the hash of what is in them. */
  assets: { key: string; value: unknown };
}

/** Version 1 had no assets. */
const VERSION = 2;

let database: Promise<IDBPDatabase<Gradus>> | null = null;

/** The one connection of the page. */
export const connect = (): Promise<IDBPDatabase<Gradus>> => {
  if (database) return database;
  database = openDB<Gradus>('gradus', VERSION, {
    upgrade(older, from) {
      if (from < 1) older.createObjectStore('tabs');
      if (from < 2) older.createObjectStore('assets');
    },
    // Going on without what is kept there would write over it.
    blocked: () => tell(BLOCKED),
    // A newer page waits in another tab: it gets the database, and this one asks for it anew.
    blocking(_current, _wanted, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      database = null;
    },
  });
  database.then(unblocked, () => {});
  return database;
};

const unblocked = (): void => {
  if (useNotice.getState().notice?.text === BLOCKED) putAway();
};

const BLOCKED = {
  en: 'An older version of this page is open in another tab. Close or reload that tab, and this one goes on.',
  ko: '다른 탭에 이 페이지의 옛 버전이 열려 있습니다. 그 탭을 닫거나 새로 고치면 여기서 이어집니다.',
};
