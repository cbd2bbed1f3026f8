import type { Curve, Saved } from '../worker/frame.ts';

/** What one tab leaves behind to open again. The experiment is its JSON text: it is parsed like any text from outside. */
export interface Record {
  readonly experiment: string;
  readonly saved: Saved;
  readonly ghost: {
    readonly curve: Curve;
    readonly name: { readonly en: string; readonly ko: string };
    readonly measures?: string | undefined;
  } | null;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}
