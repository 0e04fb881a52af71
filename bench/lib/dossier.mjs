// The same draws as a dossier, for our own page: up to 1,000 events inside the JSON, above that in a table beside it.
import { join } from 'node:path';
import { ensureFile, iso, ordered } from './gen.mjs';

export const INSIDE = 1000;                     // a larger dossier keeps its events in `event_table`
/** The peers' kinds and lanes in the dossier's words (schema/dossier.schema.json). */
export const KIND = { summit: 'summit', talks: 'talks', agreement: 'agreement', statement: 'statement', test: 'missile-test', sanctions: 'sanctions', exercise: 'exercise', humanitarian: 'humanitarian' };
export const LANE = { us: 'a', dprk: 'b', both: 'both', other: 'other' };
const PARTIES = { us: ['us'], dprk: ['dprk'], both: ['us', 'dprk'], other: ['other'] };

const date = (e) => (e.len ? `${iso(e.day)}/${iso(e.day + e.len)}` : iso(e.day));
const field = (v) => (/[",\r\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v);

const inside = (n) => n <= INSIDE;

/** All but the events. The focus is the whole span: the peers, too, open on everything. */
const head = (n) => ({
  meta: { id: `bench-${n}`, title: `${n.toLocaleString('en-GB')} generated events`, dek: 'Events drawn by lot, to measure the timeline with.', languages: ['en'],
    span: { from: '1945-01-01', to: '2036-12-31', focus: '1945-01-01/2036-12-31' }, default_as_of: '2018-07-16', content_licence: 'CC0 1.0' },
  parties: [{ id: 'us', name: 'United States', short: 'US', capital: 'Washington', side: 'a' }, { id: 'dprk', name: 'North Korea', short: 'DPRK', capital: 'Pyongyang', side: 'b' },
    { id: 'other', name: 'Others', short: 'Others' }],
  // A record inside the dossier must have a summary and a source; a row of the table has neither.
  ...(inside(n) && { sources: [{ id: 'lot', title: 'The generator', publisher: 'Daylight', url: 'https://example.org/bench', kind: 'reference', tier: 'C', lang: 'en', seen: true }] }),
});

/** `ours-N.json`, piece by piece. */
export function* dossierFile(n) {
  const text = JSON.stringify(head(n)).slice(0, -1);
  if (!inside(n)) return yield `${text},"event_table":"ours-${n}.csv"}\n`;
  yield text + ',"events":[\n';
  let j = 0;
  for (const e of ordered(n)) yield JSON.stringify({ id: 'e' + e.i, date: date(e), title: e.title, summary: 'Drawn by lot.', kind: KIND[e.kind], parties: PARTIES[e.lane], lane: LANE[e.lane], weight: e.weight, sources: ['lot'] }) + (++j < n ? ',\n' : '\n');
  yield ']}\n';
}
/** `ours-N.csv`, piece by piece. */
export function* tableFile(n) {
  yield 'id,date,title,kind,lane,weight\n';
  for (const e of ordered(n)) yield `e${e.i},${date(e)},${field(e.title)},${KIND[e.kind]},${LANE[e.lane]},${e.weight}\n`;
}
/** Makes ours-N.json, and ours-N.csv where there is one, if they are absent; returns their names, sizes (summed) and sums. */
export function ensureDossier(dir, n) {
  const files = { [`ours-${n}.json`]: dossierFile, ...(!inside(n) && { [`ours-${n}.csv`]: tableFile }) };
  const made = Object.entries(files).map(([name, pieces]) => ensureFile(join(dir, name), () => pieces(n)));
  return { files: Object.keys(files), bytes: made.reduce((s, f) => s + f.bytes, 0), sha256: made.map((f) => f.sha256) };
}
