// Brotli sizes and bodies, cached by content hash (q11 of 13 MB takes half a minute).
import { createHash } from 'node:crypto';
import { brotliCompress, constants as z } from 'node:zlib';
import { promisify } from 'node:util';
import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const br = promisify(brotliCompress);
export const BIG = 32 << 20;                    // above this: quality 9, said so in the output
export async function brotli(buf, cacheDir) {
  const q = buf.length > BIG ? 9 : 11;
  mkdirSync(cacheDir, { recursive: true });
  const f = join(cacheDir, createHash('sha256').update(buf).digest('hex') + `.q${q}.br`);
  if (!existsSync(f)) {
    writeFileSync(f, await br(buf, { params: { [z.BROTLI_PARAM_QUALITY]: q, [z.BROTLI_PARAM_SIZE_HINT]: buf.length, [z.BROTLI_PARAM_LGWIN]: 22 } }));
  }
  return { quality: q, body: readFileSync(f) };
}
