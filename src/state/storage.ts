import type { Curve, Saved } from '../worker/frame.ts';

interface Name {
  readonly en: string;
  readonly ko: string;
}

/** What one tab leaves behind to open again. The experiment is its JSON text: it is parsed like any text from outside. */
export interface Record {
  readonly experiment: string;
  readonly saved: Saved;
  /** The branches, oldest first, each by the key of its asset. */
  readonly branches: readonly NamedBranch[];
  /** In records of before there were branches: the curve of the run before. */
  readonly ghost: Ghost | null;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}

/** What a record says of a branch; all else is in the asset. */
export interface NamedBranch {
  readonly key: string;
  readonly name: Name;
  readonly renamed: boolean;
  readonly shown: boolean;
  readonly measures?: string | undefined;
}

interface Ghost {
  readonly curve: Curve;
  readonly name: Name;
  readonly measures?: string | undefined;
}

/** A run that was left, as it is kept: whole, or its curve alone. The experiment is its JSON text. */
export interface BranchAsset {
  readonly curve: Curve;
  readonly road: { readonly experiment: string; readonly saved: Saved } | null;
}
