/** Assets are kept by what is in them: models by its hash, branches and pictures by its hash behind a word. */
const BRANCH = 'branch ';

const PICTURES = 'pictures ';
const ABOUT = 'pictures about ';

/** Is it a key of pictures, or of what is known about some? */
export const isPicturesKey = (key: string): boolean => key.startsWith(PICTURES);
export const picturesKey = (hash: string): string => `${PICTURES}${hash}`;
/** Where it says what pictures are, which stays when they are deleted. */
export const aboutKey = (hash: string): string => `${ABOUT}${hash}`;
/** The hash of the pictures that lie under a key; null where none do. */
export const picturesAt = (key: string): string | null =>
  isPicturesKey(key) && !key.startsWith(ABOUT) ? key.slice(PICTURES.length) : null;

export const isBranchKey = (key: string): boolean => key.startsWith(BRANCH);
export const branchKey = (hash: string): string => `${BRANCH}${hash}`;

/** The SHA-256, in hexadecimal, of a text and arrays behind it. */
export const hashOf = async (
  head: string,
  arrays: readonly (Float32Array | Float64Array | Uint8Array)[],
): Promise<string> => {
  const parts = [
    new TextEncoder().encode(head),
    ...arrays.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  ];
  const content = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    content.set(part, at);
    at += part.length;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
