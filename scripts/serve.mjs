import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { packings } from './pack.mjs';
import { policy } from './policy.mjs';

/** @type {Readonly<Record<string, string>>} */
const kinds = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Sent with every answer: isolation lets the page share memory with its workers. */
const headers = {
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The file that an address means, or undefined where there is none in the folder: links out of it count as none.
 * @param {string} folder its real path
 * @param {string} base the path the folder is served under, "/" at both ends
 * @param {string} address the path and query of a request
 */
const fileOf = async (folder, base, address) => {
  try {
    const path = decodeURIComponent(address.replace(/[?#].*$/s, ''));
    if (!path.startsWith(base) || path.includes('\0') || path.includes('\\')) return undefined;
    const asked = path.slice(base.length);
    const file = await realpath(
      join(folder, asked.endsWith('/') || asked === '' ? `${asked}index.html` : asked),
    );
    const facts = await stat(file);
    return file.startsWith(folder + sep) && facts.isFile() ? { file, size: facts.size } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The packed file beside a file, in the smallest coding that the browser takes; undefined where there is none.
 * @param {string} file
 * @param {string | string[] | undefined} accepted what the request says of codings
 */
const packedOf = async (file, accepted) => {
  const taken = String(accepted ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(';')[0]?.trim());
  for (const [coding, ending] of Object.entries(packings)) {
    if (!taken.includes(coding)) continue;
    const facts = await stat(file + ending).catch(() => undefined);
    if (facts?.isFile()) return { coding, file: file + ending, size: facts.size };
  }
  return undefined;
};

/**
 * Answers one request with a file of the folder, or says that there is none.
 * @param {string} root the folder's real path
 * @param {string} base
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
const answer = async (root, base, request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await fileOf(root, base, request.url ?? '/');
  if (!found) {
    response.writeHead(404, { ...headers, 'Content-Type': kinds['.txt'] }).end('Not found.\n');
    return;
  }
  const packed = await packedOf(found.file, request.headers['accept-encoding']);
  const named = found.file.startsWith(join(root, 'assets') + sep);
  response.writeHead(200, {
    ...headers,
    'Content-Type': kinds[extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': (packed ?? found).size,
    ...(packed && { 'Content-Encoding': packed.coding }),
    Vary: 'Accept-Encoding',
    // Vite names what is in assets/ by its content; everything else may change with the next build.
    'Cache-Control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream((packed ?? found).file)
      .on('error', () => response.destroy())
      .pipe(response);
};

/**
 * Tries one port. Resolves to false if another program has it.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>}
 */
const listen = (server, port) =>
  new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const refused = (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      resolve(true);
    });
  });

/**
 * Serves a folder to this computer only, on the port asked for or the next free one.
 * @param {string} folder
 * @param {{ port?: number, base?: string }} [wishes] port 0 takes any free one; base is the path to serve under
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export const serve = async (folder, { port = 4173, base = '/' } = {}) => {
  const root = await realpath(folder);
  const server = createServer((request, response) => void answer(root, base, request, response));

  const last = port === 0 ? 0 : Math.min(65535, port + 100);
  let next = port;
  while (!(await listen(server, next))) {
    if (next === last)
      throw new Error(`No free port between ${port} and ${last}: end a program that holds one of them.`);
    next += 1;
  }
  const bound = server.address();
  const at = typeof bound === 'object' && bound ? bound.port : next;
  return {
    address: `http://127.0.0.1:${at}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
