import type { Text } from '../../text.ts';

/** Pictures without their classes, as a file holds them: 0 paper … 255 ink, row-major, one after another. */
export interface Pictures {
  readonly kind: 'pictures';
  /** What it is, by what the file says of itself: "10,000 pictures of 28 × 28 …". */
  readonly words: Text;
  readonly count: number;
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly pixels: Uint8Array;
}

/** The classes of pictures in another file, numbered from 0. */
export interface Labels {
  readonly kind: 'labels';
  readonly words: Text;
  readonly count: number;
  /** One more than the largest label. */
  readonly classes: number;
  readonly labels: Uint8Array;
}

/** Pictures with their classes, as a network learns them. */
export interface LabelledPictures {
  readonly kind: 'labelled';
  readonly words: Text;
  readonly count: number;
  readonly shape: Pictures['shape'];
  readonly pixels: Uint8Array;
  readonly classes: number;
  readonly labels: Uint8Array;
}

/** What one file gives. */
export type Part = Pictures | Labels | LabelledPictures;

/** Why nothing is read: what is so, and what to do. */
export interface Problem {
  readonly problem: Text;
}

/** One kind of file that pictures can come in. Another kind is its file and its name in the folder's index. */
export interface Importer {
  readonly name: string;
  /** Is it such a file? Seen from its first bytes, unpacked, and from its name. */
  recognises(bytes: Uint8Array, fileName: string): boolean;
  /** Reads it, all limits checked before anything is allocated. What is read may share the memory of `bytes`. */
  read(bytes: Uint8Array, fileName: string): Part | Problem;
}

/** The most that is read: bytes of a file unpacked, pictures, the side of a picture in pixels, classes. */
export const MOST_BYTES = 64 * 1024 * 1024;
export const MOST_PICTURES = 70_000;
export const LARGEST_SIDE = 64;
export const MOST_CLASSES = 64;
