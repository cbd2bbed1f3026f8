import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policy } from '../../scripts/policy.mjs';
import { serve } from '../../scripts/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gradus-serve-'));
const dist = join(folder, 'dist');
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
