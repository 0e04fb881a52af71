// Deterministic synthetic events. Integer arithmetic only (u32, wrapping), so that a port to another language yields the
// same events (benches/generated has one in Rust). The first k events of any N are the same draws.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, writeSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const SEED = 0x0da71197;
const VOCAB = ('summit talks accord letter visit test launch drill pause review panel envoy border port bridge ' +
  'relief grain fuel radio signal notice reply offer demand freeze thaw warning pledge census harvest flood ' +
  'storm trial parade speech broadcast petition treaty ceasefire inspection site reactor satellite exercise ' +
  'sanction waiver family reunion exchange delegation committee council resolution statement report survey ' +
  'ledger archive museum anthem election').split(' ');
const LANES = ['us', 'dprk', 'both', 'other'];
const KINDS = ['summit', 'talks', 'agreement', 'statement', 'test', 'sanctions', 'exercise', 'humanitarian'];
const DAY0 = Date.UTC(1945, 0, 1) / 86400000, DAYS = 31411;   // 1945-01-01 .. 2030-12-31

export function rng(seed) {                                    // mulberry32
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}
export const iso = (d) => new Date((DAY0 + d) * 86400000).toISOString().slice(0, 10);

export function* draws(n) {
  const r = rng(SEED), centre = Array.from({ length: 40 }, () => r() % DAYS);
  for (let i = 0; i < n; i++) {
    let day = r() % 10 < 6                                     // 60 % in 40 bursts of about ±200 days, rest uniform
      ? centre[r() % 40] + (r() % 201) - (r() % 201)
      : r() % DAYS;
    day = Math.min(DAYS - 1, Math.max(0, day));
    const k = r() % 50;                                        // 20 % have a duration, a tenth of those a long one
    const len = k === 0 ? 100 + (r() % 1900) : k < 10 ? 1 + (r() % 90) : 0;
    const words = 3 + (r() % 4), t = [];
    for (let w = 0; w < words; w++) t.push(VOCAB[r() % VOCAB.length]);
    const title = t.join(' ');
    const w = r() % 20;
    yield { day, len, i, title: title[0].toUpperCase() + title.slice(1), lane: LANES[r() % 4], kind: KINDS[r() % 8], weight: w === 0 ? 3 : w < 6 ? 2 : 1 };
  }
}

/** The draws in order of time, as every page gets them. */
export const ordered = (n) => [...draws(n)].sort((a, b) => a.day - b.day || a.i - b.i);

/** The peers' file: what `events-N.json` holds, line by line. */
export function* peersFile(n) {
  yield `{"n":${n},"seed":${SEED},"events":[\n`;
  let j = 0;
  for (const e of ordered(n)) yield JSON.stringify({ id: 'e' + e.i, start: iso(e.day), end: e.len ? iso(e.day + e.len) : null, title: e.title, lane: e.lane, kind: e.kind, weight: e.weight }) + (++j < n ? ',\n' : '\n');
  yield ']}\n';
}

// A file that another version of this code wrote is written again.
const MAKER = createHash('sha256').update(['gen.mjs', 'dossier.mjs'].map((f) => readFileSync(new URL(f, import.meta.url), 'utf8')).join('')).digest('hex');
/** Writes a file piece by piece, never holding it whole, unless it is there; returns {bytes, sha256}. */
export function ensureFile(path, pieces) {
  const side = path + '.sha256';
  if (existsSync(path) && existsSync(side)) { const { maker, ...info } = JSON.parse(readFileSync(side, 'utf8')); if (maker === MAKER) return info; }
  rmSync(side, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  const h = createHash('sha256'), fd = openSync(path, 'w');
  let buf = '', bytes = 0;
  const flush = () => { const b = Buffer.from(buf); h.update(b); bytes += b.length; writeSync(fd, b); buf = ''; };
  for (const piece of pieces()) { buf += piece; if (buf.length > 1 << 20) flush(); }
  flush(); closeSync(fd);
  const info = { bytes, sha256: h.digest('hex') };
  writeFileSync(side, JSON.stringify({ maker: MAKER, ...info }));   // last: a file without it was not finished, and is written again
  return info;
}
/** Makes events-N.json if it is absent. */
export const ensureData = (dir, n) => ensureFile(join(dir, `events-${n}.json`), () => peersFile(n));
