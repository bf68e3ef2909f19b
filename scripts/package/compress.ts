import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSED = /\.(html|css|js|mjs|json|xml|svg|txt|csv|md|webmanifest)$/;
/** Below this a compressed file saves no packet. */
const LEAST_BYTES = 1024;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < LEAST_BYTES) return;
  await writeFile(`${file}.gz`, await toGzip(content, { level: 9 }));
  await writeFile(
    `${file}.br`,
    await toBrotli(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  );
}

/** Puts a `.gz` and a `.br` beside every text file of a folder that is worth it. Returns how many were considered. */
export async function compressFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && COMPRESSED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const STEP = 16;
  for (let start = 0; start < files.length; start += STEP) {
    await Promise.all(files.slice(start, start + STEP).map(compress));
  }
  return files.length;
}
