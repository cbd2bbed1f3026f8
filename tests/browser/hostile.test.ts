import { readFile } from 'node:fs/promises';
import { deflateSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { crc32, toLink } from '../../src/experiment/link.ts';
import { opening } from '../../src/experiment/presets.ts';
import { test } from './harness.ts';
import { MINUTE } from './minute.ts';
import { recordAt, tabName } from './record.ts';
import { button, playButton, press, says, saysLike } from './screen.ts';

/** A link with these bytes in it, deflated and checksummed as ours are. */
const linkTo = (bytes: Uint8Array): string => {
  const packed = deflateSync(bytes, { level: 9 });
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(packed));
  return `#x1.${Buffer.concat([sum, packed]).toString('base64url')}`;
};
const linkToText = (text: string): string => linkTo(new TextEncoder().encode(text));

const good = toLink(opening);
const json = JSON.stringify(opening);
const layer = JSON.stringify(opening.model.layers[0]);

const LINKS: readonly (readonly [string, string])[] = [
  ['that is cut short', good.slice(0, -7)],
  ['with a bit flipped', good.slice(0, 40) + (good[40] === 'A' ? 'B' : 'A') + good.slice(41)],
  ['of another page', '#x1.https://example.org/?a=1'],
  ['of another version', good.replace('#x1.', '#x7.')],
  ['of wrong types', linkToText(json.replace('"fit":{', '"fit":[{').replace('},"seed"', '}],"seed"'))],
  ['with a number beyond all numbers', linkToText(json.replace('"noise":0', '"noise":1e999'))],
  ['with a huge number', linkToText(json.replace('"seed":1', '"seed":1e300'))],
  ['of 300,000 layers', linkToText(json.replace(layer, Array(300_000).fill(layer).join(',')))],
  ['with __proto__', linkToText(json.replace('{', '{"__proto__":{"edits":[]},'))],
  ['with constructor', linkToText(json.replace('"set":"gate"', '"set":"constructor"'))],
  ['that is a bomb', linkTo(new Uint8Array(50_000_000))],
];

/** The notice says a full sentence, and its download holds the text that could not be read. */
const expectRefusal = async (page: Page, broken: string | RegExp): Promise<void> => {
  await says(page, MINUTE.opening.en);
  const download = button(page, 'Download');
  await download.waitFor();
  const notice = page.getByRole('status').filter({ has: download });
  expect(await notice.locator('p').textContent()).toMatch(/^[A-Z].+\.$/);
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  expect(file.suggestedFilename()).toBe('gradus-broken.json');
  const text = await readFile(await file.path(), 'utf8');
  if (typeof broken === 'string') expect(text === broken).toBe(true);
  else expect(text).toMatch(broken);
  await page.getByRole('status').getByRole('button', { name: 'Close' }).click();
  await press(page, 'Period');
  await saysLike(page, /^The weights moved\. Loss 0\.626 → 0\.610\./);
};

test('links that were spoiled open a fresh experiment, say so, and can be downloaded', async ({ open }) => {
  const page = await open();
  for (const [name, link] of LINKS) {
    await says(page, MINUTE.opening.en);
    // As in a new tab: nothing of one's own waits to be opened.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    await page.goto(inject('address') + link);
    await expectRefusal(page, link).catch((error: unknown) => {
      throw new Error(`A link ${name}: ${String(error)}`);
    });
    await press(page, 'r');
  }
});

test('a broken link that is followed leaves the work on the screen as it is', async ({ open }) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await playButton(page).click();
  await saysLike(page, /^All 4 right/);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    good.slice(0, -7),
  );
  await page.getByText('The link was cut short. Ask for it to be copied again.').waitFor();
  await saysLike(page, /^All 4 right/);
  await button(page, 'Pause').waitFor();
});

test('a cut link is said to be cut, even where one’s own work waits behind a link that was opened before', async ({
  open,
}) => {
  const page = await open();
  await says(page, MINUTE.opening.en);
  await press(page, 'Period');
  await saysLike(page, /^The weights moved/);
  const visit = async (hash: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(inject('address') + hash);
  };
  await visit(good);
  await page.getByText('This is a shared experiment. Your own work is kept.').waitFor();
  await visit(good.slice(0, -7));
  await page.getByText('The link was cut short. Ask for it to be copied again.').waitFor();
});

/** What is changed in a good record; a path of keys to a new value, or the whole of it. */
type Spoil = { readonly whole: unknown } | { readonly at: readonly string[]; readonly value: unknown };
/** Arrays of numbers cross into the page as { float32: count, of: value }. */
const floats = (count: number, of: number | 'NaN') => ({ float32: count, of });

const RECORDS: readonly (readonly [string, Spoil])[] = [
  ['that is no object', { whole: 7 }],
  ['that is empty', { whole: {} }],
  ['whose experiment is no JSON', { at: ['experiment'], value: '{' }],
  [
    'whose experiment has too many layers',
    { at: ['experiment'], value: json.replace(layer, Array(20_000).fill(layer).join(',')) },
  ],
  ['whose experiment has __proto__', { at: ['experiment'], value: json.replace('{', '{"__proto__":{},') }],
  ['whose state is too short', { at: ['saved', 'now', 'state'], value: floats(1, 0) }],
  ['whose state is too long', { at: ['saved', 'now', 'state'], value: floats(1e6, 0) }],
  ['whose state is not finite', { at: ['saved', 'now', 'state'], value: floats(3, 'NaN') }],
  ['whose step is huge', { at: ['saved', 'now', 'counters', 'step'], value: 9e15 }],
  ['whose cursor is outside the data', { at: ['saved', 'now', 'counters', 'cursor'], value: 3e9 }],
  ['that counts edits it has not', { at: ['saved', 'now', 'counters', 'edits'], value: 12 }],
  ['whose curve is ragged', { at: ['saved', 'curve', 'loss'], value: floats(9, 0) }],
  ['with a constructor beside', { at: ['constructor'], value: 1 }],
];

test('stored records that were spoiled open a fresh experiment, say so, and can be downloaded', async ({
  open,
}) => {
  const page = await open();
  // Nothing of the first page may run while its record is spoiled: that is done from a second one.
  const other = await page.context().newPage();
  await other.goto(inject('address'));
  await page.bringToFront();
  for (const [name, spoil] of RECORDS) {
    await says(page, MINUTE.opening.en);
    await press(page, 'Period', 3);
    await recordAt(page, 3, 0);
    const tab = await tabName(page);
    await page.goto('about:blank');
    await other.evaluate(spoilRecord, { tab, spoil });
    await page.goto(inject('address'));
    await expectRefusal(page, /./).catch((error: unknown) => {
      throw new Error(`A record ${name}: ${String(error)}`);
    });
    await press(page, 'r');
  }
});

/** Runs in the page: writes the spoiled record in the place of the good one. */
const spoilRecord = ({ tab, spoil }: { tab: string; spoil: Spoil }): Promise<void> =>
  new Promise((resolve, reject) => {
    const revive = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && 'float32' in value && 'of' in value
        ? new Float32Array(Number(value.float32)).fill(Number(value.of))
        : value;
    const request = indexedDB.open('gradus');
    request.addEventListener('success', () => {
      const transaction = request.result.transaction('tabs', 'readwrite');
      const store = transaction.objectStore('tabs');
      const found = store.get(tab);
      found.addEventListener('success', () => {
        let record: unknown = found.result;
        if ('whole' in spoil) record = spoil.whole;
        else {
          let part = record as Record<string, unknown>;
          for (const key of spoil.at.slice(0, -1)) part = part[key] as Record<string, unknown>;
          part[spoil.at.at(-1) ?? ''] = revive(spoil.value);
        }
        store.put(record, tab);
      });
      transaction.addEventListener('complete', () => {
        request.result.close();
        resolve();
      });
      transaction.addEventListener('error', () => reject(new Error('The record could not be written.')));
    });
  });
