import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack } from '../../scripts/pack.mjs';
import { policy } from '../../scripts/policy.mjs';
import { serve } from '../../scripts/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gradus-serve-'));
const dist = join(folder, 'dist');
/** Long enough to be packed. */
const LONG = 'let y = w * x + b;\n'.repeat(500);
let served: Awaited<ReturnType<typeof serve>>;

/** The answer to a path sent as it is: fetch() would tidy it up first. */
const ask = (address: string, path: string): Promise<{ status: number | undefined; body: string }> =>
  new Promise((resolve, reject) => {
    request(address, { path }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<p>page</p>');
  writeFileSync(join(dist, 'favicon.svg'), '<svg/>');
  for (const name of ['a.js', 'a.css', 'a.woff2', 'a.wasm']) writeFileSync(join(dist, 'assets', name), 'x');
  for (const name of ['long.js', 'long.woff2']) writeFileSync(join(dist, 'assets', name), LONG);
  await pack(dist);
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(folder, join(dist, 'out'), 'junction');
  served = await serve(dist, { port: 0 });
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

test('every answer carries the policy and isolates the page, a missing file included', async () => {
  for (const path of ['', 'assets/a.js', 'missing']) {
    const { headers } = await fetch(served.address + path);
    expect(headers.get('content-security-policy')).toBe(policy);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test.each([
  ['', 'text/html; charset=utf-8'],
  ['index.html?lang=ko', 'text/html; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml; charset=utf-8'],
  ['assets/a.js', 'text/javascript; charset=utf-8'],
  ['assets/a.css', 'text/css; charset=utf-8'],
  ['assets/a.woff2', 'font/woff2'],
  ['assets/a.wasm', 'application/wasm'],
])('"%s" is served as %s', async (path, kind) => {
  const answer = await fetch(served.address + path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, kind]);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/out/secret.txt',
  '//secret.txt',
  '/%00',
  '/%',
  '/assets',
  '/missing',
])('%s is not found', async (path) => {
  const { status, body } = await ask(served.address, path);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
});

test('only reading is allowed, and HEAD sends no body', async () => {
  expect((await fetch(served.address, { method: 'POST', body: 'x' })).status).toBe(405);
  const head = await fetch(served.address, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '11', '']);
});

test('a port that is taken leads to the next free one', async () => {
  const taken = Number(new URL(served.address).port);
  const other = await serve(dist, { port: taken });
  expect(Number(new URL(other.address).port)).toBeGreaterThan(taken);
  await other.close();
});

test('a page can be served from a folder of its origin, and is not at its top', async () => {
  const deep = await serve(dist, { port: 0, base: '/a/b/' });
  expect((await fetch(`${deep.address}favicon.svg`)).status).toBe(200);
  expect((await fetch(new URL('/favicon.svg', deep.address))).status).toBe(404);
  await deep.close();
});

/** The answer as it is sent: fetch() would unpack it. */
const sent = (path: string, accepted?: string): Promise<{ coding: unknown; length: number; bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    const headers = accepted === undefined ? {} : { 'Accept-Encoding': accepted };
    request(served.address + path, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          coding: response.headers['content-encoding'],
          length: Number(response.headers['content-length']),
          bytes: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
  ['gzip', 'gzip;q=1.0, br;q=0', gunzipSync],
])('a packed file is sent as %s to a browser that says "%s"', async (coding, accepted, unpack) => {
  const answer = await sent('assets/long.js', accepted);
  expect(answer.coding).toBe(coding);
  expect(answer.length).toBe(answer.bytes.length);
  expect(answer.bytes.length).toBeLessThan(LONG.length / 10);
  expect(unpack(answer.bytes).toString()).toBe(LONG);
});

test('a browser that takes no packing, and a file that has none, get the file as it is', async () => {
  for (const accepted of [undefined, 'identity', 'br;q=0.0']) {
    const answer = await sent('assets/long.js', accepted);
    expect([answer.coding, answer.bytes.toString()]).toEqual([undefined, LONG]);
  }
  const short = await sent('assets/a.js', 'br, gzip');
  expect([short.coding, short.bytes.toString()]).toEqual([undefined, 'x']);
  const font = await sent('assets/long.woff2', 'br, gzip');
  expect([font.coding, font.bytes.toString()]).toEqual([undefined, LONG]);
});

test('caches are told that the answer depends on what the browser takes', async () => {
  const { headers } = await fetch(`${served.address}assets/long.js`);
  expect(headers.get('vary')).toBe('Accept-Encoding');
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});
