import type { Scriptable } from '../browser/record.ts';

/** A tab of the built page, whatever drives it. Parts of the page are named by XPath, which all drivers know. */
export interface Tab extends Scriptable {
  /** Waits for the part to be there, and clicks its middle as a mouse does. */
  readonly click: (xpath: string) => Promise<void>;
  /** Presses the key End while the keyboard stands on the part. */
  readonly pressEnd: (xpath: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A browser that was started for the tests. */
export interface Engine {
  /** Opens an address in a profile of its own. */
  readonly open: (address: string) => Promise<Tab>;
  readonly close: () => Promise<void>;
}

/** The window, in pixels: that of the other browser tests. */
export const WINDOW = { width: 1440, height: 900 };
