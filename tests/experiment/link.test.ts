import * as fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { randomBits } from '../../src/engine/random.ts';
import { crc32, fromLink, isLink, toLink, LONGEST_LINK } from '../../src/experiment/link.ts';
import { opening } from '../../src/experiment/presets.ts';
import { experiments } from './designs.ts';
import { SOON, timed } from './timed.ts';

const link = toLink(opening);

/** A link that holds these bytes, deflated and checksummed as ours are: whoever attacks can do that too. */
const linkTo = (bytes: Uint8Array): string => linkToPacked(deflateSync(bytes, { level: 9 }));
const linkToPacked = (packed: Uint8Array): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(packed));
  return `#x1.${Buffer.concat([sum, packed]).toString('base64url')}`;
};
const linkToText = (text: string): string => linkTo(new TextEncoder().encode(text));

/** Refused with a sentence in both languages, the text given back, and soon enough. */
const expectRefused = (hash: string): void => {
  const { result: opened, took } = timed(() => fromLink(hash));
  if (opened.ok) throw new Error('Expected the link to be refused, but it was opened.');
  expect(opened.text.en).toMatch(/\.$/);
  expect(opened.text.ko).toMatch(/[가-힣]/);
  expect(opened.broken).toBe(hash);
  expect(took).toBeLessThan(SOON);
};

test('a link gives back the experiment it was made from, edits included', () => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      expect(fromLink(toLink(experiment))).toEqual({ ok: true, experiment });
    }),
  );
});

test('a link to a moment gives back its step as well', () => {
  for (const step of [1, 768, 10_000_001, 1e12]) {
    expect(fromLink(toLink(opening, step))).toEqual({ ok: true, experiment: opening, step });
  }
  expect(toLink(opening, 0)).toBe(link);
});

test.each([-1, 0.5, 1e13, '7', null, [7], { step: 7 }])('a link to the moment %j is refused', (at) => {
  expectRefused(linkToText(JSON.stringify({ ...opening, at })));
  expectRefused(linkToText(JSON.stringify([{ ...opening, at }])));
});

test('a link is plain enough for any address bar, and short', () => {
  expect(link).toMatch(/^#x1\.[\w-]+$/);
  expect(link.length).toBeLessThan(500);
  expect(isLink(link)).toBe(true);
  expect(isLink('#demo=and')).toBe(false);
});

test('the checksum is the CRC-32 of zip', () => {
  // The check value of CRC-32/ISO-HDLC in Cook's catalogue of CRC algorithms.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('a link cut anywhere is refused', () => {
  for (let length = 0; length < link.length; length++) expectRefused(link.slice(0, length));
});

test('a cut link says so, word for word', () => {
  expect(fromLink(link.slice(0, -9))).toEqual({
    ok: false,
    text: {
      en: 'The link was cut short. Ask for it to be copied again.',
      ko: '링크가 중간에 잘렸습니다. 다시 복사해 달라고 하세요.',
    },
    broken: link.slice(0, -9),
  });
});

test('a link with any one bit of any character flipped is refused', () => {
  for (let at = 0; at < link.length; at++) {
    for (let bit = 0; bit < 7; bit++) {
      const flipped = String.fromCharCode(link.charCodeAt(at) ^ (1 << bit));
      expectRefused(link.slice(0, at) + flipped + link.slice(at + 1));
    }
  }
});

test.each([
  ['nothing', ''],
  ['a hash of the page', '#demo=and'],
  ['another page’s hash', '#/settings/profile?id=1'],
  ['a link without content', '#x1.'],
  ['four bytes', '#x1.AAAAAA'],
  ['spaces', '#x1.    '],
  ['Hangul', '#x1.가나다라'],
  ['half a surrogate pair', '#x1.\ud800'],
  ['a million letters', `#x1.${'A'.repeat(1_000_000)}`],
  ['ten million letters', `#x1.${'A'.repeat(10_000_000)}`],
])('%s is refused', (_what, hash) => {
  expectRefused(hash);
});

test('a link of another version names it', () => {
  const opened = fromLink('#x2.AAAA');
  expect(opened.ok ? '' : opened.text.en).toBe(
    'This experiment has version 2; this page reads version 1. Reload the page to get its newest version.',
  );
  expectRefused(`#x${'9'.repeat(400)}.AAAA`);
});

test('what is no deflate stream is refused, whole or cut, checksum or not', () => {
  const packed = deflateSync(new TextEncoder().encode(JSON.stringify(opening)));
  expectRefused(linkToPacked(packed.subarray(0, packed.length - 20)));
  expectRefused(linkToPacked(new Uint8Array(500).fill(255)));
  expectRefused(linkToPacked(Uint8Array.of(6)));
});

test.each([
  ['zeros', new Uint8Array(100_000_000)],
  ['spaces', new Uint8Array(30_000_000).fill(32)],
  ['nested lists', new Uint8Array(30_000_000).fill(91)],
])('a decompression bomb of %s is refused', (_what, bytes) => {
  const bomb = linkTo(bytes);
  expect(bomb.length).toBeLessThan(200_000);
  expectRefused(bomb);
});

test('a link as long as may be, full of what cannot be packed, is refused', () => {
  const noise = Buffer.alloc(110_000);
  for (let at = 0; at < noise.length; at++) noise[at] = randomBits(1, 'data', 0, 0, at);
  const longest = linkToText(JSON.stringify({ version: 1, noise: noise.toString('base64') }));
  expect(longest.length).toBeGreaterThan(140_000);
  expect(longest.length).toBeLessThan(LONGEST_LINK);
  expectRefused(longest);
});

test.each([
  ['no JSON', 'hello'],
  ['a list of a million numbers', `[${'0,'.repeat(900_000)}0]`],
  ['JSON that is no experiment', '[1, 2, 3]'],
  ['a list nested as deep as fits', '['.repeat(1_900_000)],
  ['objects nested deep', '{"data":'.repeat(200_000)],
  ['bytes that are no UTF-8', '\u0000\uffff'],
])('a good link to %s is refused', (_what, text) => {
  expectRefused(linkToText(text));
});
