import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What packs well: fonts and pictures are packed already. */
const kinds = ['.css', '.html', '.js', '.json', '.svg', '.wasm'];
/** Smaller files fit into one packet as they are, in bytes. */
const least = 1024;

/** How a packed file ends, by the name of its coding, the smallest first. */
export const packings = /** @type {const} */ ({ br: '.br', gzip: '.gz' });

const squeeze = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
};
const options = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } },
  gzip: { level: constants.Z_BEST_COMPRESSION },
};

/**
 * Lays a packed file of each coding beside every file of a folder that packs well: serve.mjs and many web servers send
 * those to browsers that take them. It is done once, after the build, for the best packing takes its time.
 * @param {string} folder
 */
export const pack = async (folder) => {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(
    names
      .filter((name) => kinds.includes(extname(name)))
      .map(async (name) => {
        const file = join(folder, name);
        const bytes = await readFile(file);
        if (bytes.length < least) return;
        await writeFile(file + packings.br, await squeeze.br(bytes, options.br));
        await writeFile(file + packings.gzip, await squeeze.gzip(bytes, options.gzip));
      }),
  );
};
