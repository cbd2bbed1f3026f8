import { deflateSync, Inflate } from 'fflate';
import type { Text } from '../text.ts';
import type { Experiment } from './experiment.ts';
import { unknownVersion } from './migrate.ts';
import { LONGEST_TEXT } from './limits.ts';
import { type ParsedLink, parseLinked, parseText } from './parse.ts';

/** What came of opening a link: what it holds, or a sentence and the link itself, to be kept for download. */
export type OpenedLink =
  | Extract<ParsedLink, { readonly ok: true }>
  | { readonly ok: false; readonly text: Text; readonly broken: string };

const PREFIX = '#x1.';
const CHECKSUM = 4;
/** The longest link that is looked at, in characters. */
export const LONGEST_LINK = 200_000;
/** Bytes taken up at a time; deflate makes at most 1,032 of one, so a slice cannot make much more than half a megabyte. */
const SLICE = 512;
/** What a text of edits may grow to: this often its packed length, after a start of this many bytes. Bombs grow 1,032-fold. */
const GROWTH = 100;
const GROWTH_FROM = 250_000;

/**
 * The experiment with its edits as the end of a link: #x1. and base64url of CRC-32 and deflated JSON. With a `step` it
 * opens where so many updates have been made, else at its start.
 */
export const toLink = (experiment: Experiment, step = 0): string => {
  const document = step > 0 ? { ...experiment, at: step } : experiment;
  const packed = deflateSync(new TextEncoder().encode(JSON.stringify(document)), { level: 9 });
  const bytes = new Uint8Array(CHECKSUM + packed.length);
  new DataView(bytes.buffer).setUint32(0, crc32(packed));
  bytes.set(packed, CHECKSUM);
  return PREFIX + toBase64url(bytes);
};

/** Is the end of an address meant as a link to an experiment, of whatever version? */
export const isLink = (hash: string): boolean => /^#x\d+\./.test(hash);

/** Reads what toLink wrote. Whatever else it is given, it answers with a sentence and gives the text back. */
export const fromLink = (hash: string): OpenedLink => {
  const refused = (text: Text): OpenedLink => ({ ok: false, text, broken: hash });
  if (!isLink(hash)) return refused(NOT_A_LINK);
  if (!hash.startsWith(PREFIX)) return refused(unknownVersion(Number(hash.slice(2, hash.indexOf('.')))));
  if (hash.length > LONGEST_LINK) return refused(TOO_LONG);
  const bytes = fromBase64url(hash.slice(PREFIX.length));
  if (!bytes || bytes.length <= CHECKSUM) return refused(CUT);
  const packed = bytes.subarray(CHECKSUM);
  if (new DataView(bytes.buffer).getUint32(0) !== crc32(packed)) return refused(CUT);
  const json = inflate(packed);
  if (json === null) return refused(TOO_LONG);
  const parsed = parseText(json, parseLinked);
  return parsed.ok ? parsed : refused(parsed.text);
};

const CUT: Text = {
  en: 'The link was cut short. Ask for it to be copied again.',
  ko: '링크가 중간에 잘렸습니다. 다시 복사해 달라고 하세요.',
};
const NOT_A_LINK: Text = {
  en: 'This is not a link to an experiment.',
  ko: '실험으로 가는 링크가 아닙니다.',
};
const TOO_LONG: Text = {
  en: 'The link holds more than an experiment can. It was not opened.',
  ko: '링크에 실험 하나보다 많은 것이 들어 있어 열지 않았습니다.',
};

/** The text that was deflated; null if it is broken or longer than a text may be. Stops as soon as it is too long. */
const inflate = (packed: Uint8Array): string | null => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
      if (length > Math.min(LONGEST_TEXT, GROWTH_FROM + GROWTH * at)) return null;
    }
  } catch {
    // fflate throws on a stream that is no deflate stream.
    return null;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return new TextDecoder().decode(bytes);
};

/** CRC-32 of ISO 3309, the one of zip and PNG: polynomial 0xedb88320 from the low bit, all bits inverted. */
export const crc32 = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC_TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** base64 with − and _ and no padding (RFC 4648 §5). */
const toBase64url = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** The bytes; null where the text is not what toBase64url writes, its unused last bits included. */
const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return toBase64url(bytes) === text ? bytes : null;
};
